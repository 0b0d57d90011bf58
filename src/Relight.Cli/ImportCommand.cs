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
        var map = new Option<string[]>("--map") { Description = "What a heading means, e.g. 'Geber=donors'; remembered for the next file", HelpName = "HEADING=COLUMN" };
        var ignore = new Option<string[]>("--ignore") { Description = "Heading of a column that is to be left out; remembered too", HelpName = "HEADING" };
        var set = new Option<string[]>("--set") { Description = "What stands in a column in every row, e.g. 'source_language=en'", HelpName = "COLUMN=VALUE" };
        var dry = new Option<bool>("--dry-run") { Description = "Tell everything that is wrong, enter nothing" };
        var template = new Option<string?>("--template") { Description = "Write an empty table to fill in, .xlsx or .csv, and end", HelpName = "FILE" };
        var command = new Command("import", "Enters claims, needs, offers or organisations from a spreadsheet") { file, kind, map, ignore, set, dry, template };
        operation.AddTo(command);
        ColumnChoice Choice(Func<Option<string[]>, string[]?> valueOf, Action<string, string, string> wrong) =>
            ColumnChoice.Read(valueOf(map) ?? [], valueOf(ignore) ?? [], valueOf(set) ?? [], wrong);
        command.Validators.Add(result => Choice(result.GetValue, (name, value, rule) => result.AddError($"--{name} {value}: {rule}")));
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
                    var choice = Choice(parsed.GetValue, (_, _, _) => { });
                    var request = new ImportRequest(into, parsed.GetValue(kind), choice, parsed.GetValue(dry), "import", SitesSeen.All);
                    return RunAsync(terminal, database, input, request, cancellation);
                },
                cancellation);
        });
        return command;
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
