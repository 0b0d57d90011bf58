using System.Text.Json.Serialization;
using Relight.Ledger;

namespace Relight.Intake;

/// <summary>What a table lists, a record a row.</summary>
public enum ImportKind
{
    /// <summary>Claims, each with its source.</summary>
    Claims,

    /// <summary>Needs.</summary>
    Needs,

    /// <summary>Offers.</summary>
    Offers,

    /// <summary>Organisations, which the others name.</summary>
    Organisations,
}

/// <summary>A column that an import knows.</summary>
/// <param name="Name">Name: the heading in the template, and what a mapping names.</param>
/// <param name="Says">What stands in it.</param>
/// <param name="Example">A cell.</param>
/// <param name="Required">Whether every row must have something there.</param>
/// <param name="Fields">Beginnings of the fields of the record that it gives, for saying in which column a refused value stands.</param>
/// <param name="Aliases">Other headings that mean it.</param>
[Relight.Access.View(Relight.Access.Audience.Coordination)]
public sealed record ImportColumn(
    string Name, string Says, string Example, bool Required = false, IReadOnlyList<string>? Fields = null, IReadOnlyList<string>? Aliases = null)
{
    /// <summary>Whether it was added after tables had been imported: a row that leaves it empty keeps the id that it has.</summary>
    internal bool IsLater { get; init; }

    /// <summary>Whether a heading means this column, whatever its case, spaces and signs.</summary>
    public bool IsMeantBy(string heading)
    {
        var plain = Plain(heading);
        return Plain(Name) == plain || (Aliases?.Any(alias => Plain(alias) == plain) ?? false);
    }

    /// <summary>A heading as it is compared: letters and digits alone, lower case; its signs where it has neither, so that № is not #.</summary>
    public static string Plain(string heading)
    {
        var plain = string.Concat(heading.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
        return plain.Length > 0 ? plain : string.Concat(heading.Where(c => !char.IsWhiteSpace(c)));
    }
}

/// <summary>Something wrong, or doubtful, about a table.</summary>
/// <param name="Row">Row in the file, from 1; null where it is about the file as a whole.</param>
/// <param name="Column">Heading of the column; null where it is about the row as a whole.</param>
/// <param name="Value">What stands there; null where something is missing.</param>
/// <param name="Rule">What must hold, or what looks wrong.</param>
public sealed record ImportFault(int? Row, string? Column, string? Value, [property: JsonPropertyOrder(1)] string Rule)
{
    /// <summary>Heading of the column, shortened to one line; null where it is about the row as a whole.</summary>
    public string? Column { get; } = Column is null ? null : Checks.Shown(Column);

    /// <summary>What stands there, shortened to one line; null where something is missing.</summary>
    public string? Value { get; } = Value is null ? null : Checks.Shown(Value);

    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        var place = (Row, Column) switch
        {
            ({ } row, { } column) => $"row {row}, {column}: ",
            ({ } row, null) => $"row {row}: ",
            (null, { } column) => $"{column}: ",
            _ => "",
        };
        return Value is null ? $"{place}{Rule}" : $"{place}'{Value}': {Rule}";
    }
}
