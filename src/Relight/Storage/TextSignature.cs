namespace Relight.Storage;

/// <summary>
/// Which letters a text has, in some words of 64 bits: every two and every three that follow one another set one of the bits.
/// A text that holds another has all of the other's bits, and few have them that do not hold it, so that an index which has
/// the bits of texts tells most of them apart without reading one (superimposed codes: Roberts 1979; Faloutsos and
/// Christodoulakis 1984).
/// </summary>
public static class TextSignature
{
    private const int BitsOfWord = 64;

    /// <summary>The signature of a text; without bits where it has one letter or none. Tables hold it: it does not change.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">How many words it has. It tells texts apart well where they set less than half of the bits: two for each letter.</param>
    public static long[] Of(ReadOnlySpan<char> text, int words)
    {
        var bits = new long[words];
        for (var at = 1; at < text.Length; at++)
        {
            Set(bits, 0, text[at - 1], text[at]);
            if (at > 1)
                Set(bits, text[at - 2], text[at - 1], text[at]);
        }
        return bits;
    }

    // The upper bits of a product depend on all bits of its factors (Knuth, The Art of Computer Programming 3, 6.4).
    private static void Set(long[] bits, ulong one, ulong two, ulong three)
    {
        var mixed = ((one << 32) | (two << 16) | three) * 0x9E3779B97F4A7C15;
        var place = (int)((mixed >> 32) * (ulong)(bits.Length * BitsOfWord) >> 32);
        bits[place / BitsOfWord] |= 1L << (place % BitsOfWord);
    }
}
