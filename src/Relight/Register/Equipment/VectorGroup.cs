using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Relight.Register;

/// <summary>
/// The vector group of a transformer as IEC 60076-1 writes it, e.g. <c>YNd11</c> or <c>YNa0d11</c>.
/// The clock number of the lower side is what decides whether two units can run in parallel.
/// </summary>
[JsonConverter(typeof(TextConverter<VectorGroup>))]
public sealed partial record VectorGroup : IParsable<VectorGroup>
{
    private VectorGroup(string text, int clockNumber) => (Text, ClockNumber) = (text, clockNumber);

    /// <summary>The group as the plate gives it.</summary>
    public string Text { get; }

    /// <summary>Clock number between upper and lower side, 0 to 11: twelfths of a turn by which the lower side lags.</summary>
    public int ClockNumber { get; }

    /// <inheritdoc/>
    public static VectorGroup Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var group) ? group : throw new FormatException($"'{s}' is no vector group");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out VectorGroup result)
    {
        result = null;
        var match = Form().Match(s ?? "");
        if (!match.Success)
            return false;
        var clock = match.Groups["clock"].Value;
        result = new VectorGroup(s!, clock.Length == 0 ? 0 : int.Parse(clock, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The group as the plate gives it.</summary>
    public override string ToString() => Text;

    // An autotransformer may leave its clock number 0 out: YNad11 stands for YNa0d11.
    [GeneratedRegex(
        @"\A(YN|Y|D|ZN|Z)((?<clock>)(a)(?=d)|(yn|y|d|zn|z|a|i)(?<clock>1[01]|[0-9]))((yn|y|d|zn|z)(1[01]|[0-9]))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
