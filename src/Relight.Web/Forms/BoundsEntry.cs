using Relight.Register;
using Relight.Web.Languages.Words;

namespace Relight.Web.Forms;

/// <summary>
/// A number in a form, as surely as its source says it: the word for it, the number, and a second one where it is from one to
/// another. The fields are that of the number and two named after it.
/// </summary>
internal static class BoundsEntry
{
    private static readonly Qualifier[] s_words = [Qualifier.Exact, Qualifier.AtLeast, Qualifier.About, Qualifier.AtMost, Qualifier.Between, Qualifier.Unspecified];

    // "About" reaches above its number, and the upper bound must fit too.
    private static readonly decimal s_largestAbout = Math.Floor(Bounds.Largest / (1 + Bounds.AboutShare));

    /// <summary>The words that qualify a number.</summary>
    public static IEnumerable<EntryOption> Words => s_words.Select(word => new EntryOption(word.ToString(), BoundsWords.Of(word)));

    /// <summary>Field of the word that qualifies a number.</summary>
    public static string WordOf(string field) => $"{field}Word";

    /// <summary>Field of the number up to which it is.</summary>
    public static string UpToOf(string field) => $"{field}UpTo";

    /// <summary>The number; null where nothing was typed, or it cannot be read, which is noted.</summary>
    /// <param name="entry">The form.</param>
    /// <param name="field">The field of the number.</param>
    public static Bounds? Read(Entry entry, string field)
    {
        var faults = entry.Faults.Count;
        var (word, number, upTo) = (entry.Choice<Qualifier>(WordOf(field)) ?? Qualifier.Exact, entry.Number(field), entry.Number(UpToOf(field)));
        if (entry.Faults.Count > faults)
            return null;
        if (upTo is not null && word != Qualifier.Between)
            entry.Refuse(UpToOf(field), entry.Text(UpToOf(field)), "must stay empty unless it is from one number to another");
        if (word == Qualifier.Unspecified)
        {
            if (number is not null)
                entry.Refuse(field, entry.Text(field), "must stay empty where no number is given");
            return Bounds.Unspecified;
        }
        if (number is { } first)
            return Made(entry, field, word, first, upTo);
        // The word for an exact number stands there before anybody chooses one.
        if (word != Qualifier.Exact)
            entry.Refuse(field, null, "must be given");
        return null;
    }

    /// <summary>A number that must be there; where it is not, that is noted, and one that says nothing stands in for it.</summary>
    public static Bounds Must(Entry entry, string field)
    {
        var faults = entry.Faults.Count;
        if (Read(entry, field) is { } bounds)
            return bounds;
        if (entry.Faults.Count == faults)
            entry.Refuse(field, null, "must be given");
        return Bounds.Unspecified;
    }

    private static Bounds? Made(Entry entry, string field, Qualifier word, decimal number, decimal? upTo)
    {
        var rule = Bounds.WhyNot(Qualifier.Exact, number, number)
            ?? (word == Qualifier.About && number > s_largestAbout ? FormattableString.Invariant($"must not be above {s_largestAbout}") : null);
        if (rule is not null)
        {
            entry.Refuse(field, entry.Text(field), rule);
            return null;
        }
        if (word == Qualifier.Between && (upTo is null ? "must be given" : Bounds.WhyNot(word, number, upTo)) is { } wrong)
        {
            entry.Refuse(UpToOf(field), entry.Text(UpToOf(field)), wrong);
            return null;
        }
        return word switch
        {
            Qualifier.AtLeast => Bounds.AtLeast(number),
            Qualifier.AtMost => Bounds.AtMost(number),
            Qualifier.About => Bounds.About(number),
            Qualifier.Between => Bounds.Between(number, upTo!.Value),
            _ => Bounds.Exactly(number),
        };
    }
}
