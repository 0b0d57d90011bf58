using System.Text.Json;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>What must hold of the way of a consignment: each leg begins where the one before ends, and not before it.</summary>
internal static class LegChecks
{
    private const decimal MostTonnes = 100_000;
    private const decimal MostMetres = 1_000;
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365);

    public static void Check(Checks checks, IReadOnlyDictionary<Id<Place>, Place> places, IReadOnlyList<PlannedLeg> legs)
    {
        foreach (var (i, leg) in legs.Index())
        {
            var field = FormattableString.Invariant($"consignment.legs[{i}]");
            CheckEnds(checks, field, places, leg, i > 0 ? legs[i - 1] : null, isLast: i == legs.Count - 1);
            CheckTimes(checks, field, leg, i > 0 ? legs[i - 1] : null);
            CheckLimits(checks, $"{field}.limits", leg.Limits);
            CheckGauge(checks, field, places, leg);
            foreach (var (j, paper) in (leg.Papers ?? []).Index())
                checks.OptionalText(FormattableString.Invariant($"{field}.papers[{j}].number"), paper.Number);
            checks.Require((leg.Papers ?? []).Select(paper => paper.Kind).Distinct().Count() == (leg.Papers?.Count ?? 0), $"{field}.papers", null, "must name each paper once");
        }
    }

    /// <summary>The legs with their gauges and the papers that they take.</summary>
    /// <param name="places">The places of the operation.</param>
    /// <param name="legs">The legs as they were entered.</param>
    /// <param name="site">Country of the site where the last leg may end; null where it ends at a place.</param>
    /// <param name="goods">What travels.</param>
    public static IReadOnlyList<Leg> Made(IReadOnlyDictionary<Id<Place>, Place> places, IReadOnlyList<PlannedLeg> legs, Country? site, Carriage goods)
    {
        var gauges = legs.Select(leg => GaugeOf(places, leg)).ToList();
        bool Breaks(int i, int other) => other >= 0 && other < gauges.Count && gauges[i] is { } own && gauges[other] is { } next && own != next;
        return
        [
            .. legs.Index().Select(leg => new Leg
            {
                From = leg.Item.From,
                To = leg.Item.To,
                Mode = leg.Item.Mode,
                Limits = leg.Item.Limits ?? new LegLimits(),
                GaugeMillimetres = gauges[leg.Index],
                ExpectedDeparture = leg.Item.ExpectedDeparture,
                ExpectedArrival = leg.Item.ExpectedArrival,
                PlannedArrival = leg.Item.ExpectedArrival,
                Papers = Papers(leg.Item.Papers ?? [], PapersNeeded.Of(
                    leg.Item.Mode, gauges[leg.Index], places[leg.Item.From].Code.Country,
                    leg.Item.To is { } to ? places[to].Code.Country : site,
                    Breaks(leg.Index, leg.Index - 1) || Breaks(leg.Index, leg.Index + 1), goods)),
            }),
        ];
    }

    /// <summary>Name of the limit of a size in a body.</summary>
    public static string FieldOf(LoadSize size) => size == LoadSize.Mass ? "tonnes" : $"{JsonNamingPolicy.CamelCase.ConvertName(size.ToString())}Metres";

    /// <summary>What is wrong with a limit that the goods pass, or may pass.</summary>
    public static string Rule(LegFit fit)
    {
        var unit = fit.Size == LoadSize.Mass ? "t" : "m";
        return fit.Verdict == LegVerdict.CannotTell
            ? $"the {fit.Size.ToString().ToLowerInvariant()} of the goods is not known: it cannot be told whether they get through"
            : FormattableString.Invariant($"the goods have {fit.Goods:0.###} {unit}: {fit.Over:0.###} {unit} too much");
    }

    private static List<Paper> Papers(IReadOnlyList<Paper> entered, IReadOnlyList<PaperKind> needed) =>
        [.. needed.Where(kind => !entered.Any(paper => paper.Kind == kind)).Select(kind => new Paper(kind, false)).Concat(entered).OrderBy(paper => paper.Kind)];

    private static void CheckEnds(Checks checks, string field, IReadOnlyDictionary<Id<Place>, Place> places, PlannedLeg leg, PlannedLeg? before, bool isLast)
    {
        var known = places.ContainsKey(leg.From);
        checks.Require(known, $"{field}.from", leg.From, "must be a place of this operation");
        if (known && before is { To: { } end } && end != leg.From)
            checks.Refuse($"{field}.from", places[leg.From].Code, $"must be where the leg before ends: {(places.TryGetValue(end, out var place) ? place.Code : end)}");
        if (leg.To is not { } to)
        {
            checks.Require(isLast, $"{field}.to", null, "must be given: only the last leg leads to the site of the needs");
            checks.Require(leg.Mode is TransportMode.Road or TransportMode.Rail, $"{field}.mode", leg.Mode, "must be road or rail: no ship or aeroplane goes to a site");
            return;
        }
        checks.Require(places.TryGetValue(to, out var target), $"{field}.to", to, "must be a place of this operation")
            .Require(to != leg.From, $"{field}.to", to, "must not be where the leg begins")
            .Require(!isLast || target is null or { IsHub: true }, $"{field}.to", target?.Code, "must be a hub, or be left out for the site of the needs: nobody receives elsewhere");
    }

    private static void CheckTimes(Checks checks, string field, PlannedLeg leg, PlannedLeg? before) => checks
        .Require(leg.ExpectedDeparture.Year is >= 2000 and < 2200, $"{field}.expectedDeparture", leg.ExpectedDeparture, "must lie in the years 2000 to 2199")
        .Require(leg.ExpectedArrival > leg.ExpectedDeparture, $"{field}.expectedArrival", leg.ExpectedArrival, "must be after its departure")
        .Require(leg.ExpectedArrival - leg.ExpectedDeparture <= s_longest, $"{field}.expectedArrival", leg.ExpectedArrival, "must be within a year of its departure")
        .Require(before is null || leg.ExpectedDeparture >= before.ExpectedArrival, $"{field}.expectedDeparture", leg.ExpectedDeparture, "must not be before the leg before ends");

    private static void CheckLimits(Checks checks, string field, LegLimits? limits) => checks
        .Range($"{field}.tonnes", limits?.Tonnes, 0.1m, MostTonnes, "t")
        .Range($"{field}.lengthMetres", limits?.LengthMetres, 0.1m, MostMetres, "m")
        .Range($"{field}.widthMetres", limits?.WidthMetres, 0.1m, MostMetres, "m")
        .Range($"{field}.heightMetres", limits?.HeightMetres, 0.1m, MostMetres, "m");

    private static void CheckGauge(Checks checks, string field, IReadOnlyDictionary<Id<Place>, Place> places, PlannedLeg leg)
    {
        if (leg.Mode != TransportMode.Rail)
        {
            checks.Require(leg.GaugeMillimetres is null, $"{field}.gaugeMillimetres", leg.GaugeMillimetres, "is for legs by rail");
            return;
        }
        if (leg.GaugeMillimetres is { } given and not (Place.StandardGauge or Place.BroadGauge))
        {
            checks.Refuse($"{field}.gaugeMillimetres", given, $"must be {Place.StandardGauge} or {Place.BroadGauge} mm");
            return;
        }
        if (!places.TryGetValue(leg.From, out var from) || (leg.To is { } to && !places.ContainsKey(to)))
            return;
        var end = leg.To is { } id ? places[id] : null;
        if (GaugeOf(places, leg) is not { } gauge)
            checks.Refuse($"{field}.gaugeMillimetres", null, $"must be given: {from.Code}{(end is null ? "" : $" and {end.Code}")} {(Shared(from, end).Count == 0 ? "share no railway of one gauge" : "have railways of both gauges")}");
        else if (!Shared(from, end).Contains(gauge))
            checks.Refuse($"{field}.gaugeMillimetres", gauge, $"must be a gauge that reaches {from.Code}{(end is null ? "" : $" and {end.Code}")}");
    }

    private static int? GaugeOf(IReadOnlyDictionary<Id<Place>, Place> places, PlannedLeg leg) =>
        leg.Mode != TransportMode.Rail ? null
        : leg.GaugeMillimetres ?? (Shared(places[leg.From], leg.To is { } to ? places[to] : null) is [var only] ? only : null);

    private static List<int> Shared(Place from, Place? to) =>
        [.. from.GaugesMillimetres.Where(gauge => to is null || to.GaugesMillimetres.Contains(gauge)).Distinct()];
}
