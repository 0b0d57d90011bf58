using System.Text.Json.Nodes;
using Relight.Ledger;

namespace Relight.Register;

/// <summary>Tells who changes a record what someone else put there since they read it, field by field.</summary>
internal static class VersionCheck
{
    public static void Check<T>(Checks checks, string path, T? standing, T wanted, int? standingVersion, int wantedVersion)
        where T : class
    {
        var next = (standingVersion ?? 0) + 1;
        if (wantedVersion == next)
            return;
        checks.Add(new Conflict($"{path}.version", $"{wantedVersion}", $"{standingVersion ?? 0}", $"must be {next}: someone else changed it, or it is new"));
        if (standing is null)
            return;
        var theirs = JsonNode.Parse(LedgerJson.Write(standing))!.AsObject();
        var yours = JsonNode.Parse(LedgerJson.Write(wanted))!.AsObject();
        foreach (var name in theirs.Select(p => p.Key).Union(yours.Select(p => p.Key)).Where(name => name != "version"))
            if (!JsonNode.DeepEquals(theirs[name], yours[name]))
                checks.Add(new Conflict($"{path}.{name}", yours[name]?.ToJsonString(), theirs[name]?.ToJsonString(), "differs: choose one of the two values"));
    }
}
