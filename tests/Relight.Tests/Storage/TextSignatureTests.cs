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
            return Has(TextSignature.Of(text), TextSignature.Of(text.AsSpan(from, to - from)));
        });

    [Fact]
    public void One_letter_has_no_bits_and_two_have_one()
    {
        Assert.Equal(default, TextSignature.Of(""));
        Assert.Equal(default, TextSignature.Of("A"));
        var (first, second, third) = TextSignature.Of("ДГ");
        Assert.Equal(1, BitOperations.PopCount((ulong)first) + BitOperations.PopCount((ulong)second) + BitOperations.PopCount((ulong)third));
    }

    // Of texts of fifty letters, a quarter to a half of the bits are set.
    [Fact]
    public void Few_texts_have_the_bits_of_a_word_that_they_do_not_hold()
    {
        var random = new Random(5);
        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('А' + random.Next(32))));
        var texts = Enumerable.Range(0, 2_000).Select(_ => TextSignature.Of(Text(50))).ToList();
        var words = Enumerable.Range(0, 50).Select(_ => TextSignature.Of(Text(5))).ToList();
        Assert.InRange(words.Sum(word => texts.Count(text => Has(text, word))), 0, texts.Count * words.Count / 50);
    }

    // What lies in tables does not change its meaning.
    [Fact]
    public void Texts_keep_their_bits() =>
        Assert.Equal(new TextSignature(130604389193752832, 2849934206960832, -8696299422523841148), TextSignature.Of("ТРАНСФОРМАТОР 330 KV"));

    private static bool Has(TextSignature text, TextSignature part) =>
        (text.First & part.First) == part.First && (text.Second & part.Second) == part.Second && (text.Third & part.Third) == part.Third;
}
