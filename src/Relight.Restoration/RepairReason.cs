using System.Globalization;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>What decides when a repair starts.</summary>
public enum StartCause
{
    /// <summary>Nothing: it starts as soon as its crew can work at all.</summary>
    Nothing,

    /// <summary>The crew has another repair to end first, or the way from there.</summary>
    Crew,

    /// <summary>The equipment has to arrive.</summary>
    Equipment,

    /// <summary>Another repair must have ended.</summary>
    Precedence,

    /// <summary>It is under way at hour 0.</summary>
    UnderWay,
}

/// <summary>
/// Why a repair stands where it stands, as figures that can be recomputed: served load is that of maximal load delivery,
/// by weight.
/// </summary>
public sealed record RepairReason
{
    /// <summary>MW that would not be served at its end without it; 0 where it brings nothing by itself.</summary>
    public required double GainMegawatts { get; init; }

    /// <summary>
    /// MW that would not be served without it at the first later end of a repair that gains from it; 0 where it brings
    /// something by itself, or where nothing ever gains.
    /// </summary>
    public double PathMegawatts { get; init; }

    /// <summary>True where loads have weights, so that its megawatts are weighted ones.</summary>
    public bool ByWeight { get; init; }

    /// <summary>Hour of that later end.</summary>
    public double PathHour { get; init; }

    /// <summary>Repairs ended after it and by that hour, without each of which those megawatts would be fewer too.</summary>
    public IReadOnlyList<ElementId> With { get; init; } = [];

    /// <summary>Buses where most of the megawatts are served, at most three, the greatest first.</summary>
    public IReadOnlyList<int> Buses { get; init; } = [];

    /// <summary>What decides when it starts.</summary>
    public required StartCause Cause { get; init; }

    /// <summary>The repair that it waits for: the crew's last one, or the one that must have ended.</summary>
    public ElementId? After { get; init; }

    /// <summary>The reason in English, numbers to a tenth.</summary>
    public override string ToString()
    {
        var gain = GainMegawatts > 0 ? Text($"adds {GainMegawatts:0.#} MW{Weighted()}{Places()}")
            : PathMegawatts > 0 ? Text($"opens the path to {PathMegawatts:0.#} MW{Weighted()}{Places()} at hour {PathHour:0.##}{Company()}")
            : "adds no load: other paths carry it all";
        var start = Cause switch
        {
            StartCause.Crew => Text($"its crew comes from {After}"),
            StartCause.Equipment => "starts when its equipment is there",
            StartCause.Precedence => Text($"starts when {After} is back"),
            StartCause.UnderWay => "is under way and goes on",
            _ => "starts at once",
        };
        return $"{gain}; {start}";
    }

    private string Weighted() => ByWeight ? " by weight" : "";

    private string Places() => Buses.Count switch
    {
        0 => "",
        1 => Text($" at bus {Buses[0]}"),
        _ => Text($" at buses {string.Join(", ", Buses.SkipLast(1))} and {Buses[^1]}"),
    };

    private string Company() => With.Count == 0 ? "" : Text($" together with {string.Join(", ", With)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
