using Microsoft.EntityFrameworkCore;
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
        Read(db, operation, null, cancel);

    /// <summary>The same, by donor only for the line that is chosen out of all of them.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="choose">Chooses the line; null for the donors of every line.</param>
    /// <param name="cancel">Breaks the reading off.</param>
    public static async Task<Funnel> Read(
        RelightContext db, Id<Operation> operation, Func<IReadOnlyList<FunnelLine>, FunnelLine?>? choose, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        // Column by column: a large register has tens of thousands of sums, and whole rows take twice the time.
        var totals = await db.Totals.Where(row => row.Operation == operation && row.Parts > 0)
            .Select(row => new { row.Stage, row.Item, row.Measure, row.Donors, row.Lower, row.BoundedUpper, row.OpenParts, row.UnspecifiedParts, row.Parts })
            .ToListAsync(cancel);
        var cells = totals.ConvertAll(row => new Cell(row.Stage, row.Item, row.Measure, row.Donors, new Total(
            Scaled.FromThousandths(row.Lower), Scaled.FromThousandths(row.BoundedUpper), row.OpenParts, row.UnspecifiedParts, row.Parts)));
        var lines = LinesOf(cells);
        if (choose is not null)
        {
            var chosen = choose(lines);
            cells.RemoveAll(cell => (cell.Item, cell.Measure, cell.Stage.IsMoney) != (chosen?.Item, chosen?.Measure, chosen?.IsMoney));
        }
        return new Funnel(
            lines,
            [.. cells.GroupBy(cell => cell.Donors)
                .Select(group => (Donors: names.Of(group.Key), Cells: group))
                .OrderBy(group => group.Donors.Count > 1).ThenBy(group => string.Join(", ", group.Donors), StringComparer.Ordinal)
                .Select(group => new DonorFunnel(group.Donors, group.Donors.Count > 1, LinesOf(group.Cells)))]);
    }

    private static IReadOnlyList<FunnelLine> LinesOf(IEnumerable<Cell> cells) =>
        [.. cells.GroupBy(cell => (cell.Item, cell.Measure, cell.Stage.IsMoney))
            .OrderBy(line => line.Key.Item).ThenByDescending(line => line.Key.IsMoney).ThenBy(line => line.Key.Measure, StringComparer.Ordinal)
            .Select(line => LineOf(line.Key.Item, line.Key.Measure, line.Key.IsMoney, line.ToLookup(cell => cell.Stage, cell => cell.Total)))];

    private static FunnelLine LineOf(ItemKind item, string measure, bool isMoney, ILookup<Stage, Total> totals)
    {
        StageTotal At(Stage stage) => new(stage, totals[stage].Aggregate(Total.Empty, (sum, part) => sum + part));
        return new FunnelLine(
            item, measure, isMoney,
            [.. (isMoney ? Stage.OfMoney : Stage.OfGoods).Select(At)],
            [.. totals.Select(group => group.Key).Where(stage => stage.IsOut).OrderBy(stage => stage.Order).Select(At)]);
    }

    private sealed record Cell(Stage Stage, ItemKind Item, string Measure, string Donors, Total Total);
}
