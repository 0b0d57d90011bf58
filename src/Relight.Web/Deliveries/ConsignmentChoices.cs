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
/// <param name="Needs">Needs at a place that can be chosen: all of them where they are not too many, else those that hold something, that the form names or that are looked for.</param>
/// <param name="Places">Places of transport.</param>
/// <param name="NeedsInAll">How many needs are at a place.</param>
internal sealed record ConsignmentChoices(
    IReadOnlyList<AllocationForCoordination> Allocations,
    IReadOnlyList<StockForCoordination> Stock,
    IReadOnlyList<EntryOption> Offers,
    IReadOnlyList<EntryOption> Needs,
    IReadOnlyList<EntryOption> Places,
    int NeedsInAll)
{
    /// <summary>Most needs to choose from: a list is of no use, and heavy on a slow link, when it has more.</summary>
    public const int MostNeeds = 300;

    /// <summary>Reads them.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="find">Words of the name or oblast of the needs that are looked for, in the language of the page; null for none.</param>
    /// <param name="named">Needs that the form names already.</param>
    public static async Task<ConsignmentChoices> Load(RelightContext db, Id<Operation> operation, DateTimeOffset now, string? find = null, IReadOnlySet<Id<Need>>? named = null)
    {
        var allocations = (await AllocationList.ReadForCoordination(db, operation, now))
            .Where(held => held.State is AllocationState.Held or AllocationState.Confirmed).ToList();
        var stock = await StockList.ForCoordination(
            db, operation, await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && (row.Units > 0 || row.HasAmount)).OrderBy(row => row.Id).ToListAsync());
        var holding = allocations.Select(held => held.Need).ToHashSet();
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync())
            .ConvertAll(row => row.Read()).FindAll(need => need.Site is not null);
        var inAll = needs.Count;
        if (inAll > MostNeeds || !string.IsNullOrWhiteSpace(find))
            needs = Found(needs, find, need => holding.Contains(need.Id) || named?.Contains(need.Id) == true);
        var offers = (await db.Offers.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync()).ConvertAll(row => row.Read());
        var places = await db.Places.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Code).ToListAsync();
        return new ConsignmentChoices(
            allocations,
            stock,
            [.. offers.OrderBy(offer => offer.Title, StringComparer.Ordinal).Select(offer => new EntryOption($"{offer.Id}", $"{offer.Title} ({offer.Units})", "en"))],
            [.. needs.OrderByDescending(need => holding.Contains(need.Id)).Select(need => new EntryOption($"{need.Id}", TitleOf(need)))],
            [.. places.Select(row => new EntryOption($"{row.Id}", $"{row.Code} {row.Name}", "en"))],
            inAll);
    }

    // Every word that is looked for must be in the name as the page shows it, or in the title that was entered.
    private static List<Need> Found(List<Need> needs, string? find, Predicate<Need> stays)
    {
        var words = (find ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool Matches(Need need) => $"{TitleOf(need)} {need.Title}" is var text && Array.TrueForAll(words, word => text.Contains(word, StringComparison.CurrentCultureIgnoreCase));
        return [.. needs.Where(need => stays(need)).Concat(words.Length == 0 ? [] : needs.Where(need => !stays(need) && Matches(need)).Take(MostNeeds))];
    }

    /// <summary>Name of a need in the language of the page, with its oblast.</summary>
    public static string TitleOf(Need need) => Named(need.Requirement, need.Site?.Oblast);

    /// <summary>The same of what an allocation tells of it.</summary>
    public static string TitleOf(AllocationForCoordination held) =>
        held.Requirement is { } requirement ? Named(requirement, held.Oblast) : Show.Isolated(held.NeedTitle ?? "");

    private static string Named(Requirement requirement, AreaCode? oblast) =>
        oblast is { } area ? $"{NeedWords.TitleOf(requirement)} · {AreaWords.Of(area.Code)}" : NeedWords.TitleOf(requirement);
}
