using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Deliveries;
using Relight.Funds;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>
/// What refusals and doubts of the register say, in the language of the page. The register says them in English; they are known
/// by that sentence, with room for what stands in it.
/// </summary>
public static class RefusalWords
{
    private const string Place = @"\{\d+\}";

    // The more is said in words, the more particular a sentence is: it is tried before those with more room.
    private static readonly IReadOnlyList<(Regex Pattern, Text Words)> s_rules =
        [.. All().OrderByDescending(words => Regex.Replace(words.En, Place, "").Length).Select(words => (PatternOf(words.En), words))];

    private static readonly Dictionary<string, Phrase> s_phrases =
        Rules.All.Select(rule => rule.Name).DistinctBy(name => name.English).ToDictionary(name => name.English);

    private static readonly Dictionary<string, Stage> s_stages = AllStages().DistinctBy(stage => stage.Name).ToDictionary(stage => stage.Name)
        .Concat(AllStages().ToDictionary(stage => $"{stage}")).ToDictionary();

    private static readonly (string English, Text Words)[] s_bounds =
        [("at least ", QuantityWords.AtLeast), ("at most ", QuantityWords.AtMost), ("about ", QuantityWords.About)];

    /// <summary>Every sentence that has words.</summary>
    public static IEnumerable<Text> All() => [.. DeliveryRefusals.All, .. FacilityRefusals.All, .. AllocationRefusals.All, .. RegisterRefusals.All, .. FundRefusals.All, .. CommonRefusals.All, .. SlipWords.All, .. AddressWords.All, .. TransportFormWords.All];

    /// <summary>A rule in the language of the page; null where it has no words there.</summary>
    /// <param name="rule">The rule as the register says it.</param>
    /// <param name="because">What a rule of fit says, where that is part of it.</param>
    public static string? Of(string rule, Reason because = default)
    {
        var english = because.English;
        foreach (var (pattern, words) in s_rules)
            if (pattern.Match(rule) is { Success: true } match)
                return words.With([.. match.Groups.Values.Skip(1).Select(group => (object)(group.Value == english ? NeedWords.Of(because) : Value(group.Value)))]);
        return null;
    }

    /// <summary>A value as the page writes it: instants by its culture, names of choices in its language, all else as it stands.</summary>
    public static string Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (DateTimeOffset.TryParseExact(value, ["u", "MM/dd/yyyy HH:mm:ss zzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return Show.Isolated(Show.Instant(at));
        var parts = value.Split(", ");
        if (parts.All(part => Enum.TryParse<InstallationStep>(part, out var step) && Enum.GetName(step) == part))
            return Design.Show.List(parts.Select(part => DeliveryWords.Of(Enum.Parse<InstallationStep>(part)).ToString()));
        if (Enum.TryParse<ConsignmentState>(value, out var consignment) && Enum.GetName(consignment) == value)
            return DeliveryWords.Of(consignment);
        if (Enum.TryParse<AllocationState>(value, ignoreCase: true, out var allocation) && string.Equals(Enum.GetName(allocation), value, StringComparison.OrdinalIgnoreCase))
            return AllocationWords.Of(allocation);
        if (s_stages.TryGetValue(value, out var stage))
            return StageWords.Of(stage);
        if (Sure(value) is { } sure)
            return sure;
        if (Enum.TryParse<ReservationState>(value, ignoreCase: true, out var reservation) && string.Equals(Enum.GetName(reservation), value, StringComparison.OrdinalIgnoreCase))
            return FundWords.Of(reservation);
        if (Enum.TryParse<ItemKind>(value, out var item) && Enum.GetName(item) == value)
            return ItemWords.Of(item);
        if (Enum.TryParse<FacilityKind>(value, out var kind) && Enum.GetName(kind) == value)
            return ItemWords.Of(kind);
        return s_phrases.TryGetValue(value, out var phrase) ? phrase.In(PageLanguage.Current.Code) : Show.Isolated(value);
    }

    // A number as surely as it is known, with its unit behind it or none.
    private static string? Sure(string value)
    {
        foreach (var (english, words) in s_bounds)
            if (value.StartsWith(english, StringComparison.Ordinal) && value.Length > english.Length && char.IsAsciiDigit(value[english.Length]))
                return words.With(Show.Isolated(value[english.Length..]));
        return value == "unspecified" ? QuantityWords.Unspecified.ToString() : null;
    }

    private static IEnumerable<Stage> AllStages() =>
        Enum.GetValues<GoodsStage>().Select(stage => (Stage)stage).Concat(Enum.GetValues<MoneyStage>().Select(stage => (Stage)stage));

    // Places are numbered in the order in which they stand in the English sentence.
    private static Regex PatternOf(string words) => new(
        @"\A" + string.Join("(.*?)", Regex.Split(words, Place).Select(Regex.Escape)) + @"\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
