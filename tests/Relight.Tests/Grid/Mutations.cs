using CsCheck;

namespace Relight.Tests.Grid;

/// <summary>Spoils a text as disks, mails and editors do: flipped characters, pieces lost, doubled, moved, cut off.</summary>
internal static class Mutations
{
    private const string Nasty = "\0\n\r\t []{}();,'\"%#=.-+eEdN0123456789Infmpc\u00e9\ud83d\uffff";

    public static Gen<string> Of(string text)
    {
        var place = Gen.Int[0, text.Length - 1];
        var length = Gen.Frequency((5, Gen.Int[1, 4]), (3, Gen.Int[5, 200]), (1, Gen.Int[200, text.Length]));
        var one = Gen.OneOf(
            Gen.Select(place, Gen.OneOf(Gen.Char, Gen.OneOf(Nasty.ToCharArray())), (at, c) => (Func<string, string>)(t => Replace(t, at, 1, c.ToString()))),
            Gen.Select(place, Gen.OneOf(Nasty.ToCharArray()), (at, c) => (Func<string, string>)(t => Replace(t, at, 0, c.ToString()))),
            Gen.Select(place, length, (at, n) => (Func<string, string>)(t => Replace(t, at, n, ""))),
            Gen.Select(place, length, (at, n) => (Func<string, string>)(t => Replace(t, at, 0, Piece(t, at, n)))),
            Gen.Select(place, place, length, (from, to, n) => (Func<string, string>)(t => Replace(t, to, 0, Piece(t, from, n)))),
            place.Select(at => (Func<string, string>)(t => t[..Math.Min(at, t.Length)])));
        return one.Array[1, 6].Select(changes => changes.Aggregate(text, (t, change) => change(t)));
    }

    private static string Replace(string text, int at, int length, string with)
    {
        at = Math.Min(at, text.Length);
        return string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + Math.Min(length, text.Length - at)));
    }

    private static string Piece(string text, int at, int length)
    {
        at = Math.Min(at, text.Length);
        return text.Substring(at, Math.Min(length, text.Length - at));
    }
}
