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
        var against = new Option<string?>("--against") { Description = "A proposal that was printed with --json: tells what is other than in it, and why", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the proposal as JSON" };
        var way = new TransportOptions();
        var search = new SearchOptions("20 to plan jointly, 20 to compute");
        var operation = new OperationOptions();
        var command = new Command("allocate", "Proposes which units go to which needs") { jointly, compute, locks, hold, effort, against, json };
        way.AddTo(command);
        operation.AddTo(command);
        search.AddTo(command);
        SearchOptions.Positive(effort);
        command.SetAction((parsed, cancellation) => operation.RunAsync(
            terminal,
            parsed,
            async (database, of) =>
            {
                if (parsed.GetValue(jointly) && way.HasPaces(parsed))
                    return Findings.BadInput(terminal, [Finding.Error("--pace", null, "is for proposals: plans and values reckon with the usual paces, so that they agree with each other")]);
                if (parsed.GetValue(jointly))
                    return await JointlyAsync(terminal, database, of, search.Read(parsed), way.Read(parsed), cancellation);
                var faults = new List<Finding>();
                var options = new ProposalOptions
                {
                    Locks = [.. (parsed.GetValue(locks) ?? []).Select(text => LockOf(text, faults)).OfType<KeptGift>()],
                    Effort = parsed.GetValue(effort),
                    Terms = way.Read(parsed),
                    Former = parsed.GetValue(against) is { } file ? FormerOf(file, faults) : null,
                };
                if (faults.Count > 0)
                    return Findings.BadInput(terminal, faults);
                if (parsed.GetValue(compute) && await ComputeAsync(terminal, database, of, search.Read(parsed), cancellation) is { } refused)
                    return refused;
                return await ProposeAsync(terminal, database, of, options, parsed.GetValue(json), parsed.GetValue(hold), cancellation);
            },
            cancellation));
        return command;
    }

    private static async Task<int> ProposeAsync(
        Terminal terminal, Database database, Id<Operation> operation, ProposalOptions options, bool json, bool hold, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var proposed = await ProgressBars.AllocateAsync(terminal, progress => ProposeAllocation.Run(
            db, operation, TimeProvider.System.GetUtcNow(), options, progress, cancellation));
        if (proposed.Proposal is not { } proposal)
            return Findings.BadInput(terminal, proposed.Refusals);
        if (json)
            terminal.Out.WriteLine(JsonSerializer.Serialize(proposal, LedgerJson.Options));
        else
            AllocationView.Write(terminal, proposal);
        // What was stopped early is the best so far, not what somebody asked to be held.
        if (proposal.Interrupted || cancellation.IsCancellationRequested)
        {
            if (hold)
                terminal.Error.WriteLine("interrupted: nothing was held");
            return ExitCode.Interrupted;
        }
        return !hold || await HoldAsync(terminal, database, operation, proposal, cancellation) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Computes what needs are worth; gives an exit code where that is refused.</summary>
    public static async Task<int?> ComputeAsync(
        Terminal terminal, Database database, Id<Operation> operation, PlannerOptions options, CancellationToken cancellation)
    {
        var limited = options.Time is null && options.States is null ? options with { Time = TimeSpan.FromSeconds(2 * Planner.DefaultSeconds) } : options;
        var valued = await ProgressBars.PlanAsync(terminal, progress => new ValueNeeds(database, TimeProvider.System).Run(operation, null, limited, By, progress, cancellation));
        return valued.Values is null ? Findings.BadInput(terminal, valued.Refusals) : null;
    }

    private static async Task<int> JointlyAsync(
        Terminal terminal, Database database, Id<Operation> operation, PlannerOptions options, TransportTerms terms, CancellationToken cancellation)
    {
        var planned = await ProgressBars.PlanAsync(terminal, progress => new PlanJointly(database, TimeProvider.System).Run(operation, null, options, By, terms, progress, cancellation));
        if (planned.Joint is null)
            return Findings.BadInput(terminal, planned.Refusals);
        await using var db = database.Open();
        AllocationView.Write(terminal, (await JointPlanningForCoordination.Latest(db, operation, CancellationToken.None))!);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static async Task<bool> HoldAsync(
        Terminal terminal, Database database, Id<Operation> operation, AllocationProposal proposal, CancellationToken cancellation)
    {
        var all = true;
        foreach (var gift in proposal.Gifts.Where(gift => gift.Units > gift.Standing))
            all &= await SendAsync(
                new HoldUnits(Id<Allocation>.New(TimeProvider.System), gift.Need.Id, gift.Offer, gift.Units - gift.Standing),
                $"{gift.Units - gift.Standing} × {gift.OfferTitle} for {gift.Need.Title}");
        foreach (var gift in proposal.Amounts.Gifts)
            all &= await SendAsync(
                gift.Units is { } units
                    ? new HoldUnits(Id<Allocation>.New(TimeProvider.System), gift.Need.Id, gift.Offer, units)
                    : new HoldAmount(Id<Allocation>.New(TimeProvider.System), gift.Need.Id, gift.Offer, gift.Amount),
                $"{gift.Amount} of {gift.OfferTitle} for {gift.Need.Title}");
        return all;

        async Task<bool> SendAsync(ICommand command, string what)
        {
            var envelope = new Envelope(Id<Envelope>.New(TimeProvider.System).Value, operation, By);
            var outcome = await new Commands(database, TimeProvider.System).Run(command, envelope, cancellation);
            if (outcome.Done)
                terminal.Out.WriteLine($"held: {what}");
            return outcome.Done || !Findings.Refuse(terminal, Findings.Of(outcome.Refusals));
        }
    }

    private static AllocationProposal? FormerOf(string file, List<Finding> faults)
    {
        try
        {
            var former = LedgerJson.Read<AllocationProposal>(File.ReadAllText(file));
            if (former.Gifts?.All(gift => gift is { Need: not null, UnitsOfNeed: > 0 }) == true && former.Gifts.DistinctBy(gift => (gift.Need.Id, gift.Offer)).Count() == former.Gifts.Count)
                return former;
            faults.Add(Finding.Error("--against", file, "must be a proposal as --json prints it"));
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            faults.Add(Finding.Error("--against", file, $"must be a proposal as --json prints it: {error.Message}"));
            return null;
        }
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
}
