using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>
/// A facility as donors see it: what a set there must do; not where it is, who runs it, or how many people depend on it,
/// by which it could be told.
/// </summary>
/// <param name="Id">Id of the facility.</param>
/// <param name="Title">Short name that gives no site away.</param>
/// <param name="Kind">What it does.</param>
/// <param name="TypicalKilowatts">Load on an ordinary day, in kW.</param>
/// <param name="EssentialKilowatts">Load that must be carried, in kW.</param>
/// <param name="ThreePhase">Whether it needs three phases.</param>
/// <param name="Volts">Voltage, in V.</param>
/// <param name="ToleranceHours">Hours that it can stand without power.</param>
/// <param name="Fuels">Fuels that can be had there.</param>
[View(Audience.Donor)]
public sealed record FacilityForDonor(
    Id<Facility> Id,
    string Title,
    FacilityKind Kind,
    decimal? TypicalKilowatts,
    decimal? EssentialKilowatts,
    bool? ThreePhase,
    decimal? Volts,
    decimal? ToleranceHours,
    IReadOnlyList<string> Fuels);

/// <summary>A facility as coordinators see it: with who runs it and the oblast, not the exact place.</summary>
/// <param name="Id">Id of the facility.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name that gives no site away.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Organisation">Who runs it.</param>
/// <param name="Oblast">P-code of its oblast.</param>
/// <param name="TypicalKilowatts">Load on an ordinary day, in kW.</param>
/// <param name="EssentialKilowatts">Load that must be carried, in kW.</param>
/// <param name="ThreePhase">Whether it needs three phases.</param>
/// <param name="Volts">Voltage, in V.</param>
/// <param name="People">How many people depend on it.</param>
/// <param name="ToleranceHours">Hours that it can stand without power.</param>
/// <param name="Fuels">Fuels that can be had there.</param>
/// <param name="TankLitres">Fuel that its tank holds, in litres.</param>
/// <param name="BusKnown">Whether it is known which bus of the network model feeds it.</param>
/// <param name="Need">The need for power at the same place.</param>
/// <param name="OrganisationId">Id of who runs it.</param>
/// <param name="NeedWithdrawn">Whether the need that it names was withdrawn, so that no set can come through it any more.</param>
[View(Audience.Coordination)]
public sealed record FacilityForCoordination(
    Id<Facility> Id,
    int Version,
    string Title,
    FacilityKind Kind,
    string Organisation,
    AreaCode? Oblast,
    decimal? TypicalKilowatts,
    decimal? EssentialKilowatts,
    bool? ThreePhase,
    decimal? Volts,
    Bounds People,
    decimal? ToleranceHours,
    IReadOnlyList<string> Fuels,
    decimal? TankLitres,
    bool BusKnown,
    Id<Need>? Need,
    Id<Organisation> OrganisationId,
    bool NeedWithdrawn);

/// <summary>The facilities of an operation, by title.</summary>
public static class FacilityList
{
    /// <summary>A page of them for donors.</summary>
    public static Task<Page<FacilityForDonor>> ReadForDonors(
        RelightContext db, Id<Operation> operation, Paging paging, CancellationToken cancel = default) =>
        Page<FacilityForDonor>.Of(Rows(db, operation), paging, ForDonor, cancel);

    /// <summary>A facility as donors see it.</summary>
    public static FacilityForDonor ForDonor(FacilityRow row)
    {
        var facility = row.Read();
        return new FacilityForDonor(
            facility.Id, facility.Title, facility.Kind, facility.TypicalKilowatts, facility.EssentialKilowatts,
            facility.ThreePhase, facility.Volts, facility.ToleranceHours, facility.Fuels);
    }

    /// <summary>Facilities of an operation as coordinators see them.</summary>
    public static async Task<IReadOnlyList<FacilityForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IEnumerable<Facility> facilities, CancellationToken cancel = default)
    {
        var (all, names) = (facilities.ToList(), await Names.Load(db, operation, cancel));
        var named = all.Select(facility => facility.Need).OfType<Id<Need>>().ToHashSet();
        var there = (await db.Needs.Where(row => row.Operation == operation && named.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).ToHashSet();
        return [.. all.Select(facility => View(facility, names, facility.Need is { } need && !there.Contains(need)))];
    }

    /// <summary>The facility that names a need, as coordinators see it; null where none does.</summary>
    public static async Task<FacilityForCoordination?> OfNeed(RelightContext db, Id<Operation> operation, Id<Need> need, CancellationToken cancel = default) =>
        (await ForCoordination(db, operation, await Naming(db, operation, need, cancel), cancel)).FirstOrDefault();

    /// <summary>Facilities that name a need.</summary>
    internal static async Task<IReadOnlyList<Facility>> Naming(RelightContext db, Id<Operation> operation, Id<Need> need, CancellationToken cancel)
    {
        // The need is in no column, and its id may stand in a document as a former one: the record decides.
        var text = $"{need}";
        var rows = await db.Facilities.AsNoTracking().Where(row => row.Operation == operation && row.Document.Contains(text)).OrderBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(row => row.Read()).Where(facility => facility.Need == need)];
    }

    private static IQueryable<FacilityRow> Rows(RelightContext db, Id<Operation> operation) =>
        db.Facilities.Where(row => row.Operation == operation).OrderBy(row => row.Title).ThenBy(row => row.Id);

    private static FacilityForCoordination View(Facility facility, Names names, bool needWithdrawn) => new(
        facility.Id,
        facility.Version,
        facility.Title,
        facility.Kind,
        names[facility.Organisation],
        facility.Oblast,
        facility.TypicalKilowatts,
        facility.EssentialKilowatts,
        facility.ThreePhase,
        facility.Volts,
        facility.People,
        facility.ToleranceHours,
        facility.Fuels,
        facility.TankLitres,
        facility.Exact?.Bus is not null,
        facility.Need,
        facility.Organisation,
        needWithdrawn);
}
