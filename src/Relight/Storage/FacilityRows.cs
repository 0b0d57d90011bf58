using Relight.Facilities;
using Relight.Register;

namespace Relight.Storage;

/// <summary>A facility. Its exact place is in no column: no list can filter or sort by it.</summary>
public sealed class FacilityRow : Row<Facility, FacilityRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name that gives no site away.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it does.</summary>
    public FacilityKind Kind { get; private set; }

    /// <summary>Who runs it.</summary>
    public Id<Organisation> Organisation { get; private set; }

    /// <summary>P-code of its oblast; null where not known.</summary>
    public string? Oblast { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Facility record) => (Version, Title, Kind, Organisation, Oblast) =
        (record.Version, record.Title, record.Kind, record.Organisation, record.Oblast?.Code);
}
