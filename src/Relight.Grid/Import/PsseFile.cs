namespace Relight.Grid.Import;

/// <summary>The sections of a RAW file of revision 33, in their order.</summary>
internal enum PsseSection
{
    Bus,
    Load,
    FixedShunt,
    Generator,
    Branch,
    Transformer,
    Area,
    TwoTerminalDc,
    VoltageSourceConverter,
    ImpedanceCorrection,
    MultiTerminalDc,
    MultiSectionLine,
    Zone,
    InterAreaTransfer,
    Owner,
    Facts,
    SwitchedShunt,
    Gne,
}

/// <summary>A PSS/E RAW file taken apart into the lines of its sections.</summary>
internal sealed class PsseFile
{
    private const int TitleLines = 2;

    private readonly TextFindings _findings;
    private readonly List<PsseRecord>[] _sections = [.. Enum.GetValues<PsseSection>().Select(_ => new List<PsseRecord>())];

    // Lines that the transformer read last still has: its resistance, or its turns ratio, may be written as 0.
    private int _linesLeft;

    private PsseFile(TextFindings findings) => _findings = findings;

    /// <summary>The first line: change code, MVA base, revision; null where the file is empty.</summary>
    public PsseRecord? Header { get; private set; }

    /// <summary>The lines of a section.</summary>
    public IReadOnlyList<PsseRecord> this[PsseSection section] => _sections[(int)section];

    /// <summary>Takes a text apart. A section ends with a line that starts with 0, the file with its end or a line Q.</summary>
    public static PsseFile Parse(TextFindings findings)
    {
        var file = new PsseFile(findings);
        var text = findings.Source.Text;
        var section = 0;
        var line = 0;
        for (var start = 0; start < text.Length; line++)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            if (line == 0)
                file.Header = file.Split(start, end);
            else if (line > TitleLines && !file.TryAdd(start, end, ref section))
                return file;
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        file.CheckEnd(section);
        return file;
    }

    /// <summary>Name of a section for people.</summary>
    public static string Title(PsseSection section) => section switch
    {
        PsseSection.FixedShunt => "fixed shunt",
        PsseSection.TwoTerminalDc => "two-terminal DC",
        PsseSection.VoltageSourceConverter => "voltage source converter",
        PsseSection.ImpedanceCorrection => "impedance correction",
        PsseSection.MultiTerminalDc => "multi-terminal DC",
        PsseSection.MultiSectionLine => "multi-section line",
        PsseSection.InterAreaTransfer => "inter-area transfer",
        PsseSection.Facts => "FACTS device",
        PsseSection.SwitchedShunt => "switched shunt",
        PsseSection.Gne => "GNE device",
        _ => section.ToString().ToLowerInvariant(),
    };

    /// <summary>
    /// Some writers leave out the sections behind the transformers that they have nothing for. A file that ends within a
    /// section, or before the transformers are told, has lost its end.
    /// </summary>
    private void CheckEnd(int section)
    {
        var (title, end) = (Title((PsseSection)Math.Min(section, _sections.Length - 1)), _findings.Source.Text.Length);
        if (section > (int)PsseSection.Transformer && section < (int)PsseSection.SwitchedShunt && _sections[section].Count == 0)
            _findings.Warning(end, null, $"the file ends before its {title} section; that and what comes after it are taken as empty");
        else if (section < (int)PsseSection.SwitchedShunt)
            _findings.Error(end, null, $"the file is cut off: its {title} section is not ended by a line 0");
    }

    /// <summary>Takes in a line of data; false where the file ends here.</summary>
    private bool TryAdd(int start, int end, ref int section)
    {
        var record = Split(start, end);
        var first = record.Raw(0);
        if (first is "Q" or "q")
            return false;
        if (first is "0" && (_linesLeft == 0 || record.FieldCount == 1))
        {
            section++;
            _linesLeft = 0;
            return section < _sections.Length;
        }
        if (record.IsEmpty)
            return true;
        _sections[section].Add(record);
        if (_linesLeft > 0)
            _linesLeft--;
        else if (section == (int)PsseSection.Transformer)
            _linesLeft = PsseTransformers.LinesOf(record) - 1;
        return true;
    }

    /// <summary>
    /// Splits a line as Fortran reads lists: values are set apart by a comma, by blanks, or both; two commas leave a value
    /// out; quotes hold a value together; a slash outside quotes ends the line.
    /// </summary>
    private PsseRecord Split(int start, int end)
    {
        var text = _findings.Source.Text;
        var fields = new List<(int Start, int Length)>();
        var afterComma = false;
        for (var at = start; ;)
        {
            while (at < end && char.IsWhiteSpace(text[at]))
                at++;
            if (at >= end || text[at] == '/')
            {
                if (afterComma)
                    fields.Add((Math.Min(at, end), 0));
                return new PsseRecord(_findings, start, [.. fields]);
            }
            if (text[at] == ',')
            {
                if (afterComma || fields.Count == 0)
                    fields.Add((at, 0));
                afterComma = true;
                at++;
                continue;
            }
            var from = at;
            at = text[at] is '\'' or '"' ? EndOfQuoted(start, from, end) : EndOfPlain(from, end);
            fields.Add((from, at - from));
            afterComma = false;
        }
    }

    private int EndOfPlain(int at, int end)
    {
        while (at < end && _findings.Source.Text[at] is not (',' or '/') && !char.IsWhiteSpace(_findings.Source.Text[at]))
            at++;
        return at;
    }

    /// <summary>The place behind the quote that closes the one here; a doubled quote stands for itself.</summary>
    private int EndOfQuoted(int start, int from, int end)
    {
        var text = _findings.Source.Text;
        for (var at = from + 1; at < end; at++)
        {
            if (text[at] != text[from])
                continue;
            if (at + 1 == end || text[at + 1] != text[from])
                return at + 1;
            at++;
        }
        _findings.Error(start, SourceText.Excerpt(text.AsSpan(start, end - start)), "a quote must be closed on its line");
        return end;
    }
}
