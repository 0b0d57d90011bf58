namespace Relight.Grid.Import;

/// <summary>
/// Reads a network file of any format that Relight knows: <c>.m</c> MATPOWER, <c>.raw</c> PSS/E, <c>.json</c> pandapower.
/// A file with another ending is told by how its text begins.
/// </summary>
public static class NetworkReader
{
    /// <summary>Reads a file; one that cannot be opened, or is of no known format, is an error among the findings.</summary>
    public static Imported<Network> Read(string path) => SourceFile.Read(path, Parse);

    /// <summary>Reads a text, its format told by the file name or by how it begins.</summary>
    public static Imported<Network> Parse(string text, string fileName) => Parse(new SourceText(fileName, text));

    /// <summary>Reads a file together with the damage in it; only MATPOWER files can hold damage.</summary>
    public static Imported<DamagedNetwork> ReadWithDamage(string path) => SourceFile.Read(path, ParseWithDamage);

    private static Imported<Network> Parse(SourceText source) => FormatOf(source) switch
    {
        ".m" => MatpowerReader.Parse(source.Text, source.FileName),
        ".raw" => PsseReader.Parse(source),
        ".json" => PandapowerReader.Parse(source),
        _ => new Imported<Network>(null, [Finding.Error(source.FileName, null, "the file must be a MATPOWER case (.m), a PSS/E RAW file (.raw) or a pandapower net (.json)")]),
    };

    private static Imported<DamagedNetwork> ParseWithDamage(SourceText source)
    {
        if (FormatOf(source) == ".m")
            return MatpowerReader.ParseWithDamage(source.Text, source.FileName);
        var read = Parse(source);
        return new Imported<DamagedNetwork>(read.Value is { } network ? new DamagedNetwork(network, []) : null, read.Findings);
    }

    private static string FormatOf(SourceText source)
    {
        var ending = Path.GetExtension(source.FileName).ToLowerInvariant();
        if (ending is ".m" or ".raw" or ".json")
            return ending;
        var start = source.Text.AsSpan().TrimStart();
        return start is ['{', ..] ? ".json"
            : start is ['%', ..] || start.StartsWith("function", StringComparison.Ordinal) || start.StartsWith("mpc", StringComparison.Ordinal) ? ".m"
            : start is [>= '0' and <= '9', ..] ? ".raw"
            : "";
    }
}
