using System.CommandLine;
using System.Globalization;
using Relight.Grid.Import;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight grid enter SCENARIO</c>: enters a scenario and the network it names into an operation, which is opened where it is not there yet.</summary>
internal static class GridEnterCommand
{
    private const string By = "relight grid enter";

    private static readonly string[] s_instants = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "Scenario file, JSON; the network that it names is entered with it" };
        var places = new Option<string?>("--places") { Description = "Where buses are, CSV or XLSX: bus, and latitude and longitude, or x and y", HelpName = "FILE" };
        var area = new Option<string?>("--area") { Description = "P-code of the area of every bus that the table gives none for", HelpName = "CODE" };
        var hourZero = new Option<string?>("--hour-zero") { Description = "When hour 0 of the scenario is, e.g. 2026-11-26T06:00Z (default: the present hour)", HelpName = "INSTANT" };
        var label = new Option<string?>("--label") { Description = "What is to stand wherever the grid shows, e.g. that it is an exercise", HelpName = "TEXT" };
        var country = new Option<string[]>("--country") { Description = "Country that the help is for, ISO 3166; opens the operation where it is not there yet", HelpName = "CC" };
        var dry = new Option<bool>("--dry-run") { Description = "Tell everything that is wrong, enter nothing" };
        var operation = new OperationOptions();
        var command = new Command("enter", "Enters a scenario, its network and the places of buses into an operation") { scenario, places, area, hourZero, label, country, dry };
        operation.AddTo(command);
        area.Validators.Add(result => Refuse(result.Tokens.Where(token => !AreaCode.TryParse(token.Value, null, out _)), "--area must be a P-code such as UA32", result.AddError));
        country.Validators.Add(result => Refuse(result.Tokens.Where(token => !Country.TryParse(token.Value, null, out _)), "--country must be an ISO 3166 code such as UA", result.AddError));
        hourZero.Validators.Add(result => Refuse(result.Tokens.Where(token => InstantOf(token.Value) is null), "--hour-zero must be an instant such as 2026-11-26T06:00Z or 2026-11-26T08:00+02:00", result.AddError));
        command.SetAction(async (parsed, cancellation) =>
        {
            var (entry, findings) = Read(parsed.GetValue(scenario)!, parsed.GetValue(places));
            if (Findings.Refuse(terminal, findings) || entry is null)
                return ExitCode.BadInput;
            entry = entry with
            {
                Area = parsed.GetValue(area) is { } code ? AreaCode.Parse(code, null) : null,
                HourZero = InstantOf(parsed.GetValue(hourZero)),
                Label = parsed.GetValue(label),
            };
            Country[] countries = [.. (parsed.GetValue(country) ?? []).Select(code => Country.Parse(code, null)).Distinct()];
            return await operation.RunOrOpenAsync(
                terminal, parsed, countries,
                (database, into, opens) => RunAsync(terminal, database, into, opens, entry, parsed.GetValue(dry), cancellation),
                cancellation);
        });
        return command;
    }

    private static void Refuse(IEnumerable<System.CommandLine.Parsing.Token> tokens, string rule, Action<string> add)
    {
        foreach (var token in tokens)
            add($"{rule}: {token.Value}");
    }

    private static DateTimeOffset? InstantOf(string? text) =>
        DateTimeOffset.TryParseExact(text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    // The places are held against the network, so they are read where the scenario gives one.
    private static (GridEntry? Entry, IReadOnlyList<Finding> Findings) Read(string scenario, string? places)
    {
        var network = "";
        var problem = ScenarioReader.Read(scenario, path => network = path);
        var grid = problem.Value?.Network ?? (places is not null && File.Exists(network) ? NetworkReader.Read(network).Value : null);
        var read = places is null || grid is null ? null : BusPlaceTable.Read(places, grid);
        IReadOnlyList<Finding> findings = [.. problem.Findings, .. read?.Findings ?? []];
        return problem.Value is null || (read is not null && read.Value is null)
            ? (null, findings)
            : (new GridEntry { Problem = problem.Value, Places = read?.Value ?? [] }, findings);
    }

    private static async Task<int> RunAsync(
        Terminal terminal, Database database, Operation operation, bool opens, GridEntry entry, bool dry, CancellationToken cancellation)
    {
        var entered = await new EnterGrid(database, TimeProvider.System).Run(operation, opens, entry, By, dry, cancellation);
        if (entered.Refusals.Count > 0)
            return Findings.BadInput(terminal, entered.Refusals);
        foreach (var tie in entered.Ties)
            terminal.Error.WriteLine($"warning: {tie.Title}: {tie.Part}: {tie.Says}");
        WriteEntered(terminal, operation, opens, entry, entered, dry);
        if (!dry)
            WriteNext(terminal, entered);
        return ExitCode.Done;
    }

    private static void WriteEntered(Terminal terminal, Operation operation, bool opens, GridEntry entry, GridEntered entered, bool dry)
    {
        var network = entry.Problem.Network;
        var placed = entry.Places.Count(place => place.Latitude is not null || place.X is not null);
        terminal.Out.WriteLine($"Operation {operation.Name}: {(opens ? Said("opened") : "is there already")}");
        terminal.Out.WriteLine(
            $"Network {network.Name}, {Numbers.Count(network.Buses.Count, "bus", "buses")}, {Numbers.Count(network.Branches.Count, "branch", "branches")}, "
            + $"{Numbers.Count(placed)} placed: {(entered.IsNewNetwork ? Said("entered") : "the same as before")}");
        terminal.Out.WriteLine(
            $"Scenario {entered.Scenario.Name}, {Numbers.Count(entry.Problem.Repairs.Count, "damaged element", "damaged elements")}, {Numbers.Count(entry.Problem.Crews.Count, "crew", "crews")}, "
            + $"hour 0 at {entered.Scenario.HourZero:yyyy-MM-dd HH:mm} UTC: {(entered.IsNewScenario ? Said("entered") : "the same as before")}");

        string Said(string done) => dry ? $"would be {done}" : done;
    }

    private static void WriteNext(Terminal terminal, GridEntered entered) => terminal.Out.WriteLine(entered.InForce switch
    {
        null => "There is no plan yet. Make one: relight grid plan",
        { IsOfScenario: true } => "The plan in force is of this scenario.",
        { } plan => $"In force stays the plan of {plan.At:yyyy-MM-dd HH:mm} UTC ({plan.Name}), which is of another scenario. Make one of this: relight grid plan",
    });
}
