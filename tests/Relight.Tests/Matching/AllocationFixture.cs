using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>A hospital that needs sets, and sets offered, with what tests need to send commands.</summary>
internal sealed class AllocationFixture(RegisterFixture register)
{
    public RegisterFixture Register { get; } = register;

    public Organisation Hospital { get; } = new(Id<Organisation>.Named("hospital"), "Hospital", OrganisationKind.FacilityOperator, Country.Parse("UA"));

    public static async Task<AllocationFixture> Open(TestDatabases test)
    {
        var fixture = new AllocationFixture(await RegisterFixture.Open(test.Database));
        await fixture.Register.Do(new RecordOrganisation(fixture.Hospital));
        return fixture;
    }

    public Need Need(string name = "n", int units = 2, int version = 1) => new()
    {
        Id = Id<Need>.Named(name),
        Version = version,
        Title = "Power for a hospital",
        Organisation = Hospital.Id,
        Site = new Site(AreaCode.Parse("UA32"), new ExactPlace("Secret hospital", null, null)),
        Priority = Priority.Critical,
        Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 100, HoursPerDay = 24 },
        Units = units,
    };

    public Offer Offer(string name = "o", int units = 3, int version = 1) => new()
    {
        Id = Id<Offer>.Named(name),
        Version = version,
        Title = "Sets",
        Donor = Register.Donor.Id,
        Specification = new GeneratingSet { Kilovoltamperes = 200, Kilowatts = 160, ThreePhase = true, Volts = 400, FrequencyHertz = 50, TransferSwitch = true },
        Units = units,
        Condition = UnitCondition.New,
    };

    public async Task<AllocationFixture> With(params object[] records)
    {
        foreach (var record in records)
            await Register.Do(record is Need need ? new RecordNeed(need) : new RecordOffer((Offer)record));
        return this;
    }

    public Task<Outcome> Hold(string name, int units = 1, string need = "n", string offer = "o", string? why = null) =>
        Register.Send(new HoldUnits(Id<Allocation>.Named(name), Id<Need>.Named(need), Id<Offer>.Named(offer), units, why));

    public Task<Outcome> Confirm(string name, string? why = null) => Register.Send(new ConfirmAllocation(Id<Allocation>.Named(name), why));

    public Task<Outcome> Release(string name, string why = "used elsewhere") => Register.Send(new ReleaseAllocation(Id<Allocation>.Named(name), why));

    public async Task<Offer> ReadOffer(string name)
    {
        await using var db = Register.Database.Open();
        return (await db.Offers.FindAsync([Id<Offer>.Named(name)], TestContext.Current.CancellationToken))!.Read();
    }

    public async Task<IReadOnlyDictionary<Id<Allocation>, AllocationState>> Read()
    {
        await using var db = Register.Database.Open();
        var views = await AllocationList.ReadForCoordination(db, Register.Operation, Register.Clock.Now, cancel: TestContext.Current.CancellationToken);
        return views.ToDictionary(view => view.Id, view => view.State);
    }
}
