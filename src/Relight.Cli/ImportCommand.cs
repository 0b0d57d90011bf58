using System.CommandLine;
using Relight.Access;
using Relight.Grid.Import;
using Relight.Intake;
using Relight.Storage;
using Spectre.Console;

namespace Relight.Cli;

/// <summary><c>relight import</c>: enters claims, needs, offers or organisations from an XLSX or CSV file, or writes the template for one.</summary>
internal static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string?>("FILE") { Description = "XLSX or CSV file", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<ImportKind>("--kind") { Description = "What its rows are", HelpName = "claims|needs|offers|organisations", Required = true };
        var operation = new OperationOptions();
        var map = Pairs("--map", "What a heading means, e.g. 'Geber=donors'; remembered for the next file", "HEADING=COLUMN");
        var ignore = new Option<string[]>("--ignore") { Description = "Heading of a column that is to be left out; remembered too", HelpName = "HEADING" };
        var set = Pairs("--set", "What stands in a column in every row, e.g. 'source_language=en'", "COLUMN=VALUE");
        var dry = new Option<bool>("--dry-run") { Description = "Tell everything that is wrong, enter nothing" };
        var template = new Option<string?>("--template") { Description = "Write an empty table to fill in, .xlsx or .csv, and end", HelpName = "FILE" };
        var command = new Command("import", "Enters claims, needs, offers or organisations from a spreadsheet") { file, kind, map, ignore, set, dry, template };
        operation.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(template) is { } path)
                return WriteTemplate(terminal, path, parsed.GetValue(kind));
            if (parsed.GetValue(file) is not { } input || !File.Exists(input))
                return Refuse(terminal, parsed.GetValue(file) ?? "FILE", parsed.GetValue(file) is null ? "must be given" : "is no file");
            return await operation.RunAsync(
                terminal,
                parsed,
                (database, into) =>
                {
                    var choice = new ColumnChoice(Split(parsed.GetValue(map)), parsed.GetValue(ignore) ?? [], Split(parsed.GetValue(set)));
                    var request = new ImportRequest(into, parsed.GetValue(kind), choice, parsed.GetValue(dry), "import", SitesSeen.All);
                    return RunAsync(terminal, database, input, request, cancellation);
                },
                cancellation);
        });
        return command;
    }

    private static Option<string[]> Pairs(string name, string says, string form)
    {
        var option = new Option<string[]>(name) { Description = says, HelpName = form };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.LastIndexOf('=') <= 0))
                result.AddError($"{name} must be {form}: {token.Value}");
        });
        return option;
    }

    // A heading may hold the sign itself; a name of a column does not. A value that is set may, so that one is split at the first.
    private static Dictionary<string, string> Split(string[]? pairs)
    {
        var split = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs ?? [])
            split[pair[..pair.IndexOf('=')]] = pair[(pair.IndexOf('=') + 1)..];
        return split;
    }

    private static async Task<int> RunAsync(Terminal terminal, Database database, string file, ImportRequest request, CancellationToken cancellation)
    {
        var import = new ImportFile(database, TimeProvider.System);
        void Tell(ImportFault fault) => terminal.Error.WriteLine($"error: {fault}");
        var report = terminal.Progress is not { } screen
            ? await import.Run(file, request, null, Tell, cancellation)
            : await screen.Status().StartAsync("Reading", status => import.Run(
                file, request, new Progress<long>(rows => status.Status($"{Numbers.Count(rows)} rows read")), Tell, cancellation));
        foreach (var warning in report.Warnings)
            terminal.Error.WriteLine($"warning: {warning}");
        if (report.WarningCounts.Sum(count => count.Count) is var all && all > report.Warnings.Count)
            terminal.Error.WriteLine($"warning: and {Numbers.Count(all - report.Warnings.Count)} more of the kind");
        foreach (var use in report.Columns)
            terminal.Out.WriteLine($"{use.Heading}: {use.Column ?? "left out"}{(use.Remembered ? ", as said before" : "")}");
        var wrong = report.FaultCounts.Sum(count => count.Count);
        terminal.Out.WriteLine(wrong > 0
            ? $"{Numbers.Count(report.Rows)} rows, {Numbers.Count(wrong)} faults: nothing was entered."
            : $"{Numbers.Count(report.Rows)} rows: {Numbers.Count(report.Entered)} {(report.Written ? "entered" : "would be entered")}, {Numbers.Count(report.AlreadyThere)} there already.");
        return wrong > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static int WriteTemplate(Terminal terminal, string path, ImportKind kind)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew);
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                ImportTemplate.WriteCsv(kind, stream);
            else
                ImportTemplate.WriteXlsx(kind, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(terminal, path, $"cannot be written: {error.Message}");
        }
        terminal.Out.WriteLine($"{path} is an empty table of {kind.ToString().ToLowerInvariant()}.");
        return ExitCode.Done;
    }

    private static int Refuse(Terminal terminal, string place, string rule)
    {
        Findings.Refuse(terminal, [Finding.Error(place, null, rule)]);
        return ExitCode.BadInput;
    }
}
