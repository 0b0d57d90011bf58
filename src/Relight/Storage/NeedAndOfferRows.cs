using Relight.Register;

namespace Relight.Storage;

/// <summary>A need.</summary>
public sealed class NeedRow : Row<Need, NeedRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What kind of need it is.</summary>
    public NeedKind Kind { get; private set; }

    /// <summary>What would serve it.</summary>
    public ItemKind Item { get; private set; }

    /// <summary>Place of its priority in the list of priorities, from 0 for the most urgent.</summary>
    public int Urgency { get; private set; }

    /// <summary>The day after which it no longer helps.</summary>
    public DateOnly? Deadline { get; private set; }

    /// <summary>Who needs it.</summary>
    public Id<Organisation> Organisation { get; private set; }

    /// <summary>P-code of its oblast; null where it is at no one place.</summary>
    public string? Oblast { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Need record)
    {
        (Version, Title, Kind, Item) = (record.Version, record.Title, record.Requirement.Kind, record.Requirement.Item);
        (Urgency, Deadline, Organisation) = ((int)record.Priority, record.Deadline, record.Organisation);
        Oblast = record.Site?.Oblast.Code;
    }
}

/// <summary>An offer.</summary>
public sealed class OfferRow : Row<Offer, OfferRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is offered.</summary>
    public ItemKind Item { get; private set; }

    /// <summary>Who offers it.</summary>
    public Id<Organisation> Donor { get; private set; }

    /// <summary>The contribution that it is a part of.</summary>
    public Id<Contribution>? Contribution { get; private set; }

    /// <summary>How many units.</summary>
    public int Units { get; private set; }

    /// <summary>Last day on which they are expected where they are needed.</summary>
    public DateOnly? Arrival { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Offer record)
    {
        (Version, Title, Item, Donor) = (record.Version, record.Title, record.Specification.Item, record.Donor);
        (Contribution, Units, Arrival) = (record.Contribution, record.Units, record.Arrival?.Latest);
    }
}
