using System.Numerics;
using CsCheck;
using Relight.Storage;

namespace Relight.Tests.Storage;

/// <summary>A text that holds another has all of its bits, and hardly any other text has them.</summary>
public class TextSignatureTests
{
    private static readonly Gen<string> s_texts = Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ ,0123456789ҐЄІЇАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЬЮЯبتثجحخدذرزسشصضطظ"].Array[0, 60].Select(letters => new string(letters));

    [Fact]
    public void A_text_has_all_bits_of_each_of_its_parts() =>
        Gen.Select(s_texts, Gen.Int[0, 60], Gen.Int[0, 60]).Sample((text, one, other) =>
        {
            var (from, to) = (Math.Min(Math.Min(one, other), text.Length), Math.Min(Math.Max(one, other), text.Length));
            return new[] { 1, 3, 6 }.All(size => Has(TextSignature.Of(text, size), TextSignature.Of(text.AsSpan(from, to - from), size)));
        });

    [Fact]
    public void One_letter_has_no_bits_and_two_have_one()
    {
        Assert.Equal([0, 0, 0], TextSignature.Of("", 3));
        Assert.Equal([0, 0, 0], TextSignature.Of("A", 3));
        Assert.Equal(1, TextSignature.Of("ДГ", 3).Sum(word => BitOperations.PopCount((ulong)word)));
    }

    // Of texts of fifty letters, a quarter to a half of the bits are set.
    [Fact]
    public void Few_texts_have_the_bits_of_a_word_that_they_do_not_hold()
    {
        var random = new Random(5);
        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('А' + random.Next(32))));
        var texts = Enumerable.Range(0, 2_000).Select(_ => TextSignature.Of(Text(50), 3)).ToList();
        var words = Enumerable.Range(0, 50).Select(_ => TextSignature.Of(Text(5), 3)).ToList();
        Assert.InRange(words.Sum(word => texts.Count(text => Has(text, word))), 0, texts.Count * words.Count / 50);
    }

    // What lies in tables does not change its meaning.
    [Fact]
    public void Texts_keep_their_bits() =>
        Assert.Equal([130604389193752832, 2849934206960832, -8696299422523841148], TextSignature.Of("ТРАНСФОРМАТОР 330 KV", 3));

    private static bool Has(long[] text, long[] part) => text.Zip(part).All(words => (words.First & words.Second) == words.Second);
}
