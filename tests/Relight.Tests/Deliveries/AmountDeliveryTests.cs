using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>Goods by amount from an allocation over a hub to those who use them: never more than is confirmed, sent or received, and nothing twice.</summary>
public class AmountDeliveryTests
{
    private static readonly DateTimeOffset s_start = RegisterFixture.Start;

    private static readonly Id<Consignment> s_toHub = Id<Consignment>.Named("to the hub");

    private static readonly Id<Consignment> s_onward = Id<Consignment>.Named("onward");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_tank_is_opened_in_a_hub_and_each_need_gets_its_part_into_service(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await AmountFixture.Open(test, claimed: new Quantity(Bounds.Exactly(10), Unit.CubicMetre));
        await it.Confirmed("hospital", 1_500);
        await it.Confirmed("works", 2_000);

        // Whole tanks go to the hub, though needs hold parts of them: there they can have them still.
        await it.Register.Do(it.Plan(s_toHub, [new ConsignmentLine(AmountFixture.Diesel, 2)], toSite: false));
        it.Register.Clock.Now = s_start.AddHours(72);
        await it.Register.Do(new DispatchConsignment(s_toHub, 1, s_start.AddHours(2)));
        await it.Register.Do(new ReceiveConsignment(s_toHub, 0, "Keeper", s_start.AddHours(20), [new ReceivedLine(1, 2)]));
        Assert.Equal((2, null), await it.Stock());

        // A line for each need; units of measure convert, and a limit of 2 t is told apart from what cannot be told.
        var lines = new[] { it.Line("hospital", 1_500), it.Line("works", 2_000, Unit.CubicMetre) };
        var planned = await it.Register.Do(it.Plan(s_onward, lines, toSite: true, fromStock: true));
        Assert.DoesNotContain(planned.Warnings, warning => warning.Field.Contains("limits", StringComparison.Ordinal));
        await it.Register.Do(new DispatchConsignment(s_onward, 1, s_start.AddHours(30)));
        Assert.Equal((0, AmountFixture.Litres(500)), await it.Stock());

        await it.Register.Do(new ReceiveConsignment(s_onward, 0, "Olha", s_start.AddHours(36), [new ReceivedLine(1, 1_480.5m, Short: 19.5m, Reason: "spilled"), new ReceivedLine(2, 1.25m)]));
        var consignment = await it.Read(s_onward);
        Assert.Equal((ConsignmentState.Arrived, 0.75m, 1_480.5m), (consignment.State, consignment.Lines[1].Sent - consignment.Accounted(2), consignment.Usable(1)));
        var installation = Id<Installation>.Named("handing out");
        await it.Register.Do(new BeginInstallation(installation, s_onward, 1, 0, s_start.AddHours(37), AmountFixture.Litres(1_480.5m)));
        await it.Register.Do(new CompleteStep(installation, 1, InstallationStep.HandingOut, s_start.AddHours(38)));
        await it.Register.Do(new PutIntoService(installation, 2, s_start.AddHours(39)));

        await using var db = test.Database.Open();
        var reached = (await db.Contributions.SingleAsync(Cancel)).Read().Reached().Where(r => r.Item == ItemKind.Fuel).ToDictionary(r => r.Stage.Goods!.Value, r => (r.Bounds.Lower, r.Measure));
        Assert.Equal((4m, "m3"), reached[GoodsStage.Dispatched]);
        Assert.Equal((2.73m, "m3"), reached[GoodsStage.Received]);
        Assert.Equal((1.48m, "m3"), reached[GoodsStage.InService]);
        var seen = Assert.Single(await ConsignmentList.ForDonor(db, it.Register.Operation, it.Register.Donor.Id, [await db.Consignments.SingleAsync(row => row.Id == s_onward, Cancel)], Cancel));
        Assert.Equal((AmountFixture.Litres(1_500), 1_480.5m, 0m), (seen.Lines[0].Amount, seen.Lines[0].InService, seen.Lines[0].Open));
        Assert.Equal((19.5m, "spilled"), (seen.Lines[0].Receipts[0].Short, seen.Lines[0].Receipts[0].Reason));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_phones_that_receive_the_same_amount_at_once_one_is_told_and_the_same_scan_twice_counts_once(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await AmountFixture.Open(test);
        await it.Sent(1_000);
        ReceiveConsignment Of(string who, decimal litres, int seen = 0) => new(s_onward, seen, who, s_start.AddHours(36), [new ReceivedLine(1, litres)]);
        var envelopes = Enumerable.Range(0, 8).Select(_ => it.Register.Next()).ToArray();
        var outcomes = await Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(() => it.Register.Commands.Run(Of($"phone {i}", 600), envelope, Cancel), Cancel)));
        var first = Assert.Single(outcomes.Index(), outcome => outcome.Item.Done).Index;
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.Contains(outcome.Refusals, refusal => refusal is Conflict { Field: "seenReceipts" }));
        Assert.True((await it.Register.Commands.Run(Of($"phone {first}", 600), envelopes[first], Cancel)).Done);
        Assert.Equal(600, (await it.Read(s_onward)).ReceivedWhole(1));

        var more = Assert.Single((await it.Register.Send(Of("late", 400.001m, seen: 1))).Refusals);
        Assert.Contains("400 of 1000 l", more.Rule, StringComparison.Ordinal);
        Assert.Equal("lines[0].received", Assert.Single((await it.Register.Send(Of("fine", 0.0005m, seen: 1))).Refusals).Field);
        await it.Register.Do(Of("late", 400, seen: 1));
        Assert.Equal(ConsignmentState.Received, (await it.Read(s_onward)).State);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_16_who_send_at_the_same_moment_no_more_leaves_than_is_confirmed(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await AmountFixture.Open(test);
        await it.Confirmed("hospital", 1_000);
        var envelopes = Enumerable.Range(0, 16).Select(_ => it.Register.Next()).ToArray();
        var outcomes = await Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(
            () => it.Register.Commands.Run(it.Plan(Id<Consignment>.Named($"c{i}"), [it.Line("hospital", 300)], toSite: true), envelope, Cancel), Cancel)));
        Assert.Equal(3, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.Contains("confirmed for the need and not sent yet: 100 l of 1000", Assert.Single(outcome.Refusals).Rule, StringComparison.Ordinal));
        await using var db = test.Database.Open();
        Assert.Equal(900, (await db.ConsignmentLines.AsNoTracking().ToListAsync(Cancel)).Sum(line => line.AmountSent()!.Bounds.Lower));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task What_was_sent_is_free_for_nobody_and_what_is_left_is_told_to_a_thousandth()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        // Three litres a unit: a part of one has endless digits.
        var it = await AmountFixture.Open(test, units: 10, each: AmountFixture.Litres(3));
        await it.Confirmed("hospital", 1);
        await it.Register.Do(it.Plan(s_onward, [it.Line("hospital", 1)], toSite: true));
        Assert.Contains("all of it is in consignments", Assert.Single((await it.Register.Send(new ReleaseAllocation(Id<Allocation>.Named("hospital"), "a slip"))).Refusals).Rule, StringComparison.Ordinal);
        await using var db = test.Database.Open();
        var allocations = await AllocationsAtMoment.LoadAll(db, it.Register.Operation, it.Register.Clock.Now, Cancel);
        var offer = (await db.Offers.SingleAsync(Cancel)).Read();
        Assert.Equal((29m, 9), (allocations.FreeAmount(offer, Unit.Litre), allocations.FreeUnits(offer)));
        Assert.Contains("amounts of it are in consignments", (await it.Register.Send(new WithdrawOffer(offer.Id, 1, "sold"))).Refusals.Select(refusal => refusal.Rule));
        Assert.Contains("must say how much a unit holds, in l: amounts of it are in consignments", (await it.Register.Send(new RecordOffer(offer with
        {
            Version = 2,
            Specification = new Goods(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(1), Unit.Tonne)),
        }))).Refusals.Select(refusal => refusal.Rule));
        var left = Assert.Single(await Ageing.Read(db, it.Register.Operation, s_start.AddDays(3), Cancel), line => line.Stage == AgeingStage.Offered);
        Assert.Equal((0, AmountFixture.Litres(29)), (left.Units, left.Amount));
        // Of ten units nine are whole.
        var whole = it.Plan(Id<Consignment>.Named("whole"), [new ConsignmentLine(offer.Id, 10)], toSite: false);
        Assert.Contains("9 of 10", Assert.Single((await it.Register.Send(whole)).Refusals).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_amount_weighs_follows_from_its_unit_or_its_part_of_one_and_is_else_not_known()
    {
        Carriage Of(Quantity amount, Quantity each, decimal? unitTonnes = null, decimal? told = null) => Carriage.Of(
            [(new ConsignmentLine(AmountFixture.Diesel, Tonnes: told, Amount: amount), new Goods(new Item(ItemKind.Fuel, "x"), each) { TransportTonnes = unitTonnes })]);
        Quantity Kilograms(decimal mass) => new(Bounds.Exactly(mass), Unit.Kilogram);
        Assert.Equal(0.5m, Of(Kilograms(500), Kilograms(1_000)).Tonnes);
        Assert.Equal(0.55m, Of(Kilograms(500), Kilograms(1_000), unitTonnes: 1.1m).Tonnes);
        Assert.Equal(0.425m, Of(AmountFixture.Litres(500), AmountFixture.Litres(1_000), unitTonnes: 0.85m).Tonnes);
        Assert.Equal(0.4m, Of(AmountFixture.Litres(500), AmountFixture.Litres(1_000), told: 0.4m).Tonnes);
        var unknown = Of(AmountFixture.Litres(500), AmountFixture.Litres(1_000));
        Assert.Equal((null, null), (unknown.Tonnes, unknown.HeaviestTonnes));
        Assert.Equal(LegVerdict.CannotTell, Assert.Single(unknown.Through([new LegLimits(Tonnes: 1)])).Verdict);
    }

    [Fact]
    public async Task Stock_by_amount_is_put_right_after_a_count()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await AmountFixture.Open(test);
        CorrectStock Count(int seen, int units, Quantity? seenAmount, Quantity? amount) => new(it.Hub.Id, AmountFixture.Diesel, seen, units, "counted", seenAmount, amount);
        await it.Register.Do(Count(0, 1, null, AmountFixture.Litres(250)));
        Assert.Equal((1, AmountFixture.Litres(250)), await it.Stock());
        Assert.Equal("seenAmount", Assert.IsType<Conflict>(Assert.Single((await it.Register.Send(Count(1, 2, null, AmountFixture.Litres(250)))).Refusals)).Field);
        Assert.Equal("units", Assert.Single((await it.Register.Send(Count(1, 1, AmountFixture.Litres(250), new Quantity(Bounds.Exactly(0.25m), Unit.CubicMetre)))).Refusals).Field);
        await it.Register.Do(Count(1, 0, new Quantity(Bounds.Exactly(0.25m), Unit.CubicMetre), AmountFixture.Litres(0)));
        Assert.Equal((0, null), await it.Stock());
        Assert.Throws<ArgumentOutOfRangeException>(() => new HubStock(HubStock.IdOf(it.Hub.Id, AmountFixture.Diesel), 1, it.Hub.Id, AmountFixture.Diesel, 0, default, new Quantity(Bounds.AtLeast(1), Unit.Litre)));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    /// <summary>An offer of tanks of diesel, two needs of fuel in one oblast, and a hub.</summary>
    private sealed class AmountFixture(RegisterFixture register)
    {
        public static readonly Id<Offer> Diesel = Id<Offer>.Named("diesel");

        private static readonly Item s_fuel = new(ItemKind.Fuel, "diesel");

        public RegisterFixture Register { get; } = register;

        public Place Hub { get; } = new() { Id = Id<Place>.Named("hub"), Version = 1, Code = Unlocode.Parse("UALWO"), Name = "Lviv", GaugesMillimetres = [], IsHub = true };

        private Place Port { get; } = new() { Id = Id<Place>.Named("port"), Version = 1, Code = Unlocode.Parse("PLGDN"), Name = "Gdansk", GaugesMillimetres = [], IsHub = false };

        public static Quantity Litres(decimal litres) => new(Bounds.Exactly(litres), Unit.Litre);

        public static async Task<AmountFixture> Open(TestDatabases test, int units = 5, Quantity? each = null, Quantity? claimed = null)
        {
            var it = new AmountFixture(await RegisterFixture.Open(test.Database));
            var register = it.Register;
            if (claimed is not null)
                Assert.True((await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(1)) with { Item = s_fuel, Quantity = claimed }), "gift")).Done);
            await register.Do(new RecordPlace(it.Hub));
            await register.Do(new RecordPlace(it.Port));
            await register.Do(new RecordOffer(new Offer
            {
                Id = Diesel,
                Version = 1,
                Title = "Diesel in tanks",
                Donor = register.Donor.Id,
                Contribution = claimed is null ? null : Id<Contribution>.Named("gift"),
                Specification = new Goods(s_fuel, each ?? new Quantity(Bounds.Exactly(2), Unit.CubicMetre)) { TransportTonnes = each is null ? 1.8m : null },
                Units = units,
                Condition = UnitCondition.New,
                AvailableFrom = ReportedDate.On(new(2022, 11, 20)),
            }));
            foreach (var name in new[] { "hospital", "works" })
                await register.Do(new RecordNeed(new Need
                {
                    Id = Id<Need>.Named(name),
                    Version = 1,
                    Title = "Fuel",
                    Organisation = register.Other.Id,
                    Site = new Site(AreaCode.Parse("UA46"), new ExactPlace($"{name} of the tests", null, null)),
                    Priority = Priority.Critical,
                    Requirement = new GoodsRequirement(s_fuel, Litres(2_500)),
                    Units = 1,
                }));
            return it;
        }

        public async Task Confirmed(string need, decimal litres)
        {
            await Register.Do(new HoldAmount(Id<Allocation>.Named(need), Id<Need>.Named(need), Diesel, Litres(litres)));
            await Register.Do(new ConfirmAllocation(Id<Allocation>.Named(need)));
        }

        public ConsignmentLine Line(string need, decimal litres, Unit? unit = null) => new(Diesel, 0, Id<Need>.Named(need), Amount: Litres(litres).ExactIn(unit ?? Unit.Litre));

        public PlanConsignment Plan(Id<Consignment> id, IReadOnlyList<ConsignmentLine> lines, bool toSite, bool fromStock = false) => new(id, "Fuel", lines, fromStock,
            [new PlannedLeg(fromStock ? Hub.Id : Port.Id, toSite ? null : Hub.Id, TransportMode.Road, s_start.AddHours(2), s_start.AddHours(18), new LegLimits(Tonnes: 4))]);

        /// <summary>Litres for the hospital on their way from the port.</summary>
        public async Task Sent(decimal litres)
        {
            await Confirmed("hospital", litres);
            await Register.Do(Plan(s_onward, [Line("hospital", litres)], toSite: true));
            Register.Clock.Now = s_start.AddHours(72);
            await Register.Do(new DispatchConsignment(s_onward, 1, s_start.AddHours(2)));
        }

        public async Task<Consignment> Read(Id<Consignment> id)
        {
            await using var db = Register.Database.Open();
            return (await db.Consignments.AsNoTracking().SingleAsync(row => row.Id == id, Cancel)).Read();
        }

        public async Task<(int Units, Quantity? Amount)> Stock()
        {
            await using var db = Register.Database.Open();
            var stock = (await db.HubStocks.AsNoTracking().SingleOrDefaultAsync(Cancel))?.Read();
            return (stock?.Units ?? 0, stock?.Amount);
        }
    }
}
