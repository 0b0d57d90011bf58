namespace Relight.Ledger;

/// <summary>Why a command is not carried out: the field at fault, what stands there, and the rule that it breaks.</summary>
/// <param name="Field">Field of the command, as a path, e.g. <c>claim.donors[1]</c>.</param>
/// <param name="Value">What stands there, shortened to one line; null where something is missing.</param>
/// <param name="Rule">What must hold, as a sentence part that a user can act on.</param>
public record Refusal(string Field, string? Value, string Rule)
{
    /// <summary>One line for people.</summary>
    public sealed override string ToString() => Value is null ? $"{Field}: {Rule}" : $"{Field}: '{Value}': {Rule}";
}

/// <summary>A refusal because someone else changed the same thing first; tells both values, so that nothing typed is lost.</summary>
/// <param name="Field">Field of the command.</param>
/// <param name="Value">The value of the one who is refused.</param>
/// <param name="Theirs">The value that stands in the register now.</param>
/// <param name="Rule">What to do.</param>
public sealed record Conflict(string Field, string? Value, string? Theirs, string Rule) : Refusal(Field, Value, Rule);

/// <summary>Something that looks like a slip, though it is taken as it is.</summary>
/// <param name="Field">Field of the command, as a path.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Doubt">What looks wrong about it.</param>
public sealed record Warning(string Field, string? Value, string Doubt)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Field}: '{Value}': {Doubt}";
}
