using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// One line of data of a PSS/E RAW file, taken apart into its fields. A field that is empty or absent has the default of
/// the format. What cannot be read goes to the findings and is read as NaN, or as <see cref="NetworkRules.Unread"/>.
/// </summary>
internal sealed class PsseRecord(TextFindings findings, int position, (int Start, int Length)[] fields)
{
    /// <summary>Where the line starts.</summary>
    public int Position { get; } = position;

    /// <summary>True where nothing stands on the line.</summary>
    public bool IsEmpty => fields.Length == 0;

    /// <summary>Number of fields on the line.</summary>
    public int FieldCount => fields.Length;

    /// <summary>Where a field stands; the start of the line where it is absent.</summary>
    public int PositionOf(int field) => field >= 0 && field < fields.Length ? fields[field].Start : Position;

    /// <summary>A field as it stands, without blanks around it; empty where it is absent.</summary>
    public ReadOnlySpan<char> Raw(int field) =>
        field < fields.Length ? findings.Source.Text.AsSpan(fields[field].Start, fields[field].Length) : default;

    /// <summary>A name, without its quotes; null where it is blank.</summary>
    public string? Name(int field)
    {
        var raw = Raw(field);
        if (raw.Length < 2 || raw[0] is not ('\'' or '"') || raw[^1] != raw[0])
            return raw.IsEmpty ? null : raw.ToString();
        var quote = raw[0].ToString();
        var name = raw[1..^1].Trim();
        return name.IsEmpty ? null : name.ToString().Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    /// <summary>A finite number.</summary>
    public double Number(int field, string name, double absent = 0)
    {
        var raw = Raw(field);
        if (raw.IsEmpty)
            return absent;
        if (MatpowerScanner.TryParseNumber(raw, out var value) && double.IsFinite(value))
            return value;
        findings.Error(PositionOf(field), SourceText.Excerpt(raw), $"{name} must be a finite number");
        return double.NaN;
    }

    /// <summary>A finite number other than zero; zero, empty or absent stands for the default.</summary>
    public double NumberOr(int field, string name, double ifZero) => Number(field, name) is var value && value == 0 ? ifZero : value;

    /// <summary>An integer.</summary>
    public int Integer(int field, string name, int absent = 0)
    {
        var raw = Raw(field);
        if (raw.IsEmpty)
            return absent;
        if (int.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value > NetworkRules.Unread + 1)
            return value;
        findings.Error(PositionOf(field), SourceText.Excerpt(raw), $"{name} must be an integer");
        return NetworkRules.Unread;
    }

    /// <summary>An integer within bounds.</summary>
    public int Code(int field, string name, int least, int most, int absent)
    {
        var code = Integer(field, name, absent);
        if (code >= least && code <= most)
            return code;
        if (code != NetworkRules.Unread)
            findings.Error(PositionOf(field), SourceText.Excerpt(Raw(field)), $"{name} must be {least} to {most}");
        return absent;
    }

    /// <summary>An integer from 1 on, of which some writers give 0 for the usual one, 1.</summary>
    public int Kind(int field, string name, int most)
    {
        if (Integer(field, name, 1) != 0)
            return Code(field, name, 1, most, 1);
        findings.Warning(PositionOf(field), "0", $"{name} must be 1 to {most}; 1 is taken");
        return 1;
    }

    /// <summary>A status, 0 or 1.</summary>
    public bool Status(int field, string name = "STAT") => Code(field, name, 0, 1, 1) == 1;
}
