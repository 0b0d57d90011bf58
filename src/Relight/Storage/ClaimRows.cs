using Relight.Register;

namespace Relight.Storage;

/// <summary>A claim.</summary>
public sealed class ClaimRow : Row<Claim, ClaimRow>
{
    /// <summary>Its source.</summary>
    public Id<Source> Source { get; private set; }

    /// <summary>Its donors, as <see cref="DonorGroup.Key"/>.</summary>
    public string Donors { get; private set; } = "";

    /// <summary>Names of its donors, see <see cref="DonorGroupRow.Names"/>.</summary>
    public string DonorNames { get; set; } = "";

    /// <summary>What is given, by the name of its kind.</summary>
    public string Item { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Place of the stage on the way, see <see cref="Stage.Order"/>.</summary>
    public int Step { get; private set; }

    /// <summary>First day that it can mean.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Last day that it can mean.</summary>
    public DateOnly Latest { get; private set; }

    /// <summary>What the quantity's unit measures; null where no number is given.</summary>
    public string? Measure { get; private set; }

    /// <summary>Lower bound of the quantity, as <see cref="ScaledAmount"/> scales it; null where no number is given.</summary>
    public long? Lower { get; private set; }

    /// <summary>Upper bound of the quantity, scaled; null where it is open or no number is given.</summary>
    public long? Upper { get; private set; }

    /// <summary>Currency of the value; null where no number is given.</summary>
    public string? Currency { get; private set; }

    /// <summary>Lower bound of the value in thousandths; null where no number is given.</summary>
    public long? ValueLower { get; private set; }

    /// <summary>Upper bound of the value in thousandths; null where it is open or no number is given.</summary>
    public long? ValueUpper { get; private set; }

    /// <summary>Who published the source, as <see cref="SearchText"/> folds it.</summary>
    public string Publisher { get; private set; } = "";

    /// <summary>Language of the source, lower case.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Description of what is given, as <see cref="SearchText"/> folds it.</summary>
    public string Description { get; private set; } = "";

    /// <summary>The quote, folded.</summary>
    public string Quote { get; private set; } = "";

    /// <summary>Address of the source, folded.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Puts the record into the row, with what lists need of other records.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="source">Its source.</param>
    /// <param name="donorNames">Names of its donors.</param>
    public ClaimRow With(Claim claim, Source source, string donorNames)
    {
        With(claim);
        (DonorNames, Publisher, Language) = (donorNames, SearchText.Of(source.Publisher), source.Language.Tag.ToLowerInvariant());
        (Description, Quote, Address) = (SearchText.Of(claim.Item.Description), SearchText.Of(claim.Quote), SearchText.Of(source.Address.AbsoluteUri));
        return this;
    }

    /// <inheritdoc/>
    protected override void FillColumns(Claim record)
    {
        (Source, Donors, Item, Stage, Step) = (record.Source, record.Donors.Key, record.Item.Kind.ToString(), record.Stage, record.Stage.Order);
        (Date, Latest) = (record.Date.Earliest, record.Date.Latest);
        (Measure, Lower, Upper) = ScaledAmount.Of(record.Quantity);
        (Currency, ValueLower, ValueUpper) = ScaledAmount.Of(record.Value);
    }
}

/// <summary>Donors that give something together, by name: one row for each group, so that lists are searched by the names of a few hundred.</summary>
public sealed class DonorGroupRow
{
    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The donors, as <see cref="DonorGroup.Key"/>.</summary>
    public required string Donors { get; init; }

    /// <summary>Their names in the order of the alphabet, with semicolons between them; the first <see cref="Ledger.Checks.Line"/> letters of them.</summary>
    public required string Names { get; set; }

    /// <summary>All of the names as <see cref="SearchText"/> folds them.</summary>
    public required string Words { get; set; }
}
