namespace Relight.Grid.Import;

/// <summary>
/// Writes a network in any format that Relight reads, as the ending of the file says: <c>.m</c> MATPOWER, <c>.raw</c> PSS/E,
/// <c>.json</c> pandapower. What a format cannot hold is told as findings.
/// </summary>
public static class NetworkWriter
{
    private static readonly string[] s_endings = [".m", ".raw", ".json"];

    /// <summary>True where the ending of a file name is one that can be written.</summary>
    public static bool Knows(string path) => s_endings.Contains(Ending(path));

    /// <summary>True where a format holds damage too.</summary>
    public static bool HoldsDamage(string path) => Ending(path) == ".m";

    /// <summary>Writes a network with its damage; gives what the format does not hold of it.</summary>
    /// <exception cref="ArgumentException">The ending is none that <see cref="Knows"/> knows.</exception>
    public static IReadOnlyList<Finding> Write(DamagedNetwork damaged, string path, TextWriter writer)
    {
        var lost = new FindingList(Path.GetFileName(path));
        var network = damaged.Network;
        switch (Ending(path))
        {
            case ".m":
                if (damaged.Damage.Count > 0)
                    MatpowerWriter.Write(damaged, writer);
                else
                    MatpowerWriter.Write(network, writer);
                break;
            case ".raw":
                new PsseWriter(network, writer, lost, Path.GetFileName(path)).Write();
                break;
            case ".json":
                new PandapowerWriter(network, lost, Path.GetFileName(path)).Write(writer);
                break;
            default:
                throw new ArgumentException($"{path} has no ending of a network file", nameof(path));
        }
        if (damaged.Damage.Count > 0 && !HoldsDamage(path))
            lost.Add(Severity.Warning, 0, () => Path.GetFileName(path), $"{damaged.Damage.Count} damaged elements", "the format holds no damage; it is left out");
        return lost.InOrder();
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
