using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relight.Grid;
using Relight.Grid.Import;
using Spectre.Console;

namespace Relight.Cli;

/// <summary><c>relight network check FILE</c>: size, islands and oddities of a network, before it is trusted.</summary>
internal static class NetworkCommand
{
    private const int IslandsShown = 10;
    private const int OdditiesShown = 5;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "Network file: MATPOWER (.m), PSS/E RAW revision 33 (.raw) or pandapower (.json)" };
        var json = new Option<bool>("--json") { Description = "Print as JSON" };
        var check = new Command("check", "Says what is in a network and what is odd about it") { file, json };
        check.SetAction(parsed => Check(terminal, parsed.GetValue(file)!, parsed.GetValue(json)));
        return new Command("network", "Looks at network files") { check, ConvertCommand.Create(terminal), DamageCommand.Create(terminal) };
    }

    private static int Check(Terminal terminal, string file, bool json)
    {
        var read = NetworkReader.Read(file);
        if (read.Value is not { } network)
        {
            Findings.Refuse(terminal, read.Findings);
            return ExitCode.BadInput;
        }
        var check = NetworkCheck.Of(network);
        if (json)
            WriteJson(terminal, check, read.Findings);
        else
            Write(terminal, check, read.Findings);
        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, NetworkCheck check, IReadOnlyList<Finding> findings)
    {
        terminal.Out.WriteLine(check.Network.Name);
        var counts = new Table().Border(TableBorder.Simple).AddColumns("", "in service", "in the file");
        Count("buses", check.Buses);
        Count("branches", check.Branches);
        Count("generators", check.Generators);
        Count("direct-current lines", check.DcLines);
        RightAlign(counts);
        terminal.Tables.Write(counts);

        var islands = new Table().Border(TableBorder.Simple)
            .AddColumns("Island with", "buses", "demand MW", "generators MW", "injections MW", "DC lines MW");
        foreach (var island in check.Islands.Take(IslandsShown))
            Balance($"bus {island.FirstBus}", Numbers.Count(island.BusCount), island.Balance);
        if (check.Islands.Count > IslandsShown)
            islands.AddRow($"… {check.Islands.Count - IslandsShown} more");
        if (check.Islands.Count > 1)
            Balance("all", Numbers.Count(check.Buses.InService), check.Balance);
        RightAlign(islands);
        terminal.Tables.Write(islands);

        terminal.Out.WriteLine(check.Oddities.Count == 0 ? "Nothing is odd about it." : "Odd about it:");
        foreach (var kind in check.Oddities.GroupBy(oddity => oddity.Kind))
        {
            foreach (var oddity in kind.Take(OdditiesShown))
                terminal.Out.WriteLine($"  {oddity}");
            if (kind.Count() > OdditiesShown)
                terminal.Out.WriteLine($"  … and {kind.Count() - OdditiesShown} more like that");
        }
        WriteFindings(terminal, findings);

        void Count(string name, ElementCount count) =>
            counts.AddRow(name, Numbers.Count(count.InService), Numbers.Count(count.Total));

        void Balance(string name, string buses, PowerBalance balance) => islands.AddRow(
            name,
            buses,
            Numbers.Energy(balance.DemandMegawatts),
            Numbers.Energy(balance.CapacityMegawatts),
            Numbers.Energy(balance.InjectionMegawatts),
            Numbers.Energy(balance.DcImportMegawatts));
    }

    /// <summary>What the file has that is odd, and what Relight does not use of it.</summary>
    private static void WriteFindings(Terminal terminal, IReadOnlyList<Finding> findings)
    {
        foreach (var (severity, title) in new[] { (Severity.Warning, "Odd in the file:"), (Severity.Notice, "Not used of the file, or taken otherwise:") })
        {
            var found = findings.Where(finding => finding.Severity == severity).ToList();
            if (found.Count == 0)
                continue;
            terminal.Out.WriteLine(title);
            foreach (var finding in found)
                terminal.Out.WriteLine($"  {finding}");
        }
    }

    private static void WriteJson(Terminal terminal, NetworkCheck check, IReadOnlyList<Finding> findings) => terminal.Out.WriteLine(JsonSerializer.Serialize(
        new
        {
            network = check.Network.Name,
            check.Buses,
            check.Branches,
            check.Generators,
            check.DcLines,
            check.Balance,
            check.Islands,
            oddities = check.Oddities.Select(oddity => new
            {
                kind = JsonNamingPolicy.CamelCase.ConvertName(oddity.Kind.ToString()),
                element = oddity.Element?.ToString(),
                oddity.Value,
                oddity.Text,
            }),
            findings = findings.Select(finding => new
            {
                severity = JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()),
                finding.Place,
                finding.Value,
                finding.Rule,
            }),
        },
        s_json));

    private static void RightAlign(Table table)
    {
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
    }
}
