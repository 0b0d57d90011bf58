using System.Text.Json.Serialization;
using Relight.Grid;
using Relight.Register;

namespace Relight.Plans;

/// <summary>What it would save that the equipment of a repair is ready at another hour than the plan has it, found by planning anew.</summary>
/// <param name="ReadyHour">Hour at which it is there and the work that it makes is done, on the clock of the plan.</param>
/// <param name="MegawattHours">MWh that would be served and are not; below 0 where it is ready later.</param>
/// <param name="WeightedMegawattHours">The same by weight.</param>
/// <param name="PeopleHours">Hours without power that people would be spared, summed over people.</param>
public sealed record ValueAtHour(double ReadyHour, double MegawattHours, double WeightedMegawattHours, double PeopleHours);

/// <summary>What the equipment of one repair is worth by the hour at which it is ready, the rest as the plan has it.</summary>
/// <param name="Need">The need that it serves; null where the repair waits for parts that are no need of the register.</param>
/// <param name="Element">The repair.</param>
/// <param name="PresentHour">Hour at which the plan has it ready.</param>
/// <param name="WithoutHour">Hour at which what the repair waits for without a given unit is ready.</param>
/// <param name="Points">What was found, by hour; at least one.</param>
public sealed record NeedValue(Id<Need>? Need, ElementId Element, double PresentHour, double WithoutHour, IReadOnlyList<ValueAtHour> Points)
{
    /// <summary>What one more unit at once would save together with the offered unit that it frees for others; null where it frees none, or that brings no more.</summary>
    public ValueAtHour? FreeingOthers { get; init; }

    /// <summary>One more unit, there at once: what the best allocation makes of it.</summary>
    [JsonIgnore]
    public ValueAtHour OneMore => FreeingOthers ?? At(0);

    /// <summary>What the plan reckons with, a week sooner; at once where that is less than a week away.</summary>
    [JsonIgnore]
    public ValueAtHour WeekSooner => At(Math.Max(0, PresentHour - NeedValuation.HoursOfWeek));

    /// <summary>What it would save at an hour: as found, and in a straight line between two hours that were looked at.</summary>
    public ValueAtHour At(double hour)
    {
        var after = Points.FirstOrDefault(point => point.ReadyHour >= hour) ?? Points[^1];
        var before = Points.LastOrDefault(point => point.ReadyHour <= hour) ?? Points[0];
        if (after.ReadyHour <= before.ReadyHour)
            return after with { ReadyHour = hour };
        var share = (hour - before.ReadyHour) / (after.ReadyHour - before.ReadyHour);
        double Between(Func<ValueAtHour, double> of) => of(before) + (share * (of(after) - of(before)));
        return new ValueAtHour(hour, Between(point => point.MegawattHours), Between(point => point.WeightedMegawattHours), Between(point => point.PeopleHours));
    }

    /// <summary>What a unit is worth there that is ready at an hour, in weighted MWh, against waiting for what comes without one; 0 or more.</summary>
    public double WorthAt(double hour) => Math.Max(0, At(hour).WeightedMegawattHours - At(WithoutHour).WeightedMegawattHours);
}

/// <summary>What the equipment that repairs wait for is worth by the hour, as computed from one plan and kept.</summary>
public sealed record NeedValues
{
    /// <summary>Id of the values.</summary>
    public required Id<NeedValues> Id { get; init; }

    /// <summary>The plan that they start from.</summary>
    public required Id<StoredPlan> Plan { get; init; }

    /// <summary>The repairs that wait for equipment, in the order of the damage list.</summary>
    public required IReadOnlyList<NeedValue> Values { get; init; }

    /// <summary>Whether computing was stopped before all had their share; then values may be too small.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>The values of a need; null where it is tied to no repair, or came later.</summary>
    public NeedValue? Of(Id<Need> need) => Values.FirstOrDefault(value => value.Need == need);
}
