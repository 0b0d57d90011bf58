using System.Globalization;
using System.Text.Json.Serialization;
using Relight.Access;

namespace Relight.Matching;

/// <summary>What a rule says of a unit for a need, from best to worst.</summary>
public enum Verdict
{
    /// <summary>It fits as it is.</summary>
    Fits,

    /// <summary>It fits once the work that is named has been done.</summary>
    FitsWithWork,

    /// <summary>A value is missing; there is a question that would settle it.</summary>
    CannotTellYet,

    /// <summary>It does not fit, whatever is still unknown.</summary>
    DoesNotFit,
}

/// <summary>A number that a rule compared.</summary>
/// <param name="Phrase">What it is.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; empty for ratios.</param>
[View(Audience.Donor)]
public readonly record struct Figure([property: JsonIgnore] Phrase Phrase, decimal Value, string Unit)
{
    /// <summary>What it is, in English, e.g. <c>rated voltage</c>.</summary>
    public string Name => Phrase.English;

    /// <summary>The number with name and unit in a language.</summary>
    /// <param name="language">Its BCP 47 tag, e.g. <c>uk</c>.</param>
    /// <param name="numbers">How numbers are written.</param>
    /// <param name="unit">The sign of a unit in that language, by the code that data give it.</param>
    public string In(string language, IFormatProvider numbers, Func<string, string> unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return string.Format(numbers, "{0} {1:0.##} {2}", Phrase.In(language), Value, unit(Unit)).TrimEnd();
    }

    /// <summary>The number with name and unit.</summary>
    public override string ToString() => In("en", CultureInfo.InvariantCulture, unit => unit);
}

/// <summary>Who can answer a question.</summary>
public enum Asked
{
    /// <summary>The donor: about the unit.</summary>
    Donor,

    /// <summary>The operator: about the place.</summary>
    Operator,
}

/// <summary>A question that would settle what a rule cannot tell yet.</summary>
[View(Audience.Donor)]
public sealed record Question
{
    // Made by rules alone: an answer of the HTTP interface is never read back.
    private Question(Asked to, string value, Phrase phrase) => (To, Value, Phrase) = (to, value, phrase);

    /// <summary>Who can answer it.</summary>
    public Asked To { get; }

    /// <summary>The value that is missing, by the name of its field, e.g. <c>vectorGroup</c>.</summary>
    public string Value { get; }

    /// <summary>The question.</summary>
    [JsonIgnore]
    public Phrase Phrase { get; }

    /// <summary>The question in English.</summary>
    public string Text => Phrase.English;

    /// <summary>The question in Ukrainian.</summary>
    public string Ukrainian => Phrase.Ukrainian;

    /// <summary>The question in Arabic.</summary>
    public string Arabic => Phrase.Arabic;

    /// <summary>A question to the donor.</summary>
    public static Question Donor(string value, string english, string ukrainian, string arabic) =>
        new(Asked.Donor, value, new Phrase(english, ukrainian, arabic));

    /// <summary>A question to the operator.</summary>
    public static Question Operator(string value, string english, string ukrainian, string arabic) =>
        new(Asked.Operator, value, new Phrase(english, ukrainian, arabic));
}

/// <summary>Something to be done before a unit serves.</summary>
[View(Audience.Donor)]
public sealed record Work
{
    internal Work(Phrase phrase, decimal hours, string? skill) => (Phrase, Hours, Skill) = (phrase, hours, skill);

    /// <summary>What is to be done.</summary>
    [JsonIgnore]
    public Phrase Phrase { get; }

    /// <summary>What is to be done, in English.</summary>
    public string What => Phrase.English;

    /// <summary>Hours of a crew at the place of the need; 0 for what is done elsewhere or at a desk meanwhile.</summary>
    public decimal Hours { get; init; }

    /// <summary>Skill of the crew, as crews and repairs name it; null where any crew will do, or none is needed.</summary>
    public string? Skill { get; }
}

/// <summary>What one rule says, with the numbers it compared.</summary>
[View(Audience.Donor)]
public sealed record RuleVerdict
{
    internal RuleVerdict(Phrase name, Reason reason, Phrase source) => (Name, Reason, From) = (name, reason, source);

    /// <summary>Name of the rule.</summary>
    [JsonIgnore]
    public Phrase Name { get; }

    /// <summary>Name of the rule in English.</summary>
    public string Rule => Name.English;

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, with the numbers.</summary>
    [JsonIgnore]
    public Reason Reason { get; }

    /// <summary>Why, in English, with the numbers.</summary>
    public string Because => Reason.English;

    /// <summary>The numbers that were compared.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>By how much the limit is kept (positive) or missed (negative), in % of the limit; null where there is no such number.</summary>
    public decimal? MarginPercent { get; init; }

    /// <summary>The clause or practice that the rule follows.</summary>
    [JsonIgnore]
    public Phrase From { get; }

    /// <summary>The clause or practice that the rule follows, in English.</summary>
    public string Source => From.English;

    /// <summary>What is to be done; empty unless it fits with work.</summary>
    public IReadOnlyList<Work> Work { get; init; } = [];

    /// <summary>What to ask, empty unless it cannot tell yet: the answer to any one of them would do.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What has to be asked besides, whatever the answer is.</summary>
    internal IReadOnlyList<Question> Also { get; init; } = [];

    /// <summary>Whether the verdict counts; false where it tells of a use that the need does not ask for.</summary>
    public bool Counts { get; init; } = true;
}
