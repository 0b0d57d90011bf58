using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Design;
using Relight.Web.Forms;
using Relight.Web.Languages.Words;

namespace Relight.Web.Deliveries;

/// <summary>What a consignment can be made of: units that are allocated, that lie in hubs or that are offered; needs and places.</summary>
/// <param name="Allocations">Allocations that stand.</param>
/// <param name="Stock">What lies in hubs.</param>
/// <param name="Offers">Offers.</param>
/// <param name="Needs">Needs that can be sent to: those that hold units, and where they are not too many all that are at a place.</param>
/// <param name="Places">Places of transport.</param>
internal sealed record ConsignmentChoices(
    IReadOnlyList<AllocationForCoordination> Allocations,
    IReadOnlyList<StockForCoordination> Stock,
    IReadOnlyList<EntryOption> Offers,
    IReadOnlyList<EntryOption> Needs,
    IReadOnlyList<EntryOption> Places)
{
    // A list to choose from is of no use, and heavy on a slow link, when it has more.
    private const int MostNeeds = 300;

    /// <summary>Reads them.</summary>
    public static async Task<ConsignmentChoices> Load(RelightContext db, Id<Operation> operation, DateTimeOffset now)
    {
        var allocations = (await AllocationList.ReadForCoordination(db, operation, now))
            .Where(held => held.State is AllocationState.Held or AllocationState.Confirmed).ToList();
        var stock = await StockList.ForCoordination(
            db, operation, await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && row.Units > 0).OrderBy(row => row.Id).ToListAsync());
        var holding = allocations.Select(held => held.Need).ToHashSet();
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync())
            .ConvertAll(row => row.Read()).FindAll(need => need.Site is not null);
        if (needs.Count > MostNeeds)
            needs = needs.FindAll(need => holding.Contains(need.Id));
        var offers = (await db.Offers.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync()).ConvertAll(row => row.Read());
        var places = await db.Places.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Code).ToListAsync();
        return new ConsignmentChoices(
            allocations,
            stock,
            [.. offers.OrderBy(offer => offer.Title, StringComparer.Ordinal).Select(offer => new EntryOption($"{offer.Id}", $"{offer.Title} ({offer.Units})", "en"))],
            [.. needs.OrderByDescending(need => holding.Contains(need.Id)).Select(need => new EntryOption($"{need.Id}", TitleOf(need)))],
            [.. places.Select(row => new EntryOption($"{row.Id}", $"{row.Code} {row.Name}", "en"))]);
    }

    /// <summary>Name of a need in the language of the page, with its oblast.</summary>
    public static string TitleOf(Need need) => Named(need.Requirement, need.Site?.Oblast);

    /// <summary>The same of what an allocation tells of it.</summary>
    public static string TitleOf(AllocationForCoordination held) =>
        held.Requirement is { } requirement ? Named(requirement, held.Oblast) : Show.Isolated(held.NeedTitle ?? "");

    private static string Named(Requirement requirement, AreaCode? oblast) =>
        oblast is { } area ? $"{NeedWords.TitleOf(requirement)} · {AreaWords.Of(area.Code)}" : NeedWords.TitleOf(requirement);
}
