using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Facilities;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;
using static Relight.Tests.Facilities.FacilityDraws;

namespace Relight.Tests.Facilities;

/// <summary>A facility and the need for power at its place: what one gets is the other's, and no set is counted twice.</summary>
public class FacilityNeedTests
{
    private static readonly Id<Facility> s_facility = Id<Facility>.Named("f");

    private static readonly Id<Allocation> s_allocation = Id<Allocation>.Named("held");

    private static readonly Id<Need> s_made = Id<Need>.Named("made");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_set_assigned_to_a_facility_is_its_needs_and_is_followed_into_service(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await Open(test, units: 2);
        await register.Do(new AssignSet(s_facility, 1, Id<Offer>.Named("s"), s_allocation, s_made));
        Assert.Equal((SetBinding.Held, 1), (await Binding(register, "f"), await Free(register)));
        await using (var db = test.Database.Open())
        {
            var need = (await db.Needs.AsNoTracking().SingleAsync(row => row.Id == s_made, Cancel)).Read();
            Assert.Equal(("Old Mill", 60m), (need.Site!.Exact.Name, ((FacilityPower)need.Requirement).LoadKilowatts));
            Assert.Equal(s_made, (await db.Facilities.AsNoTracking().SingleAsync(row => row.Id == s_facility, Cancel)).Read().Need);
        }
        // It has one: another is refused, by the facility and by the need alike.
        Assert.Equal(["units"], (await register.Send(new AssignSet(s_facility, 2, Id<Offer>.Named("s"), Id<Allocation>.Named("b"), Id<Need>.Named("n")))).Refusals.Select(refusal => refusal.Field));
        Assert.Equal(["units"], (await register.Send(new HoldUnits(Id<Allocation>.Named("c"), s_made, Id<Offer>.Named("s"), 1))).Refusals.Select(refusal => refusal.Field));

        await register.Do(new ConfirmAllocation(s_allocation));
        Assert.Equal(SetBinding.Confirmed, await Binding(register, "f"));
        var (consignment, at) = (await Plan(register), RegisterFixture.Start.AddHours(2));
        Assert.Equal((SetBinding.Sent, 1), (await Binding(register, "f"), await Free(register)));
        register.Clock.Now = RegisterFixture.Start.AddHours(48);
        await register.Do(new DispatchConsignment(consignment, 1, at));
        await register.Do(new ReceiveConsignment(consignment, 0, "Olha", at.AddHours(6), [new ReceivedLine(1, 1)]));
        Assert.Equal((SetBinding.Received, 1), (await Binding(register, "f"), await Free(register)));
        var installation = Id<Installation>.Named("i");
        await register.Do(new BeginInstallation(installation, consignment, 1, 1, at.AddHours(7)));
        foreach (var (i, step) in Installation.StepsOf(ItemKind.GeneratingSet).Index())
            await register.Do(new CompleteStep(installation, i + 1, step, at.AddHours(8)));
        await register.Do(new PutIntoService(installation, Installation.StepsOf(ItemKind.GeneratingSet).Count + 1, at.AddHours(9)));
        Assert.Equal((SetBinding.InService, 1), (await Binding(register, "f"), await Free(register)));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_set_of_the_need_is_the_facilitys_and_goes_to_no_other_facility(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await Open(test, units: 1);
        await register.Do(new RecordFacility(Facility("g") with { Organisation = register.Donor.Id }));
        Assert.Equal(1, (await Outlook(register)).Facilities.Count(line => line.Set is not null));
        await register.Do(new RecordNeed(NeedOf(register)));
        await register.Do(new CorrectFacility(Known(register) with { Version = 2, Need = s_made }, "the same place"));
        await register.Do(new HoldUnits(s_allocation, s_made, Id<Offer>.Named("s"), 1));
        var outlook = await Outlook(register);
        Assert.Equal(SetBinding.Held, outlook.Facilities.Single(line => line.Facility.Id == s_facility).Set!.Binding);
        Assert.Null(outlook.Facilities.Single(line => line.Facility.Id != s_facility).Set);
        Assert.Equal(outlook.SavedPeopleHours, outlook.Facilities.Sum(line => line.Set?.SavedPeopleHours ?? 0));

        // Released, it is free for whoever it does most for; and it is one set still.
        await register.Do(new ReleaseAllocation(s_allocation, "not needed"));
        Assert.Equal((1, 1), ((await Outlook(register)).Facilities.Count(line => line.Set is { Binding: SetBinding.WorkedOut }), await Free(register)));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_set_sent_without_being_held_fills_the_need_too()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test, units: 3);
        await register.Do(new RecordNeed(NeedOf(register)));
        await register.Do(new CorrectFacility(Known(register) with { Version = 2, Need = s_made }, "the same place"));
        await Plan(register);
        Assert.Equal((SetBinding.Sent, 2), (await Binding(register, "f"), await Free(register)));
        Assert.Equal(["units"], (await register.Send(new HoldUnits(s_allocation, s_made, Id<Offer>.Named("s"), 1))).Refusals.Select(refusal => refusal.Field));
        await using var db = test.Database.Open();
        var proposed = await ProposeAllocation.Run(db, register.Operation, register.Clock.Now, new ProposalOptions(), cancel: Cancel);
        Assert.DoesNotContain(proposed.Proposal!.Gifts, gift => gift.Need.Id == s_made);
    }

    [Fact]
    public async Task Two_facilities_do_not_name_one_need()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test, units: 1);
        await register.Do(new RecordNeed(NeedOf(register)));
        await register.Do(new CorrectFacility(Known(register) with { Version = 2, Need = s_made }, "the same place"));
        var second = await register.Send(new RecordFacility(Facility("g") with { Organisation = register.Donor.Id, Need = s_made }));
        Assert.Equal(("facility.need", "is the need of another facility"), (Assert.Single(second.Refusals).Field, second.Refusals[0].Rule));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_came_through_a_need_that_was_withdrawn_stays_and_another_need_is_named(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await Open(test, units: 3);
        await register.Do(new RecordNeed(NeedOf(register)));
        await register.Do(new CorrectFacility(Known(register) with { Version = 2, Need = s_made }, "the same place"));
        var consignment = await Plan(register);
        register.Clock.Now = RegisterFixture.Start.AddHours(48);
        await register.Do(new DispatchConsignment(consignment, 1, RegisterFixture.Start.AddHours(2)));
        await register.Do(new WithdrawNeed(s_made, 1, "entered anew"));
        Assert.Equal((SetBinding.Sent, true), (await Binding(register, "f"), await Gone(register)));

        // Something else of it can be changed; who assigns a set, or names another need, moves on from the withdrawn one.
        Assert.Contains((await register.Do(new CorrectFacility(Known(register) with { Version = 3, Need = s_made, People = Bounds.About(2_000) }, "counted"))).Warnings, warning => warning.Field == "facility.need");
        var next = Id<Need>.Named("next");
        await register.Do(new RecordNeed(NeedOf(register) with { Id = next }));
        await register.Do(new CorrectFacility(Known(register) with { Version = 4, Need = next, People = Bounds.About(2_000) }, "the need was entered anew"));
        Assert.Equal((SetBinding.Sent, false), (await Binding(register, "f"), await Gone(register)));
        await register.Do(new ReceiveConsignment(consignment, 0, "Olha", RegisterFixture.Start.AddHours(8), [new ReceivedLine(1, 1)]));
        Assert.Equal(SetBinding.Received, await Binding(register, "f"));
        await register.Do(new HoldUnits(s_allocation, next, Id<Offer>.Named("s"), 1));
        Assert.Equal(SetBinding.Received, await Binding(register, "f"));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_set_that_is_assigned_after_the_need_was_withdrawn_makes_a_new_one()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test, units: 1);
        await register.Do(new RecordNeed(NeedOf(register)));
        await register.Do(new CorrectFacility(Known(register) with { Version = 2, Need = s_made }, "the same place"));
        await register.Do(new WithdrawNeed(s_made, 1, "a slip"));
        await register.Do(new AssignSet(s_facility, 2, Id<Offer>.Named("s"), s_allocation, Id<Need>.Named("next")));
        Assert.Equal((SetBinding.Held, false), (await Binding(register, "f"), await Gone(register)));
    }

    private static async Task<bool> Gone(RegisterFixture register) =>
        (await Outlook(register)).Facilities.Single(line => line.Facility.Id == s_facility).Facility.NeedWithdrawn;

    private static Facility Known(RegisterFixture register) =>
        Facility("f") with { Organisation = register.Donor.Id, Exact = new ExactPlace("Old Mill", null, null) };

    private static Need NeedOf(RegisterFixture register) => FacilityFit.NeedOf(Known(register), 60, null, Set("s")) with
    {
        Id = s_made,
        Version = 1,
        Site = new Site(AreaCode.Parse("UA63"), new ExactPlace("Old Mill", null, null)),
    };

    // A facility in an oblast that is dark, and an offer of sets that fit.
    private static async Task<RegisterFixture> Open(TestDatabases test, int units)
    {
        var register = await RegisterFixture.Open(test.Database);
        await register.Do(new RecordOffer(Set("s", units: units, arrival: Day) with { Donor = register.Other.Id }));
        await register.Do(new RecordFacility(Known(register)));
        return register;
    }

    private static async Task<Id<Consignment>> Plan(RegisterFixture register)
    {
        var (id, start) = (Id<Consignment>.Named("c"), RegisterFixture.Start);
        var hub = new Place { Id = Id<Place>.Named("hub"), Version = 1, Code = Unlocode.Parse("UALWO"), Name = "Lviv", GaugesMillimetres = [], IsHub = true };
        await register.Do(new RecordPlace(hub));
        await register.Do(new PlanConsignment(id, "A set", [new ConsignmentLine(Id<Offer>.Named("s"), 1, s_made)], false, [new PlannedLeg(hub.Id, null, TransportMode.Road, start.AddHours(2), start.AddHours(6))]));
        return id;
    }

    private static async Task<FacilityOutlook> Outlook(RegisterFixture register)
    {
        await using var db = register.Database.Open();
        return await ReadFacilityOutlook.Run(db, register.Operation, Week, DateOnly.FromDateTime(register.Clock.Now.UtcDateTime), Practice.Default, Cancel);
    }

    private static async Task<SetBinding?> Binding(RegisterFixture register, string facility) =>
        (await Outlook(register)).Facilities.Single(line => line.Facility.Id == Id<Facility>.Named(facility)).Set?.Binding;

    private static async Task<int> Free(RegisterFixture register)
    {
        await using var db = register.Database.Open();
        var offer = (await db.Offers.AsNoTracking().SingleAsync(row => row.Id == Id<Offer>.Named("s"), Cancel)).Read();
        return (await AllocationsAtMoment.LoadAll(db, register.Operation, register.Clock.Now, Cancel)).FreeUnits(offer);
    }
}
