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
/// <param name="Name">What it is, e.g. <c>rated voltage, upper side</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; empty for ratios.</param>
[View(Audience.Donor)]
public sealed record Figure(string Name, decimal Value, string Unit)
{
    /// <summary>The number with name and unit.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Value:0.##} {Unit}").TrimEnd();
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
/// <param name="To">Who can answer it.</param>
/// <param name="Value">The value that is missing, by the name of its field, e.g. <c>vectorGroup</c>: the key for wordings in other languages.</param>
/// <param name="Text">The question in English.</param>
[View(Audience.Donor)]
public sealed record Question(Asked To, string Value, string Text);

/// <summary>What one rule says, with the numbers it compared.</summary>
[View(Audience.Donor)]
public sealed record RuleVerdict
{
    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in English, with the numbers.</summary>
    public required string Because { get; init; }

    /// <summary>The numbers that were compared.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>By how much the limit is kept (positive) or missed (negative), in % of the limit; null where there is no such number.</summary>
    public decimal? MarginPercent { get; init; }

    /// <summary>The clause or practice that the rule follows.</summary>
    public required string Source { get; init; }

    /// <summary>What is to be done; empty unless it fits with work.</summary>
    public IReadOnlyList<string> Work { get; init; } = [];

    /// <summary>What to ask; empty unless it cannot tell yet.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Whether the verdict counts; false where it tells of a use that the need does not ask for.</summary>
    public bool Counts { get; init; } = true;
}
