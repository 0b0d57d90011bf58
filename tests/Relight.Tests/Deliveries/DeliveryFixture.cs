using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>An operation with an offer of ten sets, a transformer, two needs, a port, a border point and a hub.</summary>
internal sealed class DeliveryFixture
{
    public const string Site = "Pump house of the tests";

    private static readonly DateTimeOffset s_start = RegisterFixture.Start;

    private DeliveryFixture(RegisterFixture register) => Register = register;

    public RegisterFixture Register { get; }

    public Place Port { get; } = Of("PLGDN", "Gdansk", [1435], false);

    public Place Border { get; } = Of("PLRZE", "Rzeszow", [1435, 1520], false);

    public Place Hub { get; } = Of("UALWO", "Lviv", [1520], true);

    public Id<Offer> Sets { get; } = Id<Offer>.Named("sets");

    public Id<Offer> Transformer { get; } = Id<Offer>.Named("transformer");

    public Id<Need> Need { get; } = Id<Need>.Named("water works");

    public Id<Need> Elsewhere { get; } = Id<Need>.Named("elsewhere");

    public Id<Consignment> Consignment { get; } = Id<Consignment>.Named("consignment");

    public static async Task<DeliveryFixture> Open(TestDatabases test)
    {
        var fixture = new DeliveryFixture(await RegisterFixture.Open(test.Database));
        var register = fixture.Register;
        var claim = await register.Recorded(register.Claim("c", Bounds.Exactly(100)));
        Assert.True((await register.Adopt(claim, "gift")).Done);
        foreach (var place in new[] { fixture.Port, fixture.Border, fixture.Hub })
            await register.Do(new RecordPlace(place));
        await register.Do(new RecordOffer(OfferOf(fixture.Sets, register.Donor.Id, "Sets of 100 kVA", 10, new GeneratingSet { Kilowatts = 80, TransportTonnes = 1.5m }, Id<Contribution>.Named("gift"))));
        await register.Do(new RecordOffer(OfferOf(fixture.Transformer, register.Other.Id, "Autotransformer", 1, new PowerTransformer { High = new(), Low = new(), TransportTonnes = 166, TransportWidthMetres = 3.2m }, null)));
        await register.Do(new RecordNeed(NeedOf(fixture.Need, register.Donor.Id, "UA46", Site)));
        await register.Do(new RecordNeed(NeedOf(fixture.Elsewhere, register.Donor.Id, "UA63", "Another place")));
        return fixture;
    }

    /// <summary>A way from the port over the border, to the hub or to the site.</summary>
    public IReadOnlyList<PlannedLeg> Way(bool toSite = true, decimal? tonnes = 40) =>
    [
        new(Port.Id, Border.Id, TransportMode.Road, s_start.AddHours(10), s_start.AddHours(20), new LegLimits(Tonnes: tonnes)),
        new(Border.Id, toSite ? null : Hub.Id, TransportMode.Road, s_start.AddHours(24), s_start.AddHours(34)),
    ];

    public PlanConsignment Plan(int units = 4, bool toSite = true) =>
        new(Consignment, "Sets", [new ConsignmentLine(Sets, units, toSite ? Need : null)], false, Way(toSite));

    /// <summary>Plans and lets leave; the clock goes on by two days.</summary>
    public async Task Sent(int units = 4, bool toSite = true)
    {
        await Register.Do(Plan(units, toSite));
        Register.Clock.Now = s_start.AddHours(48);
        await Register.Do(new DispatchConsignment(Consignment, 1, s_start.AddHours(10)));
    }

    public ReceiveConsignment Receive(int received, int shortBy = 0, int damaged = 0, string? reason = null, int seen = 0, string receiver = "Olha", byte[]? photo = null) =>
        new(Consignment, seen, receiver, s_start.AddHours(36), [new ReceivedLine(1, received, shortBy, damaged, 0, reason, photo)]);

    public async Task<Consignment> Read()
    {
        await using var db = Register.Database.Open();
        return (await db.Consignments.FindAsync([Consignment], TestContext.Current.CancellationToken))!.Read();
    }

    public async Task<int> Stock()
    {
        await using var db = Register.Database.Open();
        return (await db.HubStocks.FindAsync([HubStock.IdOf(Hub.Id, Sets)], TestContext.Current.CancellationToken))?.Units ?? 0;
    }

    public static Refusal One(Outcome outcome) => Assert.Single(outcome.Refusals);

    private static Place Of(string code, string name, int[] gauges, bool isHub) => new()
    {
        Id = Id<Place>.Named(code),
        Version = 1,
        Code = Unlocode.Parse(code),
        Name = name,
        GaugesMillimetres = gauges,
        IsHub = isHub,
    };

    private static Offer OfferOf(Id<Offer> id, Id<Organisation> donor, string title, int units, Specification unit, Id<Contribution>? contribution) => new()
    {
        Id = id,
        Version = 1,
        Title = title,
        Donor = donor,
        Contribution = contribution,
        Specification = unit,
        Units = units,
        Condition = UnitCondition.New,
        AvailableFrom = ReportedDate.On(new(2022, 11, 20)),
    };

    private static Need NeedOf(Id<Need> id, Id<Organisation> owner, string oblast, string place) => new()
    {
        Id = id,
        Version = 1,
        Title = "Power for a water works, 60 kW",
        Organisation = owner,
        Site = new Site(AreaCode.Parse(oblast), new ExactPlace(place, null, null)),
        Priority = Priority.Critical,
        Requirement = new FacilityPower { Facility = FacilityKind.Water, LoadKilowatts = 60 },
        Units = 4,
    };
}
