using Relight.Register;

namespace Relight.Storage;

/// <summary>A contribution.</summary>
public sealed class ContributionRow : Row<Contribution, ContributionRow>
{
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

    /// <summary>The first of its items, by the name of its kind; null where it has none.</summary>
    public string? Item { get; private set; }

    /// <summary>Lower bound of the first quantity that gives a number, as <see cref="ScaledAmount"/> scales it.</summary>
    public long? Lower { get; private set; }

    /// <summary>Lower bound of the first value that gives a number, in thousandths.</summary>
    public long? ValueLower { get; private set; }

    /// <summary>How many claims it rests on.</summary>
    public int Claims { get; private set; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <inheritdoc/>
    protected override void FillColumns(Contribution record)
    {
        (Version, Title, Claims, Step) = (record.Version, record.Title, record.Claims.Count, record.Furthest.Order);
        (Donors, Members) = (record.Donors.Value.Key, record.Donors.Value.Members.Count);
        Item = record.Items.Count > 0 ? record.Items[0].Value.Item.Kind.ToString() : null;
        Lower = record.Items.Select(item => ScaledAmount.Of(item.Value.Quantity).Lower).FirstOrDefault(lower => lower is not null);
        ValueLower = record.Values.Select(value => ScaledAmount.Of(value.Value.Money).Lower).FirstOrDefault(lower => lower is not null);
    }
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
