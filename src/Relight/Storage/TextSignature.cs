namespace Relight.Storage;

/// <summary>
/// Which letters a text has, in 192 bits: every two and every three that follow one another set one of them. A text that
/// holds another has all of the other's bits, and few have them that do not hold it, so that an index which has the bits of
/// texts tells most of them apart without reading one (superimposed codes: Roberts 1979; Faloutsos and Christodoulakis 1984).
/// </summary>
/// <param name="First">Bits 0 to 63.</param>
/// <param name="Second">Bits 64 to 127.</param>
/// <param name="Third">Bits 128 to 191.</param>
public readonly record struct TextSignature(long First, long Second, long Third)
{
    private const int BitsOfWord = 64;

    /// <summary>The signature of a text; without bits where it has one letter or none. Tables hold it: it does not change.</summary>
    public static TextSignature Of(ReadOnlySpan<char> text)
    {
        Span<ulong> bits = stackalloc ulong[3];
        for (var at = 1; at < text.Length; at++)
        {
            Set(bits, 0, text[at - 1], text[at]);
            if (at > 1)
                Set(bits, text[at - 2], text[at - 1], text[at]);
        }
        return new((long)bits[0], (long)bits[1], (long)bits[2]);
    }

    // The upper bits of a product depend on all bits of its factors (Knuth, The Art of Computer Programming 3, 6.4).
    private static void Set(Span<ulong> bits, ulong one, ulong two, ulong three)
    {
        var mixed = ((one << 32) | (two << 16) | three) * 0x9E3779B97F4A7C15;
        var place = (int)((mixed >> 32) * (ulong)(bits.Length * BitsOfWord) >> 32);
        bits[place / BitsOfWord] |= 1UL << (place % BitsOfWord);
    }
}
