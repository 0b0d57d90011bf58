namespace Relight.Web.Forms;

/// <summary>What is typed into a field of a form.</summary>
public enum EntryKind
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Text of some paragraphs.</summary>
    Paragraphs,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day and a time, UTC.</summary>
    Instant,

    /// <summary>A day.</summary>
    Day,

    /// <summary>One of some choices.</summary>
    Choice,

    /// <summary>A box to tick.</summary>
    Flag,
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Language">Language of what is shown; null for that of the page.</param>
public sealed record EntryOption(string Value, string Title, string? Language = null)
{
    /// <summary>The names of an enumeration, in its order.</summary>
    public static IEnumerable<EntryOption> Of<T>(Func<T, string> title)
        where T : struct, Enum => Enum.GetValues<T>().Select(choice => new EntryOption(choice.ToString(), title(choice)));
}
