using Microsoft.EntityFrameworkCore;
using Relight.Grid;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A need or facility that names a part of the grid which is not what it was, or waits for no repair.</summary>
/// <param name="Title">Title of the need or facility.</param>
/// <param name="Part">The element, or bus, that it names.</param>
/// <param name="Says">What is wrong with it.</param>
public sealed record LooseTie(string Title, ElementId Part, string Says);

/// <summary>Holds what needs and facilities name against a grid that is to be planned with.</summary>
internal static class GridTies
{
    /// <summary>What would not find its part of the grid, needs first.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="before">The network that they were tied to; null where there was none.</param>
    /// <param name="problem">The problem that is to be planned with.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<IReadOnlyList<LooseTie>> Read(
        RelightContext db, Id<Operation> operation, Network? before, RestorationProblem problem, CancellationToken cancel)
    {
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Title).ThenBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var facilities = (await db.Facilities.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var damaged = problem.Repairs.Select(repair => repair.Element).ToHashSet();
        return
        [
            .. from need in needs
               where need.Site?.Exact.Element is not null
               let element = need.Site!.Exact.Element!.Value
               let says = Says(element, before, problem.Network) ?? (damaged.Contains(element) ? null : "is not damaged in this scenario, so no repair waits for this need")
               where says is not null
               select new LooseTie(need.Title, element, says),
            .. needs.Select(need => (need.Title, need.Site?.Exact.Bus)).Concat(facilities.Select(facility => (Title: facility.Title ?? facility.Kind.ToString(), facility.Exact?.Bus)))
                .Where(tied => tied.Bus is { } bus && !problem.Network.HasBus(bus))
                .Select(tied => new LooseTie(tied.Title, new ElementId(ElementKind.Bus, tied.Bus!.Value), "is no bus of this network")),
        ];
    }

    private static string? Says(ElementId element, Network? before, Network network) =>
        !network.Contains(element) ? "is no element of this network"
        : before is null || !before.Contains(element) || Ends(before, element) == Ends(network, element) ? null
        : $"is at {Ends(network, element)} in this network, and was at {Ends(before, element)}";

    private static string Ends(Network network, ElementId element) => element.Kind switch
    {
        ElementKind.Bus => GridNames.OfBus(network, element.Number),
        ElementKind.Branch => network.Branches[element.Number - 1] is var branch ? FormattableString.Invariant($"buses {branch.From} and {branch.To}") : "",
        _ => FormattableString.Invariant($"bus {network.Generators[element.Number - 1].Bus}"),
    };
}
