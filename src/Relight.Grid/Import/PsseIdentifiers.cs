using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>Identifiers of two characters that tell parallel circuits, and machines of a bus, apart.</summary>
internal sealed class PsseIdentifiers
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly Dictionary<(int, int), int> _used = [];

    /// <summary>The next identifier between two buses, in quotes: 1 to 99, then letters.</summary>
    public string Next(int from, int to)
    {
        var pair = (Math.Min(from, to), Math.Max(from, to));
        var number = _used[pair] = _used.GetValueOrDefault(pair) + 1;
        var text = number < 100 ? number.ToString(CultureInfo.InvariantCulture)
            : $"{Digits[(10 + ((number - 100) / Digits.Length)) % Digits.Length]}{Digits[(number - 100) % Digits.Length]}";
        return $"'{text.PadRight(2)}'";
    }
}
