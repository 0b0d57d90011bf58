using System.Globalization;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>The rules that tie changes to the scenario, to the plan as it went, and to one another.</summary>
internal sealed class ChangeChecks
{
    private readonly ChangesDraft _draft;
    private readonly RestorationProblem _problem;
    private readonly Dictionary<ElementId, Repair> _known;
    private readonly HashSet<ElementId> _fresh;
    private readonly HashSet<ElementId> _left;
    private readonly List<Crew> _crews;

    private ChangeChecks(ChangesDraft draft, RestorationProblem problem, Plan plan)
    {
        _draft = draft;
        _problem = problem;
        _known = problem.Repairs.ToDictionary(r => r.Element);
        _fresh = [.. draft.Damage.Select(p => p.Value.Element)];
        var once = draft.ToChanges() with
        {
            Repairs = [.. draft.Repairs.Select(p => p.Value).DistinctBy(c => c.Element)],
        };
        var course = PlanCourse.Of(problem, plan, once);
        _left = draft.NowHours is null
            ? []
            : [.. problem.Repairs.Select(r => r.Element).Where(e => course[e]?.Stage != CourseStage.Ended)];
        var lost = draft.Crews.Where(p => p.Value.Lost).Select(p => p.Value.Name).ToHashSet(StringComparer.Ordinal);
        _crews = [.. problem.Crews.Where(c => !lost.Contains(c.Name)), .. draft.CrewsAdded.Select(p => p.Value)];
    }

    /// <summary>Notes every rule that the draft breaks.</summary>
    public static void Run(ChangesDraft draft, RestorationProblem problem, Plan plan) => new ChangeChecks(draft, problem, plan).Run();

    private void Run()
    {
        if (_draft.NowHours >= _problem.HorizonHours)
            _draft.Now!.Error(Text($"must be before the horizon of {_problem.HorizonHours} hours: nothing is left to plan"));
        CheckDamage();
        CheckRepairs();
        CheckCrews();
        CheckCrewsAdded();
        CheckTravel();
    }

    private void CheckDamage()
    {
        var seen = new HashSet<ElementId>();
        foreach (var (repair, part) in _draft.Damage)
        {
            var place = part.Required("element")!;
            if (!seen.Add(repair.Element))
                place.Error("is in this list already; an element is damaged once");
            else if (!_problem.Network.Contains(repair.Element))
                place.Error($"is not an element of the network {_problem.Network.Name}");
            else if (_left.Contains(repair.Element))
                place.Error("is damaged already, and not back by now; say what changed about its repair under repairs");
            else if (!_problem.Network.IsInService(repair.Element))
                place.Warning("is out of service in the network file and stays out: its repair brings nothing back");
            if (repair.UnderWay is not null)
                part.Required("underWay")!.Error("cannot be given here: work on new damage has not begun");
            if (repair.Skill is not null && !_crews.Any(c => c.CanDo(repair with { UnderWay = null })))
                part.Required("skill")!.Error("is a skill that no crew has");
            CheckArrival(part, repair.AvailableFrom);
            foreach (var text in part.Optional("after")?.ItemsIfList() ?? [])
                if (text.IsElement(out var before) && !_fresh.Contains(before) && !_known.ContainsKey(before))
                    text.Error("is not damaged, so no repair of it can come before");
        }
        PrecedenceChecks.NameCycles(_draft.Damage);
    }

    private void CheckArrival(JsonPart part, double? from)
    {
        if (from >= _problem.HorizonHours)
            part.Optional("availableFrom")!.Error(
                Text($"must be before the horizon of {_problem.HorizonHours} hours: the equipment arrives too late to count"));
    }

    private void CheckRepairs()
    {
        var seen = new HashSet<ElementId>();
        foreach (var (change, part) in _draft.Repairs)
        {
            var place = part.Required("element")!;
            if (!_known.TryGetValue(change.Element, out var repair))
            {
                place.Error("is not in the damage list of the scenario; new damage goes under damage");
                continue;
            }
            if (!seen.Add(change.Element))
                place.Error("is in this list already; give all that changed about a repair in one entry");
            if (change is { Done: false, NotBegun: false, Hours: null, AvailableFrom: null })
                part.Error("must say what changed: hours, availableFrom, notBegun or done");
            if (change.Done && (change.NotBegun || change.Hours is not null || change.AvailableFrom is not null))
                part.Optional("done")!.Error("leaves nothing to repair, so nothing else about this repair can be given");
            if (repair.UnderWay is not null && change.NotBegun)
                part.Optional("notBegun")!.Error("cannot be: the scenario says that it is under way");
            if (repair.UnderWay is not null && change.AvailableFrom is not null)
                part.Optional("availableFrom")!.Error("cannot be given: the scenario says that the repair is under way");
            CheckArrival(part, change.AvailableFrom);
        }
    }

    private void CheckCrews()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (change, part) in _draft.Crews)
        {
            var place = part.Required("name")!;
            if (_problem.Crews.FirstOrDefault(c => c.Name == change.Name) is not { } crew)
            {
                place.Error("is not the name of a crew of the scenario; new crews go under crewsAdded");
                continue;
            }
            if (!seen.Add(change.Name))
                place.Error("is in this list already");
            if (!change.Lost && change.AvailableFrom is null)
                part.Error("must say what changed: lost, or availableFrom");
            if (change.Lost && change.AvailableFrom is not null)
                part.Optional("availableFrom")!.Error("cannot be given for a crew that is lost");
            if (change.Lost)
                CheckLoss(crew, place);
        }
    }

    private void CheckLoss(Crew crew, JsonPart place)
    {
        var waiting = _known.Values.Where(r => _left.Contains(r.Element))
            .Select(r => r with { UnderWay = null })
            .FirstOrDefault(r => crew.CanDo(r) && !_crews.Any(c => c.CanDo(r)));
        if (waiting is { Skill: { } skill })
            place.Error($"is lost, and no crew is left with the skill {skill} that {waiting.Element} needs");
        else if (waiting is not null)
            place.Error($"is lost, and no crew is left for {waiting.Element}");
    }

    private void CheckCrewsAdded()
    {
        var names = _problem.Crews.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (crew, part) in _draft.CrewsAdded)
        {
            if (!names.Add(crew.Name))
                part.Required("name")!.Error("is the name of another crew too; names are unique");
            var seen = new HashSet<ElementId>();
            foreach (var way in part.Optional("travelHours")?.ItemsIfList() ?? [])
            {
                if (way.OptionalIfObject("to") is not { } to || !to.IsElement(out var target))
                    continue;
                if (!_left.Contains(target) && !_fresh.Contains(target))
                    to.Error("is not damaged now; crews travel to repairs");
                else if (!seen.Add(target))
                    to.Error("is the end of a way that is listed already");
            }
        }
    }

    private void CheckTravel()
    {
        var seen = new HashSet<(ElementId, ElementId)>();
        foreach (var (travel, part) in _draft.Travel)
        {
            foreach (var (name, element) in new[] { ("from", travel.From), ("to", travel.To) })
                if (!_known.ContainsKey(element) && !_fresh.Contains(element))
                    part.Required(name)!.Error("is not damaged; crews travel between repairs");
            if (travel.From == travel.To)
                part.Required("to")!.Error("must differ from the element that the crew leaves");
            else if (!seen.Add((travel.From, travel.To)))
                part.Error("gives the hours of a way that is listed already");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
