using Relight.Access;
using Relight.Grid;
using Relight.Plans;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>What kind of equipment a repair waits for where no need of the register says more.</summary>
public enum WantedPart
{
    /// <summary>Parts of a power transformer.</summary>
    Transformer,

    /// <summary>Parts of a line.</summary>
    Line,

    /// <summary>Bars, breakers and other parts of a substation.</summary>
    Bars,

    /// <summary>Parts of a generating unit.</summary>
    Generator,
}

/// <summary>
/// A unit that is missing, as donors see it: what would serve, and what it would bring; not where, and nothing by which the
/// place could be told.
/// </summary>
/// <param name="Need">The need; null where a repair waits for parts that are no need of the register.</param>
/// <param name="Title">Its short name, which gives no site away.</param>
/// <param name="Shortest">The shortest specification that would serve; null where no need says one.</param>
/// <param name="Part">What the repair waits for, where no need says more.</param>
/// <param name="HighKilovolts">Upper voltage of what is repaired, in kV, where no need says more; null where it has none.</param>
/// <param name="LowKilovolts">Its lower voltage, in kV.</param>
/// <param name="Missing">How many units no offer is allocated for.</param>
/// <param name="Priority">How badly the need waits.</param>
/// <param name="Deadline">The day after which it no longer helps.</param>
/// <param name="OneMoreMegawattHours">MWh that one more unit at once would bring; null where planning does not tell.</param>
/// <param name="OneMorePeopleHours">Hours without power that it would spare people, summed over people.</param>
/// <param name="WeekSoonerMegawattHours">MWh that the same would bring a week sooner than it is reckoned with.</param>
/// <param name="WeekSoonerPeopleHours">Hours without power that people would be spared by that.</param>
[View(Audience.Donor)]
public sealed record WantedUnit(
    Id<Need>? Need,
    string? Title,
    Requirement? Shortest,
    WantedPart? Part,
    decimal? HighKilovolts,
    decimal? LowKilovolts,
    int Missing,
    Priority? Priority,
    DateOnly? Deadline,
    decimal? OneMoreMegawattHours,
    decimal? OneMorePeopleHours,
    decimal? WeekSoonerMegawattHours,
    decimal? WeekSoonerPeopleHours)
{
    /// <summary>Whether it counts that one more frees an offered unit, which then serves another need.</summary>
    public bool FreesOffered { get; init; }

    /// <summary>
    /// How many units like those that are there already make the unit whole that is begun, where several make one, as three single-phase
    /// transformers make a bank: nothing else is missing of it. 0 where none is begun.
    /// </summary>
    public int Rest { get; init; }

    /// <summary>How many units make that one; 0 where none is begun.</summary>
    public int Together { get; init; }
}

/// <summary>What is missing, what would bring most first.</summary>
/// <param name="Units">The units.</param>
/// <param name="Plan">The plan that the values come from; null where nothing was valued yet.</param>
/// <param name="ValuesAt">When they were computed, UTC.</param>
/// <param name="IsOutOfDate">Whether needs, offers, allocations or plans have changed since.</param>
/// <param name="Interrupted">Whether computing was stopped early; then values may be too small.</param>
[View(Audience.Donor)]
public sealed record WantedList(
    IReadOnlyList<WantedUnit> Units, Id<StoredPlan>? Plan, DateTimeOffset? ValuesAt, bool IsOutOfDate, bool Interrupted)
{
    /// <summary>The wanted list of an operation, by the values that were computed last.</summary>
    public static async Task<WantedList> Read(RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default)
    {
        var supply = await SupplyOfNeeds.Load(db, operation, now, cancel);
        var values = await ValuesReading.Latest(db, operation, cancel);
        var network = values is null ? null : (await ReadPlan.Run(db, operation, values.Values.Plan, cancel))?.Scenario.Problem.Network;
        var begun = UnitsAtNeed.Of(supply).Where(units => units.Rest > 0).GroupBy(units => units.Need.Id).ToDictionary(of => of.Key, of => of.MinBy(units => units.Rest)!);
        var units = supply.Needs.Where(need => Missing(supply, need) > 0).Select(need => Of(need, values?.Values.Of(need.Id), supply, begun.GetValueOrDefault(need.Id)))
            .Concat((values?.Values.Values ?? []).Where(value => value.Need is null).Select(value => Of(value, network!)));
        return new WantedList(
            [.. units.OrderByDescending(unit => unit.OneMoreMegawattHours ?? -1).ThenByDescending(unit => unit.OneMorePeopleHours)
                .ThenBy(unit => unit.Priority).ThenBy(unit => unit.Deadline ?? DateOnly.MaxValue).ThenBy(unit => unit.Need)],
            values?.Values.Plan, values?.At, values?.IsOutOfDate ?? false, values?.Values.Interrupted ?? false);
    }

    private static int Missing(SupplyOfNeeds supply, Need need) => Filling.Of(need) is { Unit: null, Takes: { } takes }
        ? (int)Math.Ceiling(takes - supply.Allocations.FilledOf(need))
        : need.Requirement is GoodsRequirement && !(supply.Allocations.FilledOf(need) >= Filling.Of(need).Takes) ? need.Units : 0;

    private static WantedUnit Of(Need need, NeedValue? value, SupplyOfNeeds supply, UnitsAtNeed? begun) => new(
        need.Id, need.Title, ShortestRequirement.Of(need, supply.Offers, Practice.Default), null, null, null,
        Missing(supply, need), need.Priority, need.Deadline,
        Energy(value?.OneMore), People(value?.OneMore), Energy(value?.WeekSooner), People(value?.WeekSooner))
    {
        FreesOffered = value?.FreeingOthers is not null,
        Rest = begun?.Rest ?? 0,
        Together = begun?.Together ?? 0,
    };

    private static WantedUnit Of(NeedValue value, Network network)
    {
        var (part, high, low) = PartOf(value.Element, network);
        return new WantedUnit(
            null, null, null, part, high, low, 1, null, null,
            Energy(value.OneMore), People(value.OneMore), Energy(value.WeekSooner), People(value.WeekSooner));
    }

    private static (WantedPart Part, decimal? High, decimal? Low) PartOf(ElementId element, Network network)
    {
        decimal? Kilovolts(int bus) => network.Buses[network.IndexOf(bus)].BaseKilovolts is > 0 and var kilovolts ? (decimal)kilovolts : null;
        if (element.Kind == ElementKind.Bus)
            return (WantedPart.Bars, Kilovolts(element.Number), null);
        if (element.Kind != ElementKind.Branch)
            return (WantedPart.Generator, null, null);
        var branch = network.Branches[element.Number - 1];
        var (one, other) = (Kilovolts(branch.From), Kilovolts(branch.To));
        return branch.IsTransformer ? (WantedPart.Transformer, one > other ? one : other, one > other ? other : one) : (WantedPart.Line, one, null);
    }

    // Figures by which a bus could be found again are no more exact than a plan is: whole MWh, people-hours to two figures.
    private static decimal? Energy(ValueAtHour? value) => value is null ? null : (decimal)Math.Round(Math.Max(0, value.MegawattHours));

    private static decimal? People(ValueAtHour? value)
    {
        if (value is null)
            return null;
        var hours = Math.Max(0, value.PeopleHours);
        if (hours < 100)
            return (decimal)Math.Round(hours);
        var step = Math.Pow(10, Math.Floor(Math.Log10(hours)) - 1);
        return (decimal)(Math.Round(hours / step) * step);
    }
}
