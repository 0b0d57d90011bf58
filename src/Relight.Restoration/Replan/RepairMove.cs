using System.Globalization;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>What becomes of a repair when a plan is made anew.</summary>
public enum MoveKind
{
    /// <summary>It has ended; nothing can change.</summary>
    Ended,

    /// <summary>It is found done: no longer needed.</summary>
    FoundDone,

    /// <summary>It is under way, and goes on with its crew.</summary>
    GoesOn,

    /// <summary>The old plan does not know it.</summary>
    New,

    /// <summary>The element is back earlier than by the old plan.</summary>
    Earlier,

    /// <summary>The element is back later than by the old plan.</summary>
    Later,

    /// <summary>It is back at the same hour, by another crew.</summary>
    OtherCrew,

    /// <summary>As in the old plan.</summary>
    Same,
}

/// <summary>One reason why a repair moved.</summary>
public enum MoveCauseKind
{
    /// <summary>Its equipment comes at another hour than before.</summary>
    Equipment,

    /// <summary>Its work takes other hours than before.</summary>
    Work,

    /// <summary>It should have begun, and has not.</summary>
    NotBegun,

    /// <summary>The crew that was to do it is lost; where it was at work on it, with the hours of work that are left.</summary>
    CrewLost,

    /// <summary>The crew can start repairs at another hour than before.</summary>
    CrewHour,

    /// <summary>It is done by a crew that was added.</summary>
    CrewAdded,

    /// <summary>Repairs that now come before it on its crew, and did not.</summary>
    NowBefore,

    /// <summary>Repairs that came before it on its crew, and no longer do.</summary>
    NoLongerBefore,

    /// <summary>What it waits for, its crew's last repair or one that must come first, ends at another hour than before.</summary>
    Follows,
}

/// <summary>A reason as figures. Hours are on the clock of the old plan.</summary>
/// <param name="Kind">What kind of reason.</param>
public sealed record MoveCause(MoveCauseKind Kind)
{
    private const int ElementsNamed = 3;

    /// <summary>The hour, or the hours, before; null where none is told.</summary>
    public double? Before { get; init; }

    /// <summary>The hour, or the hours, now; null where none is told.</summary>
    public double? Now { get; init; }

    /// <summary>The crew that it is about; null where it is about none.</summary>
    public string? Crew { get; init; }

    /// <summary>The repairs that it is about.</summary>
    public IReadOnlyList<ElementId> Elements { get; init; } = [];

    /// <summary>The reason in English.</summary>
    public override string ToString() => Kind switch
    {
        MoveCauseKind.Equipment => Text($"its equipment is there at hour {Now:0.##}, not {Before:0.##}"),
        MoveCauseKind.Work => Text($"it takes {Now:0.##} h, not {Before:0.##} h"),
        MoveCauseKind.NotBegun => Text($"it has not begun at hour {Before:0.##}"),
        MoveCauseKind.CrewLost when Now is { } left => Text($"{Crew} is lost, with {left:0.##} h of the work left"),
        MoveCauseKind.CrewLost => $"{Crew} is lost",
        MoveCauseKind.CrewHour => Text($"{Crew} starts repairs from hour {Now:0.##}, not {Before:0.##}"),
        MoveCauseKind.CrewAdded => $"{Crew} was added",
        MoveCauseKind.NowBefore => $"{Crew} first does {Names()}",
        MoveCauseKind.NoLongerBefore => $"{Crew} no longer does {Names()} first",
        _ => Text($"it follows {Names()}, which ends at hour {Now:0.##}, not {Before:0.##}"),
    };

    private string Names() => Elements.Count <= ElementsNamed
        ? string.Join(", ", Elements)
        : Text($"{string.Join(", ", Elements.Take(ElementsNamed))} and {Elements.Count - ElementsNamed} more");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What became of one repair, from the old plan to the new. Hours are on the clock of the old plan.</summary>
public sealed record RepairMove
{
    /// <summary>What is repaired.</summary>
    public required ElementId Element { get; init; }

    /// <summary>What became of it.</summary>
    public required MoveKind Kind { get; init; }

    /// <summary>The repair by the old plan; null where it does not know it.</summary>
    public PlannedRepair? Before { get; init; }

    /// <summary>The repair by the new plan, or as it went where it has ended; null where it is not needed.</summary>
    public PlannedRepair? Now { get; init; }

    /// <summary>Why it moved; empty where it did not, or where only the order of others tells.</summary>
    public IReadOnlyList<MoveCause> Causes { get; init; } = [];

    /// <summary>
    /// Weighted MWh that the new plan would leave unserved in addition if this repair alone were given its old crew and its
    /// old place in the order; null where that was not computed.
    /// </summary>
    public double? OldPlaceCostsMegawattHours { get; init; }

    /// <summary>Hours by which the element is back later than by the old plan, negative for earlier; null where only one of the plans has it.</summary>
    public double? HoursLater => Now?.End - Before?.End;

    /// <summary>Why, in English: the causes, what its old place would cost, and what it brings where it stands now.</summary>
    public string Why
    {
        get
        {
            List<string> parts = [.. Causes.Select(cause => cause.ToString())];
            if (OldPlaceCostsMegawattHours is { } cost && Math.Abs(cost) >= 0.05)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"its old place would cost {cost:#,0.#} MWh more"));
            if (Kind is MoveKind.New or MoveKind.Earlier or MoveKind.Later or MoveKind.OtherCrew && Now is { Why.Length: > 0 })
                parts.Add(Now.Why);
            return string.Join("; ", parts);
        }
    }
}
