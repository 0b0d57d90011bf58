using System.Globalization;
using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// Why a rule says what it says: words with numbered places, and what stands in these. It is put together where it is read,
/// so that numbers, units and words are in the reader's language; nothing is formatted for whoever only wants the verdict.
/// </summary>
/// <param name="Words">The words, with places such as <c>{0:0.#}</c>; null for no reason.</param>
/// <param name="Values">What stands in the places: numbers, texts, and phrases, figures, units and other reasons, which are in the reader's language too.</param>
public readonly record struct Reason(Phrase? Words, IReadOnlyList<object>? Values = null)
{
    /// <summary>The reason in English, with numbers as programs write them.</summary>
    public string English => In("en", CultureInfo.InvariantCulture, unit => unit);

    /// <summary>Whether it says no more than figures with their names: whoever shows these already needs it not.</summary>
    public bool IsFigures => ReferenceEquals(Words, Compared.Figures);

    /// <summary>Words that need no numbers.</summary>
    public static implicit operator Reason(Phrase words) => new(words);

    /// <summary>The reason in a language; empty where there is none.</summary>
    /// <param name="language">Its BCP 47 tag, e.g. <c>uk</c>.</param>
    /// <param name="numbers">How numbers are written.</param>
    /// <param name="unit">The sign of a unit in that language, by the code that data give it.</param>
    public string In(string language, IFormatProvider numbers, Func<string, string> unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (Words is null)
            return "";
        var values = (Values ?? []).Select(value => value switch
        {
            Phrase phrase => phrase.In(language),
            Reason reason => reason.In(language, numbers, unit),
            Figure figure => figure.In(language, numbers, unit),
            Unit measure => unit(measure.Code),
            // Texts of donors keep their own direction within a sentence that runs the other way.
            string text when Phrase.IsRightToLeft(language) => $"\u2068{text}\u2069",
            _ => value,
        });
        return string.Format(numbers, Words.In(language), [.. values]);
    }

    /// <inheritdoc/>
    public override string ToString() => English;
}
