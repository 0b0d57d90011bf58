namespace Relight.Web.Design;

/// <summary>What colour says about a value; the words say it too.</summary>
public enum Tone
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Can be made good with work.</summary>
    Work,

    /// <summary>Not as it should be.</summary>
    Bad,

    /// <summary>Not known yet.</summary>
    Open,
}

/// <summary>What a table shows of one value.</summary>
/// <param name="Text">The value as the page writes it.</param>
public sealed record Cell(string Text)
{
    /// <summary>Where it leads to; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>A second, quieter line.</summary>
    public string? Note { get; init; }

    /// <summary>Language of the note, where it is not that of the page.</summary>
    public string? NoteLanguage { get; init; }

    /// <summary>Language of the text, where it is not that of the page.</summary>
    public string? Language { get; init; }

    /// <summary>Shown as a badge in this tone; null for plain text.</summary>
    public Tone? Badge { get; init; }

    /// <summary>A plain text.</summary>
    public static implicit operator Cell(string text) => new(text);
}
