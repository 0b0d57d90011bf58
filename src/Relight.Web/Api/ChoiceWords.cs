using System.Text.Json;
using Relight.Register;

namespace Relight.Web.Api;

/// <summary>Which words a choice takes: those of a closed list, or codes and ids of some form. A word that can be none of them is refused, not searched for in vain.</summary>
/// <param name="Takes">Whether a word can be one of them, whatever its case.</param>
/// <param name="Rule">What a word must be.</param>
internal sealed record ChoiceWords(Func<string, bool> Takes, string Rule)
{
    private static readonly string[] s_stages =
        [.. Stage.OfGoods.Append(GoodsStage.Withdrawn).Append(GoodsStage.Lost).Concat(Stage.OfMoney).Append(MoneyStage.Withdrawn).Append(MoneyStage.Lost).Select(stage => stage.ToString())];

    private static readonly ChoiceWords s_any = new(_ => true, "");

    /// <summary>The words of values of a type; any where it has no list and no form.</summary>
    public static ChoiceWords Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return List(Enum.GetNames(plain).Select(JsonNamingPolicy.CamelCase.ConvertName));
        if (plain == typeof(bool))
            return List(["true", "false"]);
        if (plain == typeof(Stage))
            return List(s_stages);
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>))
            return new(word => Guid.TryParseExact(word, "D", out _), BodyWords.RuleOf(plain)!);
        if (plain == typeof(Country))
            return new(word => Country.TryParse(word.ToUpperInvariant(), null, out _), BodyWords.RuleOf(plain)!);
        if (plain == typeof(AreaCode))
            return new(word => AreaCode.TryParse(word.ToUpperInvariant(), null, out _), BodyWords.RuleOf(plain)!);
        return plain == typeof(Language) ? new(word => Language.TryParse(word.ToLowerInvariant(), null, out _), BodyWords.RuleOf(plain)!) : s_any;
    }

    /// <summary>The words of a condition, with commas between them; null where one of them can be none. An empty word stands for rows of which nothing is known.</summary>
    public IReadOnlySet<string>? Read(string words)
    {
        var choices = words.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return choices.All(word => word.Length == 0 || Takes(word)) ? choices : null;
    }

    private static ChoiceWords List(IEnumerable<string> names)
    {
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(known.Contains, $"must be one of {string.Join(", ", known)}, or several with commas between them");
    }
}
