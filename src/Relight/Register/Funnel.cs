using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A sum that has come at least as far as a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Total">Lower bound, upper bound or open, and how many parts are unspecified.</param>
[View(Audience.Coordination)]
public sealed record StageTotal(Stage Stage, Total Total);

/// <summary>One item, in one unit or currency, along the stages.</summary>
/// <param name="Item">The item; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</param>
/// <param name="Measure">Unit, or currency.</param>
/// <param name="IsMoney">Whether the stages are those of money; a currency with stages of goods is the worth of goods.</param>
/// <param name="Stages">Every stage on the way, first to last, also where nothing has come that far.</param>
/// <param name="Out">What was withdrawn or lost, where something was.</param>
[View(Audience.Coordination)]
public sealed record FunnelLine(ItemKind Item, string Measure, bool IsMoney, IReadOnlyList<StageTotal> Stages, IReadOnlyList<StageTotal> Out)
{
    /// <summary>Whether the line is the worth of goods, which stands beside their number and is not added to money given.</summary>
    public bool IsWorthOfGoods => Item == ItemKind.Money && !IsMoney;
}

/// <summary>What one donor, or one group of donors jointly, gives.</summary>
/// <param name="Donors">Their names.</param>
/// <param name="Jointly">Whether they are several, whose shares nobody told.</param>
/// <param name="Lines">Their lines.</param>
[View(Audience.Coordination)]
public sealed record DonorFunnel(IReadOnlyList<string> Donors, bool Jointly, IReadOnlyList<FunnelLine> Lines);

/// <summary>
/// What was promised, by whom, and how far it has come. It adds up contributions, never claims,
/// and what several give jointly stands once, under all of them.
/// </summary>
/// <param name="Lines">Everything together.</param>
/// <param name="Donors">The same by donor: single ones by name, then joint ones.</param>
[View(Audience.Coordination)]
public sealed record Funnel(IReadOnlyList<FunnelLine> Lines, IReadOnlyList<DonorFunnel> Donors)
{
    /// <summary>Adds an operation's contributions up.</summary>
    public static Task<Funnel> Read(RelightContext db, Id<Operation> operation, CancellationToken cancel = default) =>
        Read(db, operation, FunnelFilter.Everything, cancel);

    /// <summary>Adds up those of an operation's contributions, items and stages that meet a filter.</summary>
    public static Task<Funnel> Read(RelightContext db, Id<Operation> operation, FunnelFilter filter, CancellationToken cancel = default) =>
        Read(db, operation, filter, null, cancel);

    /// <summary>The same, by donor only for the line that is chosen out of all of them.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="choose">Chooses the line.</param>
    /// <param name="cancel">Breaks the reading off.</param>
    public static Task<Funnel> Read(
        RelightContext db, Id<Operation> operation, Func<IReadOnlyList<FunnelLine>, FunnelLine?> choose, CancellationToken cancel = default) =>
        Read(db, operation, FunnelFilter.Everything, choose, cancel);

    private static async Task<Funnel> Read(
        RelightContext db, Id<Operation> operation, FunnelFilter filter, Func<IReadOnlyList<FunnelLine>, FunnelLine?>? choose, CancellationToken cancel)
    {
        var names = await Names.Load(db, operation, cancel);
        var (together, byDonors) = (new FunnelSums(), new Dictionary<string, FunnelSums>(StringComparer.Ordinal));
        await TotalReading.Read(
            db, operation, filter,
            sum =>
            {
                together.Add(sum);
                if (!byDonors.TryGetValue(sum.Donors, out var own))
                    byDonors.Add(sum.Donors, own = new FunnelSums());
                own.Add(sum);
            },
            cancel);
        var lines = together.Lines(filter.Stages);
        IReadOnlyList<FunnelLine> Of(FunnelSums own) => choose is null ? own.Lines(filter.Stages) : own.Line(choose(lines));
        return new Funnel(
            lines,
            [.. byDonors.Select(pair => (Donors: names.Of(pair.Key), Lines: Of(pair.Value))).Where(pair => pair.Lines.Count > 0)
                .OrderBy(pair => pair.Donors.Count > 1).ThenBy(pair => string.Join(", ", pair.Donors), StringComparer.Ordinal)
                .Select(pair => new DonorFunnel(pair.Donors, pair.Donors.Count > 1, pair.Lines))]);
    }
}

/// <summary>Which sums of a funnel are wanted.</summary>
/// <param name="Donor">Part of the name of a donor, alone or in a group; null for all.</param>
/// <param name="Items">What is given; null for anything.</param>
/// <param name="Stages">Stages; null for all.</param>
public sealed record FunnelFilter(string? Donor = null, IReadOnlyCollection<ItemKind>? Items = null, IReadOnlyCollection<Stage>? Stages = null)
{
    /// <summary>All sums.</summary>
    public static FunnelFilter Everything { get; } = new();
}
