using System.CommandLine;
using System.Text.Json;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight allocate</c>: proposes which units go to which needs, with a proof or a bound; holds them where told to; or plans and allocates together.</summary>
internal static class AllocateCommand
{
    private const string By = "relight allocate";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var jointly = new Option<bool>("--jointly") { Description = "Plan and allocate in turn until it settles; keep the plan, and compare it with allocating first" };
        var compute = new Option<bool>("--compute") { Description = "Compute anew what each need is worth, from the latest plan" };
        var hold = new Option<bool>("--hold") { Description = "Hold the units that are proposed" };
        var locks = new Option<string[]>("--lock") { Description = "Let this stay: ids of need and offer, and units of the need (1 where they are left out)", HelpName = "NEED:OFFER[:UNITS]" };
        var effort = new Option<double>("--effort") { Description = "Solver's steps at most, about a second of one core each", HelpName = "N", DefaultValueFactory = _ => ProposeAllocation.UsualEffort };
        var json = new Option<bool>("--json") { Description = "Print the proposal as JSON" };
        var search = new SearchOptions("20 to plan jointly, 20 to compute");
        var operation = OperationChoice.Option();
        var data = DataFolder.Option();
        var command = new Command("allocate", "Proposes which units go to which needs") { jointly, compute, locks, hold, effort, json, operation, data };
        search.AddTo(command);
        SearchOptions.Positive(effort);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (database, trouble) = await DataFolder.OpenAsync(parsed.GetValue(data)!, cancellation);
            if (database is null)
                return Refuse(terminal, [trouble!]);
            if (await OperationChoice.FindAsync(database, parsed.GetValue(operation), cancellation) is not { } of)
                return Refuse(terminal, [Finding.Error("--operation", null, OperationChoice.RuleOf(parsed.GetValue(operation)))]);
            var options = search.Read(parsed);
            if (parsed.GetValue(jointly))
                return await JointlyAsync(terminal, database, of, options, cancellation);
            if (parsed.GetValue(compute) && await ComputeAsync(terminal, database, of, options, cancellation) is { } refused)
                return refused;
            var faults = new List<Finding>();
            var kept = (parsed.GetValue(locks) ?? []).Select(text => LockOf(text, faults)).OfType<KeptGift>().ToList();
            if (faults.Count > 0)
                return Refuse(terminal, faults);
            await using var db = database.Open();
            var proposed = await ProposeAllocation.Run(db, of, TimeProvider.System.GetUtcNow(), kept, parsed.GetValue(effort), null, cancellation);
            if (proposed.Proposal is not { } proposal)
                return Refuse(terminal, proposed.Refusals.Select(refusal => Finding.Error("--lock", refusal.Value, refusal.Rule)));
            if (parsed.GetValue(json))
                terminal.Out.WriteLine(JsonSerializer.Serialize(proposal, LedgerJson.Options));
            else
                AllocationView.Write(terminal, proposal);
            if (parsed.GetValue(hold) && !await HoldAsync(terminal, database, of, proposal, cancellation))
                return ExitCode.Failed;
            return proposal.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Computes what needs are worth; gives an exit code where that is refused.</summary>
    public static async Task<int?> ComputeAsync(
        Terminal terminal, Database database, Id<Operation> operation, PlannerOptions options, CancellationToken cancellation)
    {
        var limited = options.Time is null && options.States is null ? options with { Time = TimeSpan.FromSeconds(2 * Planner.DefaultSeconds) } : options;
        var valued = await ProgressBars.PlanAsync(terminal, progress => new ValueNeeds(database, TimeProvider.System).Run(operation, null, limited, By, progress, cancellation));
        return valued.Values is null ? Refuse(terminal, Findings(valued.Refusals)) : null;
    }

    private static async Task<int> JointlyAsync(
        Terminal terminal, Database database, Id<Operation> operation, PlannerOptions options, CancellationToken cancellation)
    {
        var planned = await ProgressBars.PlanAsync(terminal, progress => new PlanJointly(database, TimeProvider.System).Run(operation, null, options, By, progress, cancellation));
        if (planned.Joint is null)
            return Refuse(terminal, Findings(planned.Refusals));
        await using var db = database.Open();
        AllocationView.Write(terminal, (await JointPlanningForCoordination.Latest(db, operation, CancellationToken.None))!);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static async Task<bool> HoldAsync(
        Terminal terminal, Database database, Id<Operation> operation, AllocationProposal proposal, CancellationToken cancellation)
    {
        var (commands, all) = (new Commands(database, TimeProvider.System), true);
        foreach (var gift in proposal.Gifts.Where(gift => gift.Units > gift.Standing))
        {
            var command = new HoldUnits(Id<Allocation>.New(TimeProvider.System), gift.Need.Id, gift.Offer, gift.Units - gift.Standing);
            var outcome = await commands.Run(command, new Envelope(Id<Envelope>.New(TimeProvider.System).Value, operation, By), cancellation);
            if (outcome.Done)
                terminal.Out.WriteLine($"held: {gift.Units - gift.Standing} × {gift.OfferTitle} for {gift.Need.Title}");
            else
                all = !Cli.Findings.Refuse(terminal, Findings(outcome.Refusals)) && all;
        }
        return all;
    }

    private static KeptGift? LockOf(string text, List<Finding> faults)
    {
        var parts = text.Split(':');
        if (parts.Length is 2 or 3 && Id<Need>.TryParse(parts[0], null, out var need) && Id<Offer>.TryParse(parts[1], null, out var offer)
            && int.TryParse(parts.ElementAtOrDefault(2) ?? "1", System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units))
            return new KeptGift(need, offer, units);
        faults.Add(Finding.Error("--lock", text, "must be NEED:OFFER or NEED:OFFER:UNITS, with the ids of both"));
        return null;
    }

    private static List<Finding> Findings(IEnumerable<Refusal> refusals) => [.. refusals.Select(refusal => Finding.Error(refusal.Field, refusal.Value, refusal.Rule))];

    private static int Refuse(Terminal terminal, IEnumerable<Finding> findings)
    {
        Cli.Findings.Refuse(terminal, findings);
        return ExitCode.BadInput;
    }
}
