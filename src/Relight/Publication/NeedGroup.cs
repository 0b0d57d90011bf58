using Relight.Access;
using Relight.Register;

namespace Relight.Publication;

/// <summary>A rating as the public sees it: from a number on, below another.</summary>
/// <param name="From">The least rating in the band.</param>
/// <param name="Below">The least rating above the band; null for the highest band.</param>
/// <param name="Unit">Unit of both.</param>
[View(Audience.Public)]
public sealed record Band(decimal From, decimal? Below, Unit Unit)
{
    private static readonly decimal[] s_megavoltamperes = [0, 63, 125, 250];
    private static readonly decimal[] s_kilovolts = [0, 52, 170, 300];
    private static readonly decimal[] s_kilowatts = [0, 100, 500, 2000];

    /// <summary>The band of what a requirement asks for; null where it has no rating, or none is known.</summary>
    public static Band? Of(Requirement requirement) => requirement switch
    {
        TransformerBay { LoadMegavoltamperes: { } load } => In(s_megavoltamperes, load, Unit.Megavoltampere),
        BreakerBay { SystemUm: var kilovolts } => In(s_kilovolts, kilovolts, Unit.Kilovolt),
        FacilityPower { LoadKilowatts: var load } => In(s_kilowatts, load, Unit.Kilowatt),
        _ => null,
    };

    private static Band In(decimal[] edges, decimal rating, Unit unit)
    {
        var place = Math.Max(0, Array.FindLastIndex(edges, edge => edge <= rating));
        return new Band(edges[place], place + 1 < edges.Length ? edges[place + 1] : null, unit);
    }
}

/// <summary>Needs of one kind, as the public sees them: how many, by oblast and by band of rating. Three at least, at three places at least.</summary>
/// <param name="Kind">Kind of need.</param>
/// <param name="Item">What would serve; null where several kinds of item are in the group.</param>
/// <param name="Oblast">The oblast; null where they are in several, or at no one place.</param>
/// <param name="Rating">The band of their ratings; null where several are in the group, or they have none.</param>
/// <param name="Needs">How many needs.</param>
/// <param name="Units">How many units they ask for.</param>
[View(Audience.Public)]
public sealed record NeedGroup(NeedKind Kind, ItemKind? Item, AreaCode? Oblast, Band? Rating, int Needs, long Units)
{
    /// <summary>P-codes of the first administrative level: two letters and two digits (OCHA COD-AB).</summary>
    private const int LettersOfOblast = 4;

    private static readonly Func<Need, (NeedKind, ItemKind?, AreaCode?, Band?)>[] s_keys =
    [
        need => (need.Requirement.Kind, need.Requirement.Item, OblastOf(need.Site?.Oblast), Band.Of(need.Requirement)),
        need => (need.Requirement.Kind, need.Requirement.Item, OblastOf(need.Site?.Oblast), null),
        need => (need.Requirement.Kind, need.Requirement.Item, null, null),
        need => (need.Requirement.Kind, null, null, null),
    ];

    /// <summary>Groups of needs; those too few even of one kind are left out.</summary>
    public static IReadOnlyList<NeedGroup> Of(IEnumerable<Need> needs) =>
    [
        .. SmallGroups.Divide(needs, s_keys, IsLargeEnough)
            .Select(group => new NeedGroup(group.Key.Item1, group.Key.Item2, group.Key.Item3, group.Key.Item4, group.Members.Count, group.Members.Sum(need => (long)need.Units)))
            .OrderBy(group => group.Kind).ThenBy(group => group.Item is null).ThenBy(group => group.Item)
            .ThenBy(group => group.Oblast is null).ThenBy(group => group.Oblast?.Code, StringComparer.Ordinal).ThenBy(group => group.Rating is null).ThenBy(group => group.Rating?.From),
    ];

    /// <summary>The oblast of an area that may be finer.</summary>
    internal static AreaCode? OblastOf(AreaCode? area) => area is null ? null : AreaCode.Parse(area.Code[..LettersOfOblast], null);

    // Three needs of one substation are one place.
    private static bool IsLargeEnough(IReadOnlyList<Need> needs) =>
        needs.Count >= SmallGroups.Least
        && needs.Select(need => need.Site?.Exact.Name ?? $"{need.Id}").Distinct(StringComparer.OrdinalIgnoreCase).Count() >= SmallGroups.Least;
}
