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
/// Why a repair stands where it stands, as figures that <see cref="PlanCheck"/> recomputes: served load is that of maximal
/// load delivery, by weight. What is not served without a repair is counted against the state of the curve at that hour
/// (from the horizon on with the switching of the curve's last stage), and without it the more of two switchings counts:
/// that of the state with it, or nothing open.
/// </summary>
public sealed record RepairReason
{
    /// <summary>Fewer MW than this are none.</summary>
    public const double LeastMegawatts = 1e-3;

    /// <summary>Repairs named as company at most.</summary>
    public const int MostCompany = 5;

    /// <summary>Buses named at most.</summary>
    public const int MostBuses = 3;

    /// <summary>MW that would not be served at its end without it; 0 where it brings nothing by itself.</summary>
    public required double GainMegawatts { get; init; }

    /// <summary>
    /// MW that would not be served without it at a later end of a repair, where these are more by a tenth than at its own
    /// end, while at the end before they are not; 0 where there is no such end.
    /// </summary>
    public double PathMegawatts { get; init; }

    /// <summary>True where loads have weights, so that its megawatts are weighted ones.</summary>
    public bool ByWeight { get; init; }

    /// <summary>Hour of that later end.</summary>
    public double PathHour { get; init; }

    /// <summary>Repairs ended after it and by that hour, without each of which fewer megawatts would be served then too: those that cost most.</summary>
    public IReadOnlyList<ElementId> With { get; init; } = [];

    /// <summary>Buses where most of the megawatts are served, the greatest first: those of its own end, or else of the later one.</summary>
    public IReadOnlyList<int> Buses { get; init; } = [];

    /// <summary>The same at the later end, where it brings something at its own too.</summary>
    public IReadOnlyList<int> PathBuses { get; init; } = [];

    /// <summary>False where the plan is so large that what the repair brings was not computed.</summary>
    public bool GainIsKnown { get; init; } = true;

    /// <summary>False where the plan is so large that no later end was looked for.</summary>
    public bool PathIsKnown { get; init; } = true;

    /// <summary>What decides when it starts.</summary>
    public required StartCause Cause { get; init; }

    /// <summary>The repair that it waits for: the crew's last one, or the one that must have ended.</summary>
    public ElementId? After { get; init; }

    /// <summary>The MW beyond which a later end counts as one that brings more than its own: a tenth more, and not nothing.</summary>
    internal static double More(double gain) => gain + Math.Max(LeastMegawatts, gain / 10);

    /// <summary>The reason in English, numbers to a tenth.</summary>
    public override string ToString()
    {
        string[] gains =
        [
            .. GainMegawatts > 0 ? [Text($"adds {GainMegawatts:0.#} MW{Weighted()}{Places(Buses)}")] : (string[])[],
            .. PathMegawatts > 0
                ? [Text($"opens the path to {PathMegawatts:0.#} MW{Weighted()}{Places(GainMegawatts > 0 ? PathBuses : Buses)} at hour {PathHour:0.##}{Company()}")]
                : (string[])[],
        ];
        var gain = gains.Length > 0 ? string.Join(" and ", gains)
            : !GainIsKnown ? "what it brings was not computed: the plan is too long"
            : PathIsKnown ? "adds no load: other paths carry it all"
            : "adds no load by itself";
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

    private static string Places(IReadOnlyList<int> buses) => buses.Count switch
    {
        0 => "",
        1 => Text($" at bus {buses[0]}"),
        _ => Text($" at buses {string.Join(", ", buses.SkipLast(1))} and {buses[^1]}"),
    };

    private string Company() => With.Count == 0 ? "" : Text($" together with {string.Join(", ", With)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
