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
        if (section < (int)PsseSection.SwitchedShunt)
            findings.Error(text.Length, null, $"the file is cut off: its {Title((PsseSection)section)} section is not ended by a line 0");
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

    /// <summary>Takes in a line of data; false where the file ends here.</summary>
    private bool TryAdd(int start, int end, ref int section)
    {
        var record = Split(start, end);
        var first = record.Raw(0);
        if (first is "Q" or "q")
            return false;
        if (first is "0")
        {
            section++;
            return section < _sections.Length;
        }
        if (!record.IsEmpty)
            _sections[section].Add(record);
        return true;
    }

    /// <summary>Splits a line at commas outside quotes; a slash outside quotes starts a comment.</summary>
    private PsseRecord Split(int start, int end)
    {
        var text = _findings.Source.Text;
        var fields = new List<(int Start, int Length)>();
        var from = start;
        var quoted = false;
        for (var at = start; ; at++)
        {
            if (at < end && text[at] == '\'')
                quoted = !quoted;
            var ends = at == end || (!quoted && text[at] == '/');
            if (!ends && (quoted || text[at] != ','))
                continue;
            fields.Add(Trimmed(from, at));
            from = at + 1;
            if (ends)
                break;
        }
        if (quoted)
            _findings.Error(start, SourceText.Excerpt(text.AsSpan(start, end - start)), "a quote must be closed on its line");
        return new PsseRecord(_findings, start, [.. fields]);
    }

    private (int Start, int Length) Trimmed(int start, int end)
    {
        var text = _findings.Source.Text;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end - start);
    }
}
