using Relight.Register;

namespace Relight.Storage;

/// <summary>A contribution.</summary>
public sealed class ContributionRow : Row<Contribution, ContributionRow>
{
    private const int FirstOfMoney = 32;

    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Its donors, as <see cref="DonorGroup.Key"/>.</summary>
    public string Donors { get; private set; } = "";

    /// <summary>Names of its donors, see <see cref="DonorGroupRow.Names"/>.</summary>
    public string DonorNames { get; set; } = "";

    /// <summary>How many give together.</summary>
    public int Members { get; private set; }

    /// <summary>Place on the way of the furthest stage that anything of it has reached, see <see cref="Stage.Order"/>.</summary>
    public int Step { get; private set; }

    /// <summary>The bit of that stage, see <see cref="BitsOf(IEnumerable{Stage})"/>.</summary>
    public long FurthestBit { get; private set; }

    /// <summary>The first of its items, by the name of its kind; null where it has none.</summary>
    public string? Item { get; private set; }

    /// <summary>Lower bound of the first quantity that gives a number, as <see cref="ScaledAmount"/> scales it.</summary>
    public long? Lower { get; private set; }

    /// <summary>Lower bound of the first value that gives a number, in thousandths.</summary>
    public long? ValueLower { get; private set; }

    /// <summary>Kinds of all its items, a bit each, see <see cref="BitsOf(IEnumerable{ItemKind})"/>.</summary>
    public long Kinds { get; private set; }

    /// <summary>Stages that anything of it has reached, a bit each, see <see cref="BitsOf(IEnumerable{Stage})"/>.</summary>
    public long Stages { get; private set; }

    /// <summary>What its quantities measure; null where none gives a number, or they measure different things.</summary>
    public string? Measure { get; private set; }

    /// <summary>The highest lower bound of its quantities, scaled; null where <see cref="Measure"/> is.</summary>
    public long? HighestLower { get; private set; }

    /// <summary>The lowest upper bound of its quantities, scaled; null where all are open, and where <see cref="Measure"/> is.</summary>
    public long? LowestUpper { get; private set; }

    /// <summary>Currency of its values; null where none gives a number, or they are in several.</summary>
    public string? Currency { get; private set; }

    /// <summary>The highest lower bound of its values, in thousandths; null where <see cref="Currency"/> is.</summary>
    public long? HighestValueLower { get; private set; }

    /// <summary>The lowest upper bound of its values, in thousandths; null where all are open, and where <see cref="Currency"/> is.</summary>
    public long? LowestValueUpper { get; private set; }

    /// <summary>Whether its quantities measure different things, or its values are in several currencies.</summary>
    public bool HasSeveralMeasures { get; private set; }

    /// <summary>How many claims it rests on.</summary>
    public int Claims { get; private set; }

    /// <summary>The title as <see cref="SearchText"/> folds it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What it consists of, each with the place that it has in the record: items, then values.</summary>
    public static IEnumerable<PartRow> PartsOf(Contribution record, Id<Operation> operation) =>
        record.Items.Select(item => (item.Value.Item.Kind, item.Value.Stage, Amount: ScaledAmount.Of(item.Value.Quantity)))
            .Concat(record.Values.Select(value => (Kind: ItemKind.Money, value.Value.Stage, Amount: ScaledAmount.Of(value.Value.Money))))
            .Select((part, place) => new PartRow
            {
                Contribution = record.Id,
                Place = place,
                Operation = operation,
                Item = part.Kind,
                Stage = part.Stage,
                Measure = part.Amount.Measure,
                Lower = part.Amount.Lower,
                Upper = part.Amount.Upper,
            });

    // Bits lie in tables: new kinds and stages are added behind those that there are.

    /// <summary>Kinds of items as one number, in which each has a bit.</summary>
    public static long BitsOf(IEnumerable<ItemKind> kinds) => kinds.Aggregate(0L, (bits, kind) => bits | 1L << (int)kind);

    /// <summary>Stages as one number, in which each has a bit: those of money follow those of goods.</summary>
    public static long BitsOf(IEnumerable<Stage> stages) => stages.Aggregate(0L, (bits, stage) => bits | 1L << (stage.Order + (stage.IsMoney ? FirstOfMoney : 0)));

    /// <inheritdoc/>
    protected override void FillColumns(Contribution record)
    {
        (Version, Title, Words, Claims) = (record.Version, record.Title, SearchText.Of(record.Title), record.Claims.Count);
        (Donors, Members) = (record.Donors.Value.Key, record.Donors.Value.Members.Count);
        (Step, FurthestBit) = (record.Furthest.Order, BitsOf([record.Furthest]));
        Item = record.Items.Count > 0 ? record.Items[0].Value.Item.Kind.ToString() : null;
        var quantities = record.Items.Select(item => ScaledAmount.Of(item.Value.Quantity)).Where(amount => amount.Lower is not null).ToList();
        var values = record.Values.Select(value => ScaledAmount.Of(value.Value.Money)).Where(amount => amount.Lower is not null).ToList();
        (Lower, ValueLower) = (quantities.FirstOrDefault().Lower, values.FirstOrDefault().Lower);
        Kinds = BitsOf(record.Items.Select(item => item.Value.Item.Kind));
        Stages = BitsOf(record.Items.Select(item => item.Value.Stage).Concat(record.Values.Select(value => value.Value.Stage)));
        (Measure, HighestLower, LowestUpper) = Range(quantities);
        (Currency, HighestValueLower, LowestValueUpper) = Range(values);
        HasSeveralMeasures = (quantities.Count > 0 && Measure is null) || (values.Count > 0 && Currency is null);
    }

    // Nothing of amounts that measure different things.
    private static ScaledAmount Range(IReadOnlyList<ScaledAmount> amounts) => amounts.DistinctBy(amount => amount.Measure).Count() == 1
        ? new(amounts[0].Measure, amounts.Max(amount => amount.Lower), amounts.Min(amount => amount.Upper))
        : default;
}

/// <summary>One item or value of a contribution, as lists are filtered by it.</summary>
public sealed class PartRow
{
    /// <summary>The contribution.</summary>
    public required Id<Contribution> Contribution { get; init; }

    /// <summary>Place in the contribution, from 0: items, then values.</summary>
    public required int Place { get; init; }

    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>What it is; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</summary>
    public required ItemKind Item { get; set; }

    /// <summary>The stage that it has reached.</summary>
    public required Stage Stage { get; set; }

    /// <summary>What its unit measures, or its currency; null where no number is given.</summary>
    public required string? Measure { get; set; }

    /// <summary>Lower bound, as <see cref="ScaledAmount"/> scales it; null where no number is given.</summary>
    public required long? Lower { get; set; }

    /// <summary>Upper bound, scaled; null where it is open or no number is given.</summary>
    public required long? Upper { get; set; }
}

/// <summary>Which contribution a claim was adopted into: one at most, so that no claim counts twice.</summary>
public sealed class AdoptionRow
{
    /// <summary>The claim.</summary>
    public required Id<Claim> Claim { get; init; }

    /// <summary>The operation of both.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The contribution.</summary>
    public required Id<Contribution> Contribution { get; init; }
}

/// <summary>How much of a contribution has come at least as far as a stage.</summary>
public sealed class ReachedRow
{
    /// <summary>The contribution.</summary>
    public required Id<Contribution> Contribution { get; init; }

    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>What it is; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</summary>
    public required ItemKind Item { get; init; }

    /// <summary>Unit of the bounds, or currency.</summary>
    public required string Measure { get; init; }

    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The contribution's donors, as <see cref="DonorGroup.Key"/>.</summary>
    public required string Donors { get; set; }

    /// <summary>Lower bound in thousandths.</summary>
    public required long Lower { get; set; }

    /// <summary>Upper bound in thousandths; null where it is open or no number is given.</summary>
    public required long? Upper { get; set; }

    /// <summary>Whether a number is given.</summary>
    public required bool Specified { get; set; }
}

/// <summary>
/// The sum of all that has come at least as far as a stage, for one donor or group: what the funnel shows.
/// Kept up to date by every change of a contribution, so that reading it takes the same time however many there are.
/// </summary>
public sealed class TotalRow
{
    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The donors, as <see cref="DonorGroup.Key"/>.</summary>
    public required string Donors { get; init; }

    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>What it is; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</summary>
    public required ItemKind Item { get; init; }

    /// <summary>Unit of the sums, or currency.</summary>
    public required string Measure { get; init; }

    /// <summary>Sum of the lower bounds, in thousandths.</summary>
    public long Lower { get; private set; }

    /// <summary>Sum of the upper bounds of the parts that have one, in thousandths.</summary>
    public long BoundedUpper { get; private set; }

    /// <summary>How many parts give a number without an upper bound.</summary>
    public int OpenParts { get; private set; }

    /// <summary>How many parts give no number.</summary>
    public int UnspecifiedParts { get; private set; }

    /// <summary>How many parts there are.</summary>
    public int Parts { get; private set; }

    /// <summary>The sum.</summary>
    public Total Read() => new(
        Scaled.FromThousandths(Lower), Scaled.FromThousandths(BoundedUpper), OpenParts, UnspecifiedParts, Parts);

    /// <summary>Adds a part, or takes one away.</summary>
    /// <param name="part">The part.</param>
    /// <param name="times">1 to add it, −1 to take it away.</param>
    /// <exception cref="OverflowException">The sum is above what the columns hold, which takes a thousand parts of the largest number.</exception>
    public void Add(ReachedRow part, int times)
    {
        Lower = checked(Lower + (times * part.Lower));
        BoundedUpper = checked(BoundedUpper + (times * (part.Upper ?? 0)));
        OpenParts += part.Specified && part.Upper is null ? times : 0;
        UnspecifiedParts += part.Specified ? 0 : times;
        Parts += times;
    }
}
