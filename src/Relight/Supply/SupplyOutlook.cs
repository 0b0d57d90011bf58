using Relight.Access;
using Relight.Matching;
using Relight.Register;

namespace Relight.Supply;

/// <summary>Whether a need can be met by its deadline.</summary>
public enum InTime
{
    /// <summary>It has no deadline.</summary>
    NoDeadline,

    /// <summary>Also where every number turns out as bad as it can be.</summary>
    Surely,

    /// <summary>Only where numbers turn out better than the worst.</summary>
    Perhaps,

    /// <summary>Not even where every number turns out as good as it can be.</summary>
    No,
}

/// <summary>When a need could be met, if all that are more urgent have first what can be had for them.</summary>
/// <param name="Need">The need.</param>
/// <param name="Title">Its title.</param>
/// <param name="Units">How many units it needs, at least.</param>
/// <param name="UnitsAtMost">How many it needs at most; null where that is open.</param>
/// <param name="Deadline">Its deadline.</param>
/// <param name="AtBest">The first day on which it can be met; null where no maker that is known can meet it.</param>
/// <param name="AtMost">The day by which it is met at the latest; null where that is open.</param>
/// <param name="InTime">Whether that is in time.</param>
[View(Audience.Coordination)]
public sealed record NeedOutlook(
    Id<Need> Need, string Title, long Units, long? UnitsAtMost, DateOnly? Deadline, DateOnly? AtBest, DateOnly? AtMost, InTime InTime);

/// <summary>Why the outlook does not reckon with something.</summary>
public enum WhyNotReckoned
{
    /// <summary>The need is for money, which no maker makes.</summary>
    IsMoney,

    /// <summary>The need is measured in another unit than pieces, in which makers are reckoned.</summary>
    IsNotInPieces,

    /// <summary>How many pieces are needed is not known.</summary>
    AmountUnknown,

    /// <summary>How many the maker makes in a month is not known.</summary>
    RateUnknown,

    /// <summary>The maker's lead time is not known.</summary>
    LeadTimeUnknown,
}

/// <summary>Something that the outlook does not reckon with.</summary>
/// <param name="Title">Title of the need or of the maker's product.</param>
/// <param name="Why">The reason.</param>
[View(Audience.Coordination)]
public sealed record NotReckoned(string Title, WhyNotReckoned Why);

/// <summary>
/// When makers could meet a set of needs that is ordered on one day. Each maker first works off its order book, makes
/// so many units a month, and hands a unit over its lead time after beginning it; units go to the most urgent needs first.
/// "At best" takes the favourable bound of every number, of what is needed too, and units of which a value is still missing;
/// "at most" the unfavourable bounds, and only units that are known to fit. Both are the earliest days possible under these numbers.
/// </summary>
/// <param name="OrderedOn">The day of the order.</param>
/// <param name="AtBest">The first day on which all of it can be met; null where no makers that are known can.</param>
/// <param name="AtMost">The day by which all of it is met at the latest; null where that is open.</param>
/// <param name="Needs">The needs, the most urgent first.</param>
/// <param name="NotReckoned">Needs and makers that are left out, each with its reason: what is not known is not guessed.</param>
[View(Audience.Coordination)]
public sealed record SupplyOutlook(
    DateOnly OrderedOn, DateOnly? AtBest, DateOnly? AtMost, IReadOnlyList<NeedOutlook> Needs, IReadOnlyList<NotReckoned> NotReckoned)
{
    private const int LastDay = 36_525;
    private const decimal DaysAMonth = 365.25m / 12;
    internal const long Plenty = 1_000_000_000;

    /// <summary>The last day of an order: later ones have days that no calendar names.</summary>
    public static DateOnly LastOrder { get; } = DateOnly.MaxValue.AddDays(-LastDay);

    /// <summary>The outlook for needs from makers.</summary>
    /// <param name="needs">The needs, in any order.</param>
    /// <param name="makers">What makers can make.</param>
    /// <param name="orderedOn">The day of the order.</param>
    /// <param name="practice">The operator's practice, by which units are judged.</param>
    public static SupplyOutlook Of(
        IEnumerable<Need> needs, IEnumerable<MakerCapacity> makers, DateOnly orderedOn, Practice practice)
    {
        var left = new List<NotReckoned>();
        var (wanted, known, fitting) = Reckoned(needs, makers, practice, left);
        var (best, most) = (Days(wanted, fitting, known, true), Days(wanted, fitting, known, false));
        DateOnly? On(int? day) => day is { } d ? orderedOn.AddDays(d) : null;
        return new SupplyOutlook(
            orderedOn,
            On(Last(best)),
            On(Last(most)),
            [.. wanted.Select((need, i) => new NeedOutlook(
                need.Id, need.Title, fitting.Needed(i).AtLeast, fitting.Needed(i).AtMost, need.Deadline, On(best[i]), On(most[i]), Judge(need.Deadline, On(best[i]), On(most[i]))))],
            left);
    }

    /// <summary>The day by which all needs are met, at best or at most, without the days of single needs; null where there is none.</summary>
    internal static DateOnly? DayOfAll(
        IEnumerable<Need> needs, IEnumerable<MakerCapacity> makers, DateOnly orderedOn, Practice practice, bool atBest)
    {
        var (wanted, known, fitting) = Reckoned(needs, makers, practice, []);
        int[] all = [.. Enumerable.Range(0, wanted.Count)];
        return all.Aggregate((long?)0, (sum, need) => sum + fitting.Units(need, atBest)) is { } units
            && FirstDay(day => Served(all, day, fitting, known, atBest) == units) is { } first ? orderedOn.AddDays(first) : null;
    }

    /// <summary>Units that a maker has handed over so many days after the order.</summary>
    internal static long HandedOver(MakerCapacity maker, int days, bool atBest)
    {
        var (perMonth, before, lead) = atBest
            ? (maker.PerMonth.Upper, (decimal?)maker.OrderBook.Lower, (decimal?)maker.LeadDays.Lower)
            : (maker.PerMonth.Lower, UpperOf(maker.OrderBook), UpperOf(maker.LeadDays));
        if (before is null || lead is null || days < lead || perMonth == 0)
            return 0;
        if (perMonth is not { } rate)
            return Plenty;
        var begun = Math.Floor(((days - lead.Value) / DaysAMonth * rate) - before.Value) + 1;
        return (long)Math.Clamp(begun, 0, Plenty);
    }

    // The day on which the last is met; null where one never is.
    private static int? Last(int?[] days) => days.Contains(null) ? null : days.Max() ?? 0;

    private static decimal? UpperOf(Bounds bounds) => bounds.IsSpecified ? bounds.Upper : null;

    // For each need the first day on which it can be met though all more urgent ones have as much as can be had for them by
    // then; one that never can be is passed over. More days never mean fewer units that are left for it, since units and
    // needs complement each other. On the last of these days all are met.
    private static int?[] Days(List<Need> needs, Fitting fitting, List<MakerCapacity> makers, bool atBest)
    {
        var days = new int?[needs.Count];
        var met = new List<int>();
        for (var n = 0; n < needs.Count; n++)
        {
            if (fitting.Units(n, atBest) is not { } units)
                continue;
            int[] with = [.. met, n];
            days[n] = FirstDay(day => Served(with, day, fitting, makers, atBest) - Served(met, day, fitting, makers, atBest) == units);
            if (days[n] is not null)
                met.Add(n);
        }
        return days;
    }

    private static long Served(IReadOnlyList<int> needs, int day, Fitting fitting, List<MakerCapacity> makers, bool atBest) =>
        fitting.Served(needs, [.. makers.Select(maker => HandedOver(maker, day, atBest))], atBest, need => fitting.Units(need, atBest)!.Value);

    // The first day on which something is true that is so on every day after; null where it never is.
    private static int? FirstDay(Func<int, bool> isSo)
    {
        if (!isSo(LastDay))
            return null;
        var (low, high) = (0, LastDay);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isSo(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private static (List<Need> Wanted, List<MakerCapacity> Known, Fitting Fitting) Reckoned(
        IEnumerable<Need> needs, IEnumerable<MakerCapacity> makers, Practice practice, List<NotReckoned> left)
    {
        var wanted = needs
            .Where(need => IsInUnits(need, left))
            .OrderBy(need => need.Priority).ThenBy(need => need.Deadline ?? DateOnly.MaxValue).ThenBy(need => need.Id)
            .ToList();
        var known = makers.OrderBy(maker => maker.Id).Where(maker => IsKnown(maker, left)).ToList();
        return (wanted, known, new Fitting(wanted, [.. known.Select(UnitOf)], practice));
    }

    private static InTime Judge(DateOnly? deadline, DateOnly? best, DateOnly? most) => deadline switch
    {
        null => InTime.NoDeadline,
        _ when most <= deadline => InTime.Surely,
        _ when best <= deadline => InTime.Perhaps,
        _ => InTime.No,
    };

    private static bool IsInUnits(Need need, List<NotReckoned> left)
    {
        if (UnitsNeeded.Of(need, out var why) is not null)
            return true;
        left.Add(new NotReckoned(need.Title, why));
        return false;
    }

    private static bool IsKnown(MakerCapacity maker, List<NotReckoned> left)
    {
        WhyNotReckoned? why = !maker.PerMonth.IsSpecified ? WhyNotReckoned.RateUnknown
            : !maker.LeadDays.IsSpecified ? WhyNotReckoned.LeadTimeUnknown
            : null;
        if (why is { } reason)
            left.Add(new NotReckoned(maker.Title, reason));
        return why is null;
    }

    internal static Offer UnitOf(MakerCapacity maker) => new()
    {
        Id = new Id<Offer>(maker.Id.Value),
        Version = 1,
        Title = maker.Title,
        Donor = maker.Maker,
        Specification = maker.Product,
        Units = 1,
        Condition = UnitCondition.New,
        DispatchCountry = maker.DispatchCountry,
    };
}
