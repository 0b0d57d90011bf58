using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>What is known of the need that a facility names.</summary>
/// <param name="Need">The need; null where it is none of the operation, or was withdrawn.</param>
/// <param name="OfAnother">Whether another facility names it already.</param>
/// <param name="IsKept">Whether the facility names it already: then that it was withdrawn keeps nobody from changing something else.</param>
public sealed record NeedOfFacility(Need? Need, bool OfAnother, bool IsKept = false)
{
    /// <summary>Reads it; null where the facility names no need.</summary>
    internal static async Task<NeedOfFacility?> Load(RelightContext db, Id<Operation> operation, Facility facility, CancellationToken cancel, Facility? standing = null)
    {
        if (facility.Need is not { } id)
            return null;
        var row = await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel);
        var naming = await FacilityList.Naming(db, operation, id, cancel);
        return new NeedOfFacility(row?.Read(), naming.Any(other => other.Id != facility.Id), standing?.Need == id);
    }

    /// <summary>
    /// The need must be one for power, of the same kind of place, organisation and oblast. The exact place is not compared: a
    /// refusal that told it apart would tell coordinators which records share a site.
    /// </summary>
    internal static void Check(Checks checks, Facility facility, NeedOfFacility? known)
    {
        const string Field = "facility.need";
        if (facility.Need is not { } id)
            return;
        if (known?.Need is not { } need)
        {
            checks.Require(known is { IsKept: true }, Field, id, "must be a need of this operation that was not withdrawn")
                .Warn(known is { IsKept: true }, Field, id, "was withdrawn: name another one, or none");
            return;
        }
        var power = need.Requirement as FacilityPower;
        checks.Require(!known.OfAnother, Field, id, "is the need of another facility")
            .Require(power is not null, Field, need.Title, "must be a need for power of a facility")
            .Require(power is null || power.Facility == facility.Kind, Field, power?.Facility, "must be for a facility of the same kind")
            .Require(need.Organisation == facility.Organisation, Field, id, "must be of the organisation that runs the facility")
            .Require(need.Site is null || facility.Oblast is null || need.Site.Oblast == facility.Oblast, Field, need.Site?.Oblast, "must be in the oblast of the facility")
            .Warn(
                power is not null && (facility.TypicalKilowatts ?? facility.EssentialKilowatts) is not null
                    && power.LoadKilowatts != facility.TypicalKilowatts && power.LoadKilowatts != facility.EssentialKilowatts,
                Field, power?.LoadKilowatts, "the need asks for another load than the facility has")
            .Warn(need.Units > 1, Field, need.Units, "the need takes several sets; one of them is counted as the facility's");
    }
}
