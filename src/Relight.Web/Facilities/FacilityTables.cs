using System.Globalization;
using Relight.Facilities;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Facilities;

/// <summary>The tables of facilities, of those left without, of fuel and of refuelling.</summary>
internal static class FacilityTables
{
    /// <summary>Facilities as donors see them.</summary>
    public static Table<FacilityForDonor> ForDonors { get; } = new("facilities", FacilityWords.Facilities,
    [
        new("facility", FacilityWords.Facility, row => FacilityWords.TitleOf(row.Kind, row.TypicalKilowatts, row.EssentialKilowatts))
        {
            SortBy = row => FacilityWords.TitleOf(row.Kind, row.TypicalKilowatts, row.EssentialKilowatts),
            Hxl = "#loc+facility+name",
            Csv = row => row.Title,
        },
        Kind<FacilityForDonor>(row => row.Kind),
        Number<FacilityForDonor>("typical", FacilityWords.Typical, "kW", "#capacity+load+typical+kw", row => row.TypicalKilowatts),
        Number<FacilityForDonor>("essential", FacilityWords.Essential, "kW", "#capacity+load+essential+kw", row => row.EssentialKilowatts),
        Number<FacilityForDonor>("volts", SpecificationWords.RatedVoltage, "V", "#capacity+voltage+v", row => row.Volts),
        new("threePhase", SpecificationWords.ThreePhase, row => YesNo(row.ThreePhase)) { Hxl = "#capacity+phases", Csv = row => row.ThreePhase?.ToString() },
        Number<FacilityForDonor>("tolerance", FacilityWords.Tolerance, "", "#capacity+tolerance+hours", row => row.ToleranceHours),
        new("fuels", FacilityWords.Fuels, row => new Cell(row.Fuels.Count > 0 ? string.Join(", ", row.Fuels) : CommonWords.Unknown) { Language = row.Fuels.Count > 0 ? "en" : null })
        {
            Hxl = "#item+fuel",
            Csv = row => string.Join("; ", row.Fuels),
        },
    ]);

    /// <summary>Facilities as coordinators see them, with what becomes of them.</summary>
    public static Table<FacilityLine> All { get; } = new("facilities", FacilityWords.Facilities,
    [
        Title(),
        Oblast<FacilityLine>(row => row.Facility.Oblast),
        People<FacilityLine>(row => row.Facility.People),
        Bounded<FacilityLine>("hours", FacilityWords.MostHours, "#indicator+outage+hours", row => row.MostHoursADay, FacilityWords.ToTenth),
        PeopleHours(),
        new("standing", FacilityWords.Standing, row => new Cell(FacilityWords.Of(row.Standing)) { Badge = FacilityWords.ToneOf(row.Standing), Note = row.Without is { } without ? FacilityWords.Of(without.Why).ToString() : null })
        {
            SortBy = row => (int)row.Standing,
            Filter = new Filter<FacilityLine>.OneOf(row => row.Standing.ToString(), code => Enum.TryParse<FacilityStanding>(code, out var standing) ? FacilityWords.Of(standing) : code),
            Hxl = "#status",
            Csv = row => row.Without is { } without ? $"{row.Standing}: {without.Why}" : row.Standing.ToString(),
        },
        new("set", FacilityWords.Set, row => SetOf(row))
        {
            SortBy = row => row.Set?.Title,
            Hxl = "#item+set",
            Csv = row => row.Set?.Title,
        },
    ]);

    /// <summary>The same with what a page has no width for.</summary>
    public static Table<FacilityLine> AllToDownload { get; } = All with
    {
        Columns =
        [
            .. All.Columns,
            Kind<FacilityLine>(row => row.Facility.Kind),
            Number<FacilityLine>("load", FacilityWords.LoadOfSet, "kW", "#capacity+load+kw", row => row.Set?.LoadKilowatts),
            new("serves", FacilityWords.ServesFrom, row => row.Set is { } set ? DayOf(set) : "–") { Hxl = "#date+start", Csv = row => Iso(row.Set?.ServesFrom) },
            Bounded<FacilityLine>("litres", FacilityWords.LitresAnHour, "#item+fuel+litres", row => row.Set?.LitresAnHour, FacilityWords.ToTenth),
        ],
    };

    /// <summary>Facilities that are left without.</summary>
    public static Table<FacilityLine> Without { get; } = new("facilities/without", FacilityWords.Without,
    [
        Title(),
        Oblast<FacilityLine>(row => row.Facility.Oblast),
        People<FacilityLine>(row => row.Facility.People),
        PeopleHours(),
        new("why", FacilityWords.Why, row => row.Without is { } without ? FacilityWords.Of(without.Why).ToString() : "–")
        {
            Filter = new Filter<FacilityLine>.OneOf(row => $"{row.Without?.Why}", code => Enum.TryParse<WhyWithout>(code, out var why) ? FacilityWords.Of(why) : code),
            Hxl = "#status+reason",
            Csv = row => $"{row.Without?.Why}",
        },
        new("lostTo", FacilityWords.LostTo, row => new Cell(LostTo(row)) { Language = row.Without?.LostTo.Count > 0 ? "en" : null }) { Hxl = "#loc+facility+lostto", Csv = row => string.Join("; ", (row.Without?.LostTo ?? []).Select(other => other.Title)) },
        Number<FacilityLine>("by", FacilityWords.LostBy, "", "#indicator+lost+peoplehours", row => row.Without is { Why: WhyWithout.LostToOthers } without ? without.ByPeopleHours : null),
        new("refused", FacilityWords.Refused, row => RefusedBy(row)) { Hxl = "#indicator+refused", Csv = row => string.Join("; ", (row.Without?.RefusedBy ?? []).Select(rule => $"{rule.Rule}: {rule.Offers}")) },
        new("nearest", FacilityWords.Nearest, row => row.Without is { Nearest: not null } without ? NeedWords.Of(without.NearestReason) : "–") { Hxl = "#description", Csv = row => row.Without?.Nearest },
    ]);

    /// <summary>Fuel by day and oblast.</summary>
    public static Table<FuelOfDay> Fuel { get; } = new("facilities/fuel", FacilityWords.Fuel,
    [
        DayOf<FuelOfDay>(row => row.Day),
        Oblast<FuelOfDay>(row => row.Oblast),
        new("litres", FacilityWords.Litres, row => QuantityWords.Short(FacilityWords.InLitres(row.Litres))) { IsNumber = true, SortBy = row => row.Litres.Lower, Hxl = "#item+fuel+litres", Csv = row => row.Litres.ToString() },
    ]);

    /// <summary>What fuel is to be brought.</summary>
    /// <param name="names">Names of facilities in the language of the page, by id; a download writes the title of the register.</param>
    public static Table<Refuelling> Refuelling(IReadOnlyDictionary<Id<Facility>, string> names) => new("facilities/refuelling", FacilityWords.Refuelling,
    [
        DayOf<Refuelling>(row => row.Day),
        new("facility", FacilityWords.Facility, row => new Cell(names[row.Facility]) { Link = $"facilities/{row.Facility}" }) { SortBy = row => names[row.Facility], Hxl = "#loc+facility+name", Csv = row => row.Title },
        Oblast<Refuelling>(row => row.Oblast),
        Bounded<Refuelling>("litres", FacilityWords.Litres, "#item+fuel+litres", row => row.Litres, FacilityWords.LitresOf),
        Number<Refuelling>("trips", FacilityWords.Trips, "", "#indicator+trips", row => row.Trips),
        Number<Refuelling>("left", FacilityWords.TankLasts, "", "#indicator+tank+hours", row => row.HoursLeft),
        People<Refuelling>(row => row.People),
    ]);

    /// <summary>Names of all facilities in the language of the page, by id.</summary>
    public static IReadOnlyDictionary<Id<Facility>, string> Names(FacilityOutlook outlook) =>
        outlook.Facilities.ToDictionary(line => line.Facility.Id, line => FacilityWords.TitleOf(line.Facility));

    private static Column<FacilityLine> Title() => new("facility", FacilityWords.Facility, row => new Cell(FacilityWords.TitleOf(row.Facility)) { Link = $"facilities/{row.Facility.Id}" })
    {
        SortBy = row => FacilityWords.TitleOf(row.Facility),
        Filter = new Filter<FacilityLine>.Contains(row => FacilityWords.TitleOf(row.Facility) + " " + row.Facility.Title),
        Hxl = "#loc+facility+name",
        Csv = row => row.Facility.Title,
    };

    private static Column<FacilityLine> PeopleHours() => new("peopleHours", FacilityWords.PeopleHours, row => FacilityWords.PeopleHoursOf(row.PeopleHours))
    {
        IsNumber = true,
        SortBy = row => row.CountedPeopleHours,
        Hxl = "#indicator+peoplehours",
        Csv = row => row.PeopleHours.ToString(),
    };

    private static Cell SetOf(FacilityLine row) => row.Set is { } set
        ? new Cell(set.Title)
        {
            Language = "en",
            Link = $"offers/{set.Offer}",
            Note = FacilityWords.LoadFrom.With(Show.Number(set.LoadKilowatts), DayOf(set)) + (set.IsEssentialAlone ? $" ({FacilityWords.EssentialAlone})" : "")
                + (set.Binding == SetBinding.WorkedOut ? "" : $" · {FacilityFormWords.Of(set.Binding)}")
                + (row.Facility.NeedWithdrawn ? $" · {FacilityFormWords.NeedGoneShort}" : ""),
        }
        : row.Facility.NeedWithdrawn ? new Cell("–") { Note = FacilityFormWords.NeedGoneShort.ToString() } : "–";

    private static string LostTo(FacilityLine row) => row.Without is { LostTo: { Count: > 0 } others } ? string.Join(" · ", others.Select(other => Show.Isolated(other.Title))) : "–";

    private static string RefusedBy(FacilityLine row) => row.Without is { RefusedBy: { Count: > 0 } rules }
        ? string.Join(" · ", rules.Select(rule => FacilityWords.RefusedOffers.With(rule.Name.In(PageLanguage.Current.Code), Show.Whole(rule.Offers))))
        : "–";

    private static Column<TRow> Kind<TRow>(Func<TRow, FacilityKind> kind) => new("kind", NeedWords.Kind, row => ItemWords.Of(kind(row)).ToString())
    {
        SortBy = row => ItemWords.Of(kind(row)).ToString(),
        Filter = new Filter<TRow>.OneOf(row => kind(row).ToString(), code => Enum.TryParse<FacilityKind>(code, out var known) ? ItemWords.Of(known) : code),
        Hxl = "#loc+facility+type",
        Csv = row => kind(row).ToString(),
    };

    private static Column<TRow> Oblast<TRow>(Func<TRow, AreaCode?> oblast) => new("oblast", NeedWords.Oblast, row => oblast(row) is { } area ? AreaWords.Of(area.Code) : CommonWords.Unknown)
    {
        SortBy = row => oblast(row) is { } area ? AreaWords.Of(area.Code) : null,
        Filter = new Filter<TRow>.OneOf(row => oblast(row)?.Code ?? "", AreaWords.Of),
        Hxl = "#adm1+code",
        Csv = row => oblast(row)?.Code,
    };

    private static Column<TRow> DayOf<TRow>(Func<TRow, DateOnly> day) => new("day", FacilityWords.Day, row => Show.Date(day(row)))
    {
        SortBy = row => day(row),
        Filter = new Filter<TRow>.OneOf(row => Iso(day(row))!, code => DateOnly.TryParseExact(code, "yyyy-MM-dd", out var known) ? Show.Date(known) : code),
        IsShort = true,
        Hxl = "#date",
        Csv = row => Iso(day(row)),
    };

    private static Column<TRow> People<TRow>(Func<TRow, Bounds> people) => Bounded<TRow>("people", FacilityWords.People, "#affected+people", row => people(row), bounds => bounds.IsSpecified ? QuantityWords.Of(bounds) : CommonWords.Unknown);

    private static Column<TRow> Bounded<TRow>(string key, Text title, string hxl, Func<TRow, Bounds?> bounds, Func<Bounds, string> words) =>
        new(key, title, row => bounds(row) is { } known ? words(known) : "–")
        {
            IsNumber = true,
            SortBy = row => bounds(row) is { IsSpecified: true } known ? known.Lower : null,
            Hxl = hxl,
            Csv = row => bounds(row)?.ToString(),
        };

    private static Column<TRow> Number<TRow>(string key, Text title, string unit, string hxl, Func<TRow, decimal?> number) =>
        new(key, title, row => number(row) is { } known ? Show.Number(known) : "–")
        {
            IsNumber = true,
            SortBy = row => number(row),
            Filter = unit.Length > 0 ? new Filter<TRow>.Measure(row => Design.Range.Of(number(row)), unit) : null,
            Hxl = hxl,
            Csv = row => number(row)?.ToString(CultureInfo.InvariantCulture),
        };

    private static string DayOf(SetAtFacility set) => set.ServesFrom is { } day ? Show.Date(day) : CommonWords.Unknown;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string YesNo(bool? value) => value is { } known ? (known ? CommonWords.Yes : CommonWords.No) : CommonWords.Unknown;
}
