using Relight.Grid;
using Relight.Restoration;
using Relight.Web.Design;
using Relight.Web.Plans;

namespace Relight.Web.Languages.Words;

/// <summary>The reasons of repairs in words.</summary>
public static class ReasonWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text AtOnce = new("starts at once", "починається одразу", "يبدأ فوراً");
    public static readonly Text WhenCrewComes = new("starts when its crew can work", "починається, щойно бригада може працювати", "يبدأ عندما يستطيع فريقه العمل");
    public static readonly Text Equipment = new("starts when its equipment is there", "починається, коли прибуде обладнання", "يبدأ عند وصول معداته");
    public static readonly Text Crew = new("its crew comes from no. {0}", "бригада приходить після № {0}", "يأتي فريقه من رقم {0}");
    public static readonly Text Precedence = new("starts when no. {0} is back", "починається, коли повернеться № {0}", "يبدأ عند عودة رقم {0}");
    public static readonly Text Adds = new("{0} MW", "{0} МВт", "{0} ميغاواط");
    public static readonly Text Opens = new("opens the path to {0} MW at hour {1}", "відкриває шлях до {0} МВт о годині {1}", "يفتح الطريق إلى {0} ميغاواط في الساعة {1}");
    public static readonly Text With = new("together with no. {0}", "разом із № {0}", "مع رقم {0}");
    public static readonly Text At = new("at {0}", "на {0}", "عند {0}");
    public static readonly Text NoLoad = new("no load: other paths carry it all", "без навантаження: усе несуть інші шляхи", "لا حمل: مسارات أخرى تنقله كله");
    public static readonly Text NotComputed = new("not computed: the plan is too long", "не обчислено: план надто довгий", "لم يُحسب: الخطة طويلة جداً");
    private static readonly Text s_comma = new(", ", ", ", "، ");
#pragma warning restore CS1591

    /// <summary>What decides when a repair starts; empty where the plan does not say.</summary>
    public static string Start(PlannedRepair repair, PlanBoard board)
    {
        ArgumentNullException.ThrowIfNull(repair);
        ArgumentNullException.ThrowIfNull(board);
        return (repair.Reason?.Cause, repair.Reason?.After) switch
        {
            (StartCause.Equipment, _) => Equipment,
            (StartCause.Crew, { } after) => Crew.With(Numbers([after], board)),
            (StartCause.Precedence, { } after) => Precedence.With(Numbers([after], board)),
            (null, _) => "",
            _ => repair.Start > 0 ? WhenCrewComes : AtOnce,
        };
    }

    /// <summary>What a repair brings, by itself or on the way; the plan's own words where it gives no figures.</summary>
    public static string Brings(PlannedRepair repair, PlanBoard board)
    {
        ArgumentNullException.ThrowIfNull(repair);
        ArgumentNullException.ThrowIfNull(board);
        if (repair.Reason is not { } reason)
            return repair.Why;
        if (reason.GainMegawatts <= 0 && reason.PathMegawatts <= 0)
            return reason.GainIsKnown ? NoLoad : NotComputed;
        var parts = new List<string>();
        if (reason.GainMegawatts > 0)
        {
            parts.Add(Adds.With(Show.Number((decimal)reason.GainMegawatts, 1)));
            parts.AddRange(Places(reason.Buses, board));
        }
        if (reason.PathMegawatts > 0)
        {
            parts.Add(Opens.With(Show.Number((decimal)reason.PathMegawatts, 1), Show.Hours(reason.PathHour)));
            parts.AddRange(Places(reason.GainMegawatts > 0 ? reason.PathBuses : reason.Buses, board));
            if (reason.With.Count > 0)
                parts.Add(With.With(Numbers(reason.With, board)));
        }
        return string.Join(s_comma, parts);
    }

    private static IEnumerable<string> Places(IReadOnlyList<int> buses, PlanBoard board) => buses.Count == 0
        ? []
        : [At.With(string.Join(s_comma, buses.Select(bus => Show.Isolated(board.PlaceOf(bus)?.Name ?? new ElementId(ElementKind.Bus, bus).ToString()))))];

    private static string Numbers(IEnumerable<ElementId> elements, PlanBoard board) =>
        string.Join(s_comma, elements.Select(board.NumberOf).Order());
}
