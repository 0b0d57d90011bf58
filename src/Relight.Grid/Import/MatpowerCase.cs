namespace Relight.Grid.Import;

/// <summary>One assignment of a case file, <c>mpc.Name = value</c>; of the four kinds of value only one is there.</summary>
/// <param name="Name">Name without the <c>mpc.</c> before it.</param>
/// <param name="Position">Where the value stands.</param>
internal sealed record MatpowerField(string Name, int Position)
{
    /// <summary>The value, where it is a matrix.</summary>
    public MatpowerTable? Table { get; init; }

    /// <summary>The value, where it is a list of strings in braces.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The value, where it is a string.</summary>
    public string? Text { get; init; }

    /// <summary>The value, where it is a single number.</summary>
    public double? Number { get; init; }
}

/// <summary>A case file taken apart, before anybody asks what its values mean.</summary>
internal sealed class MatpowerCase
{
    /// <summary>Name of the function, where the file has one.</summary>
    public string? FunctionName { get; set; }

    /// <summary>True where the file gives its case in a form that is not read, which has been reported.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The fields that are used, by name.</summary>
    public Dictionary<string, MatpowerField> Fields { get; } = new(StringComparer.Ordinal);
}
