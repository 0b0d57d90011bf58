using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Sample;

/// <summary>One line of the table of who gives what.</summary>
/// <param name="Donors">Names of the donors; several where they give jointly.</param>
/// <param name="Item">What they give.</param>
/// <param name="Measure">Unit, or currency.</param>
/// <param name="WorthOfGoods">Whether an amount of money is what goods are worth, and not given as money.</param>
/// <param name="Promised">How much in all.</param>
/// <param name="Furthest">The furthest stage that any of it has reached.</param>
/// <param name="There">How much has reached that stage.</param>
public sealed record GivenRow(
    IReadOnlyList<string> Donors, ItemKind Item, string Measure, bool WorthOfGoods, Total Promised, Stage Furthest, Total There);

/// <summary>How many pairs of a need and an offer of its kind have a verdict.</summary>
/// <param name="Kind">Kind of item that is needed.</param>
/// <param name="Needs">How many needs of this kind there are.</param>
/// <param name="Served">How many of them some offer fits, with work or without.</param>
/// <param name="Fits">Pairs that fit.</param>
/// <param name="FitsWithWork">Pairs that fit with work.</param>
/// <param name="CannotTellYet">Pairs that cannot be told yet.</param>
/// <param name="DoesNotFit">Pairs that do not fit.</param>
public sealed record MatchRow(
    ItemKind Kind, int Needs, int Served, int Fits, int FitsWithWork, int CannotTellYet, int DoesNotFit);

/// <summary>A repair of the plan, for people.</summary>
/// <param name="Repair">The repair.</param>
/// <param name="Name">What people call the element.</param>
/// <param name="Oblast">P-code of its area; null where it is not known.</param>
/// <param name="Equipment">The offered unit that it waits for; null where it waits for none.</param>
public sealed record RepairRow(PlannedRepair Repair, string Name, string? Oblast, UnitArrival? Equipment);

/// <summary>What the demo tells of an operation: what is given, what fits, what is repaired first, and what that is worth.</summary>
/// <param name="Given">Who gives what, by donor.</param>
/// <param name="Matches">What fits, by kind of item.</param>
/// <param name="Questions">Questions to donors that would settle what cannot be told yet.</param>
/// <param name="FirstRepairs">The plan's first repairs in the order of their start; empty where there is no plan.</param>
/// <param name="Plan">The plan with the order of the damage list beside it; null where there is none.</param>
/// <param name="Joint">What planning and allocating together gave, beside allocating first; null where that was not done.</param>
public sealed record SampleSummary(
    IReadOnlyList<GivenRow> Given,
    IReadOnlyList<MatchRow> Matches,
    IReadOnlyList<string> Questions,
    IReadOnlyList<RepairRow> FirstRepairs,
    PlanReading? Plan,
    JointPlanningForCoordination? Joint);

/// <summary>Reads the summary of an operation.</summary>
public static class ReadSummary
{
    /// <summary>How many of the first repairs are told.</summary>
    public const int Repairs = 10;

    /// <summary>The summary of an operation as it stands.</summary>
    public static async Task<SampleSummary> Run(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        var funnel = await Funnel.Read(db, operation, cancel);
        var needs = db.Needs.Where(row => row.Operation == operation).AsEnumerable().ToLookup(row => row.Item, row => row.Id);
        var matches = await MatchOffers.ForAll(db, operation, Practice.Default, cancel);
        var plan = await ReadPlan.Latest(db, operation, cancel);
        return new SampleSummary(
            [.. funnel.Donors.SelectMany(donor => donor.Lines.Select(line => Row(donor, line)))],
            [.. needs.OrderBy(kind => kind.Key).Select(kind => Row(kind.Key, [.. kind], matches))],
            [.. matches.SelectMany(match => match.Questions).Where(q => q.To == Asked.Donor).Select(q => q.Text).Distinct()],
            plan is null ? [] : [.. plan.Best.Plan.Repairs.Take(Repairs).Select(repair => Row(plan, repair))],
            plan,
            await JointPlanningForCoordination.Latest(db, operation, cancel));
    }

    private static GivenRow Row(DonorFunnel donor, FunnelLine line)
    {
        var furthest = line.Stages.Last(stage => stage.Total.Parts > 0);
        return new GivenRow(
            donor.Donors, line.Item, line.Measure, line.IsWorthOfGoods, line.Stages[0].Total, furthest.Stage, furthest.Total);
    }

    private static MatchRow Row(ItemKind kind, HashSet<Id<Need>> needs, IReadOnlyList<Match> matches)
    {
        var own = matches.Where(match => needs.Contains(match.Need)).ToList();
        int Count(Verdict verdict) => own.Count(match => match.Verdict == verdict);
        return new MatchRow(
            kind,
            needs.Count,
            own.Where(match => match.Verdict <= Verdict.FitsWithWork).Select(match => match.Need).Distinct().Count(),
            Count(Verdict.Fits),
            Count(Verdict.FitsWithWork),
            Count(Verdict.CannotTellYet),
            Count(Verdict.DoesNotFit));
    }

    private static RepairRow Row(PlanReading plan, PlannedRepair repair) => new(
        repair,
        plan.Scenario.NameOf(repair.Element),
        plan.Scenario.OblastOf(repair.Element),
        plan.Units.FirstOrDefault(unit => unit.Element == repair.Element));
}
