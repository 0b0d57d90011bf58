using Relight.Access;
using Relight.Facilities;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;
using static Relight.Tests.Facilities.FacilityDraws;

namespace Relight.Tests.Facilities;

/// <summary>Facilities are entered, corrected and closed; what is wrong or looks like a slip is told with its field.</summary>
public class FacilityTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (IReadOnlyList<string> Refused, IReadOnlyList<string> Warned) Told(Facility facility, IReadOnlyDictionary<int, AreaCode?>? places = null)
    {
        var decision = RecordFacility.Decide(new RecordFacility.State(false, true, places), new RecordFacility(facility));
        return decision is Decision.Refused refused
            ? ([.. refused.Refusals.Select(refusal => refusal.Field)], [.. refused.Warnings.Select(warning => warning.Field)])
            : ([], [.. ((Decision.Accepted)decision).Warnings.Select(warning => warning.Field)]);
    }

    public static TheoryData<string, string> Impossible => new()
    {
        { "title", "facility.title" }, { "kind", "facility.kind" }, { "load 0", "facility.typicalKilowatts" }, { "load of a country", "facility.typicalKilowatts" },
        { "least above most", "facility.essentialKilowatts" }, { "negative essential", "facility.essentialKilowatts" }, { "volts", "facility.volts" },
        { "half people", "facility.people" }, { "too many people", "facility.people" }, { "negative tolerance", "facility.toleranceHours" }, { "years of tolerance", "facility.toleranceHours" },
        { "negative litres", "facility.tankLitres" }, { "fuel twice", "facility.fuels" }, { "empty fuel", "facility.fuels[1]" }, { "many fuels", "facility.fuels" },
        { "element", "facility.exact.element" }, { "place without oblast", "facility.oblast" }, { "name in title", "facility.title" }, { "other bus", "facility.exact.bus" }, { "version", "facility.version" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Impossible_values_are_refused_in_their_place(string what, string field)
    {
        var (good, exact) = (Facility("f"), new ExactPlace("Old Mill", null, 2));
        var bad = what switch
        {
            "title" => good with { Title = " " },
            "kind" => good with { Kind = (FacilityKind)9 },
            "load 0" => good with { TypicalKilowatts = 0 },
            "load of a country" => good with { TypicalKilowatts = 1_000_001 },
            "least above most" => good with { EssentialKilowatts = 61 },
            "negative essential" => good with { EssentialKilowatts = -5 },
            "volts" => good with { Volts = 12 },
            "half people" => good with { People = Bounds.Exactly(2.5m) },
            "too many people" => good with { People = Bounds.AtLeast(200_000_000) },
            "negative tolerance" => good with { ToleranceHours = -1 },
            "years of tolerance" => good with { ToleranceHours = 9_000 },
            "negative litres" => good with { TankLitres = -200 },
            "fuel twice" => good with { Fuels = ["diesel", "Diesel"] },
            "empty fuel" => good with { Fuels = ["diesel", ""] },
            "many fuels" => good with { Fuels = [.. Enumerable.Range(0, 11).Select(i => $"fuel {i}")] },
            "element" => good with { Exact = exact with { Element = new Relight.Grid.ElementId(Relight.Grid.ElementKind.Branch, 1) } },
            "place without oblast" => good with { Exact = exact, Oblast = null },
            "name in title" => good with { Exact = exact, Title = "Hospital at old mill" },
            "other bus" => good with { Exact = exact with { Bus = 77 } },
            _ => good with { Version = 2 },
        };
        Assert.Equal([field], Told(bad, new Dictionary<int, AreaCode?> { [2] = AreaCode.Parse("UA63") }).Refused);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(
        ["facility.title", "facility.essentialKilowatts", "facility.volts", "facility.tankLitres"],
        Told(Facility("f") with { Title = "", EssentialKilowatts = 100, Volts = -1, TankLitres = 0 }).Refused);

    [Fact]
    public void Nothing_need_be_known()
    {
        var (refused, warned) = Told(new Facility
        {
            Id = Id<Facility>.Named("f"),
            Version = 1,
            Title = "Hospital",
            Kind = FacilityKind.Hospital,
            Organisation = Id<Organisation>.Named("FR"),
        });
        Assert.Empty(refused.Concat(warned));
    }

    [Fact]
    public void Slips_are_warned_of_and_taken()
    {
        Assert.Equal(["facility.typicalKilowatts"], Told(Facility("f") with { Title = "Hospital, 60 kVA" }).Warned);
        Assert.Equal(["facility.typicalKilowatts"], Told(Facility("f", 60_000)).Warned);
        Assert.Equal(["facility.threePhase"], Told(Facility("f") with { ThreePhase = false }).Warned);
        Assert.Equal(["facility.people"], Told(Facility("f", people: 0)).Warned);
        Assert.Equal(["facility.toleranceHours"], Told(Facility("f", tolerance: 400)).Warned);
        Assert.Equal(["facility.tankLitres"], Told(Facility("f") with { TankLitres = 500_000 }).Warned);
        var elsewhere = new Dictionary<int, AreaCode?> { [2] = AreaCode.Parse("UA80") };
        Assert.Equal(["facility.oblast"], Told(Facility("f") with { Exact = new ExactPlace("Old Mill", null, 2) }, elsewhere).Warned);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_facility_is_entered_corrected_and_closed(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var facility = Facility("f") with { Organisation = register.Donor.Id, Exact = new ExactPlace("Old Mill", null, null) };
        async Task Refused(ICommand command, params string[] fields) => Assert.Equal(fields, (await register.Send(command)).Refusals.Select(refusal => refusal.Field));
        await Refused(new RecordFacility(facility with { Organisation = Id<Organisation>.Named("nobody") }), "facility.organisation");
        await register.Do(new RecordFacility(facility));
        await Refused(new RecordFacility(facility), "facility.id");
        await Refused(new CorrectFacility(facility with { TypicalKilowatts = 90 }, "measured"), "facility.version", "facility.typicalKilowatts");
        await Refused(new CorrectFacility(facility with { Version = 2, Id = Id<Facility>.Named("none") }, ""), "facility.id", "why");
        await register.Do(new CorrectFacility(facility with { Version = 2, TypicalKilowatts = 90 }, "measured"));
        await Refused(new ReadFacilitySites([facility.Id], SitesSeen.Of(register.Other.Id)), "facilities[0]");
        await Refused(new ReadFacilitySites([facility.Id, Id<Facility>.Named("none")], SitesSeen.All), "facilities[1]");
        await Refused(new ReadFacilitySites([], SitesSeen.All), "facilities");
        var (sites, _) = await ReadFacilitySites.Run(register.Commands, test.Database, new ReadFacilitySites([facility.Id], SitesSeen.Of(register.Donor.Id)), register.Next(), Cancel);
        Assert.Equal("Old Mill", Assert.Single(sites).Exact.Name);
        await using (var db = test.Database.Open())
        {
            Assert.Equal(90, Assert.Single((await FacilityList.ReadForDonors(db, register.Operation, new(), Cancel)).Items).TypicalKilowatts);
            var outlook = await ReadFacilityOutlook.Run(db, register.Operation, Week, Day, Practice.Default, Cancel);
            var line = Assert.Single(outlook.Facilities);
            Assert.Equal(("France", 2, FacilityStanding.LeftWithout, WhyWithout.NothingFits), (line.Facility.Organisation, line.Facility.Version, line.Standing, line.Without!.Why));
            Assert.All(line.Days, day => Assert.Equal(HoursFrom.Unknown, day.From));
            Assert.Equal(1000, outlook.PeopleWithout.Lower);
        }
        await register.Do(new RecordOffer(Set("s", 150) with { Donor = register.Donor.Id }));
        await using (var db = test.Database.Open())
        {
            var line = Assert.Single((await ReadFacilityOutlook.Run(db, register.Operation, Week, Day, Practice.Default, Cancel)).Facilities);
            Assert.Equal((Id<Offer>.Named("s"), 90m, 60m, null), (line.Set!.Offer, line.Set.LoadKilowatts, line.Set.SharePercent, line.Set.SavedPeopleHours));
            Assert.Equal(Verdict.Fits, Assert.Single((await ReadFacilityOutlook.SetsFor(db, register.Operation, facility.Id, line, new MatchIndexes(), Practice.Default, Cancel))!).Verdict);
            Assert.Null(await ReadFacilityOutlook.SetsFor(db, register.Operation, Id<Facility>.Named("none"), null, new MatchIndexes(), Practice.Default, Cancel));
        }
        await Refused(new CloseFacility(facility.Id, 1, "closed"), "expectedVersion");
        await register.Do(new CloseFacility(facility.Id, 2, "closed"));
        await Refused(new CloseFacility(facility.Id, 2, "closed"), "facility");
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }
}
