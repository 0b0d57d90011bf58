using Relight.Funds;
using Relight.Register;

namespace Relight.Storage;

/// <summary>An appeal.</summary>
public sealed class AppealRow : Row<Appeal, AppealRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is asked for.</summary>
    public ItemKind Item { get; private set; }

    /// <summary>First day of the period.</summary>
    public DateOnly From { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Appeal record) => (Version, Title, Item, From) =
        (record.Version, record.Title, record.Target.Item, record.From);
}

/// <summary>Which appeal a contribution answers: one at most, so that none counts twice.</summary>
public sealed class AnswerRow
{
    /// <summary>The contribution.</summary>
    public required Id<Contribution> Contribution { get; init; }

    /// <summary>The operation of both.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The appeal.</summary>
    public required Id<Appeal> Appeal { get; init; }
}

/// <summary>An exchange rate of one day.</summary>
public sealed class ExchangeRateRow
{
    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>Currency given, by its code.</summary>
    public required string From { get; init; }

    /// <summary>Currency got, by its code.</summary>
    public required string To { get; init; }

    /// <summary>Day of the rate.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The rate as text.</summary>
    public required string Document { get; set; }
}

/// <summary>A fund.</summary>
public sealed class FundRow : Row<Fund, FundRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who holds the money.</summary>
    public Id<Organisation> Holder { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Fund record) => (Version, Name, Holder) = (record.Version, record.Name, record.Holder);
}

/// <summary>Money that was paid into a fund.</summary>
public sealed class FundPaymentRow : Row<FundPayment, FundPaymentRow>
{
    /// <summary>The fund.</summary>
    public Id<Fund> Fund { get; private set; }

    /// <summary>Who paid, as <see cref="DonorGroup.Key"/>.</summary>
    public string Donors { get; private set; } = "";

    /// <summary>The contribution that it pays out.</summary>
    public Id<Contribution>? Contribution { get; private set; }

    /// <summary>Day of its arrival.</summary>
    public DateOnly Date { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(FundPayment record) => (Fund, Donors, Contribution, Date) =
        (record.Fund, record.Donors.Key, record.Contribution, record.Date);
}

/// <summary>Money of a fund that is held for a purpose.</summary>
public sealed class ReservationRow : Row<Reservation, ReservationRow>
{
    /// <summary>The fund.</summary>
    public Id<Fund> Fund { get; private set; }

    /// <summary>How far it has come.</summary>
    public ReservationState State { get; private set; }

    /// <summary>When it lapses unless it is under contract by then, UTC.</summary>
    public DateTimeOffset LapsesAt { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Reservation record) => (Fund, State, LapsesAt) = (record.Fund, record.State, record.LapsesAt);
}
