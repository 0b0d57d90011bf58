using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;

namespace Relight.Tests.Deliveries;

/// <summary>Planning consignments and following them: what does not connect, fit or follow is refused where it stands.</summary>
public sealed class ConsignmentTests : DeliveryTestBed
{
    private static readonly DateTimeOffset s_start = RegisterFixture.Start;

    [Theory]
    [InlineData("PLGDN", true)]
    [InlineData("PL GDN", true)]
    [InlineData("PLG2N", true)]
    [InlineData("PLG0N", false)]
    [InlineData("PLG1N", false)]
    [InlineData("ZZGDN", false)]
    [InlineData("PLGD", false)]
    [InlineData("plgdn", false)]
    [InlineData("PLGDNX", false)]
    public void A_code_is_a_country_and_three_of_letters_and_two_to_nine(string text, bool isOne) =>
        Assert.Equal(isOne, Unlocode.TryParse(text, null, out var code) && code.Country.Code == "PL");

    [Fact]
    public async Task A_leg_that_does_not_connect_is_named()
    {
        var way = It.Way();
        var refusal = DeliveryFixture.One(await Register.Send(It.Plan() with { Legs = [way[0], way[1] with { From = It.Hub.Id }] }));
        Assert.Equal(("consignment.legs[1].from", "UALWO"), (refusal.Field, refusal.Value));
        Assert.Contains("PLRZE", refusal.Rule, StringComparison.Ordinal);
        await using var db = Register.Database.Open();
        Assert.False(await db.Consignments.AnyAsync(Cancel));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var way = It.Way();
        var outcome = await Register.Send(new PlanConsignment(It.Consignment, " ", [new ConsignmentLine(It.Sets, 0, It.Need), new ConsignmentLine(Id<Offer>.Named("none"), 1, It.Need, Tonnes: -3)], false,
        [
            way[0] with { To = null, GaugeMillimetres = 1435 },
            way[1] with { From = Id<Place>.Named("none"), ExpectedArrival = way[1].ExpectedDeparture.AddHours(-1), Limits = new LegLimits(Tonnes: -1) },
        ]));
        Assert.Equal(
            [
                "consignment.legs[0].gaugeMillimetres", "consignment.legs[0].to", "consignment.legs[1].expectedArrival", "consignment.legs[1].from",
                "consignment.legs[1].limits.tonnes", "consignment.lines[0].units", "consignment.lines[1].offer", "consignment.lines[1].tonnes", "consignment.title",
            ],
            outcome.Refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Times_follow_each_other()
    {
        var way = It.Way();
        var refusal = DeliveryFixture.One(await Register.Send(It.Plan() with { Legs = [way[0], way[1] with { ExpectedDeparture = s_start.AddHours(15) }] }));
        Assert.Equal("consignment.legs[1].expectedDeparture", refusal.Field);
    }

    [Fact]
    public async Task No_more_is_sent_than_is_offered()
    {
        Assert.Equal("consignment.lines[0].units", DeliveryFixture.One(await Register.Send(It.Plan(11))).Field);
        await Register.Do(It.Plan(7));
        var second = It.Plan(4) with { Consignment = Id<Consignment>.Named("second") };
        Assert.Contains("3 of 10", DeliveryFixture.One(await Register.Send(second)).Rule, StringComparison.Ordinal);
        await Register.Do(new CancelConsignment(It.Consignment, 1, "the lorry broke down"));
        await Register.Do(second);
    }

    [Fact]
    public async Task Goods_too_heavy_for_a_leg_are_refused_with_how_much()
    {
        var heavy = It.Plan() with { Lines = [new ConsignmentLine(It.Transformer, 1, It.Need)] };
        var refusal = DeliveryFixture.One(await Register.Send(heavy));
        Assert.Equal("consignment.legs[0].limits.tonnes", refusal.Field);
        Assert.Contains("126 t too much", refusal.Rule, StringComparison.Ordinal);
        Assert.True((await Register.Send(heavy with { Lines = [heavy.Lines[0] with { Tonnes = 39 }] })).Done);
    }

    [Fact]
    public async Task A_size_that_is_not_known_is_a_doubt_and_no_refusal()
    {
        var way = It.Way();
        var outcome = await Register.Do(It.Plan() with { Legs = [way[0] with { Limits = new LegLimits(HeightMetres: 3) }, way[1]] });
        Assert.Contains(outcome.Warnings, warning => warning.Field == "consignment.legs[0].limits.heightMetres" && warning.Doubt.Contains("cannot be told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_break_of_gauge_is_named_and_a_railway_that_is_not_there_refused()
    {
        PlannedLeg[] Rails(int? second) =>
        [
            new(It.Port.Id, It.Border.Id, TransportMode.Rail, s_start.AddHours(10), s_start.AddHours(20), GaugeMillimetres: 1435),
            new(It.Border.Id, It.Hub.Id, TransportMode.Rail, s_start.AddHours(24), s_start.AddHours(34), GaugeMillimetres: second),
        ];
        var plan = It.Plan(toSite: false);
        Assert.Equal("consignment.legs[1].gaugeMillimetres", DeliveryFixture.One(await Register.Send(plan with { Legs = Rails(1435) })).Field);
        var outcome = await Register.Do(plan with { Legs = Rails(null) });
        Assert.Contains(outcome.Warnings, warning => warning.Doubt.Contains("1435 to 1520", StringComparison.Ordinal));
        var consignment = await It.Read();
        Assert.Equal(1520, consignment.Legs[1].GaugeMillimetres);
        Assert.Equal(new GaugeBreak(2, 1435, 1520), Assert.Single(Carriage.BreaksOf(consignment.Legs)));
        Assert.Equal([PaperKind.PackingList, PaperKind.CimSmgs, PaperKind.Transit, PaperKind.AidDeclaration], consignment.Legs[1].Papers.Select(paper => paper.Kind));
        Assert.Equal([PaperKind.PackingList, PaperKind.CimSmgs], consignment.Legs[0].Papers.Select(paper => paper.Kind));
    }

    [Fact]
    public void Papers_follow_from_means_of_transport_borders_and_load()
    {
        var (pl, de, ua) = (Country.Parse("PL"), Country.Parse("DE"), Country.Parse("UA"));
        var (light, heavy) = (new Carriage(1, 1, 2, 2, 2), new Carriage(166, 166, 8, 3.2m, 4));
        Assert.Equal([PaperKind.PackingList], PapersNeeded.Of(TransportMode.Road, null, pl, pl, false, light));
        Assert.Equal([PaperKind.PackingList, PaperKind.Cmr], PapersNeeded.Of(TransportMode.Road, null, de, pl, false, light));
        Assert.Equal([PaperKind.PackingList, PaperKind.Cmr, PaperKind.Transit, PaperKind.AidDeclaration, PaperKind.SpecialPermit], PapersNeeded.Of(TransportMode.Road, null, pl, ua, false, heavy));
        Assert.Equal([PaperKind.PackingList, PaperKind.Cim], PapersNeeded.Of(TransportMode.Rail, 1435, de, pl, false, light));
        Assert.Equal([PaperKind.PackingList, PaperKind.Smgs, PaperKind.Transit, PaperKind.AidDeclaration, PaperKind.SpecialPermit], PapersNeeded.Of(TransportMode.Rail, 1520, Country.Parse("LT"), ua, false, heavy));
        Assert.Equal([PaperKind.PackingList, PaperKind.BillOfLading], PapersNeeded.Of(TransportMode.Sea, null, de, pl, false, heavy));
    }

    [Fact]
    public async Task A_consignment_ends_at_one_site_or_at_a_hub()
    {
        var two = It.Plan() with { Lines = [new ConsignmentLine(It.Sets, 1, It.Need), new ConsignmentLine(It.Sets, 1, It.Elsewhere)] };
        Assert.Equal("consignment.lines", DeliveryFixture.One(await Register.Send(two)).Field);
        Assert.Equal("consignment.lines[0].need", DeliveryFixture.One(await Register.Send(It.Plan() with { Legs = It.Way(toSite: false) })).Field);
        Assert.Equal("consignment.lines[0].need", DeliveryFixture.One(await Register.Send(It.Plan(toSite: false) with { Legs = It.Way() })).Field);
        var way = It.Way();
        Assert.Equal("consignment.legs[0].to", DeliveryFixture.One(await Register.Send(It.Plan(toSite: false) with { Legs = [way[0]] })).Field);
    }

    [Fact]
    public async Task Legs_begin_and_end_in_order_and_what_follows_a_late_one_is_moved_on()
    {
        await It.Sent();
        Assert.Equal("leg", DeliveryFixture.One(await Register.Send(new RecordLegArrival(It.Consignment, 2, 2, s_start.AddHours(40)))).Field);
        Assert.Equal("leg", DeliveryFixture.One(await Register.Send(new RecordLegDeparture(It.Consignment, 2, 2, s_start.AddHours(40)))).Field);
        Assert.Equal("leg", DeliveryFixture.One(await Register.Send(new RecordLegArrival(It.Consignment, 2, 7, s_start.AddHours(40)))).Field);
        Assert.Equal("at", DeliveryFixture.One(await Register.Send(new RecordLegArrival(It.Consignment, 2, 1, s_start.AddHours(9)))).Field);
        Assert.Equal("at", DeliveryFixture.One(await Register.Send(new RecordLegArrival(It.Consignment, 2, 1, s_start.AddHours(99)))).Field);
        Assert.IsType<Conflict>(DeliveryFixture.One(await Register.Send(new RecordLegArrival(It.Consignment, 1, 1, s_start.AddHours(40)))));
        await Register.Do(new RecordLegArrival(It.Consignment, 2, 1, s_start.AddHours(40)));
        var consignment = await It.Read();
        Assert.Equal((TimeSpan.FromHours(20), TimeSpan.FromHours(16)), (consignment.Legs[0].Delay, consignment.Legs[1].Delay));
        Assert.Equal(s_start.AddHours(50), consignment.Arrival);
        await Register.Do(new ExpectLeg(It.Consignment, 3, 2, s_start.AddHours(60), s_start.AddHours(75), "queue at the border"));
        Assert.Equal(s_start.AddHours(75), (await It.Read()).Arrival);
        Assert.Equal("departure", DeliveryFixture.One(await Register.Send(new ExpectLeg(It.Consignment, 4, 2, s_start.AddHours(30), s_start.AddHours(75), "sooner"))).Field);
    }

    [Fact]
    public async Task What_has_left_is_not_called_off_and_does_not_leave_twice()
    {
        await It.Sent();
        Assert.Equal("consignment", DeliveryFixture.One(await Register.Send(new CancelConsignment(It.Consignment, 2, "too late"))).Field);
        Assert.Equal("consignment", DeliveryFixture.One(await Register.Send(new DispatchConsignment(It.Consignment, 2, s_start.AddHours(11)))).Field);
    }

    [Fact]
    public async Task What_leaves_and_is_received_takes_its_contribution_along_and_lowers_nothing()
    {
        await It.Sent(4);
        await Register.Do(It.Receive(3, shortBy: 1, reason: "one pallet missing"));
        await using var db = Register.Database.Open();
        var reached = (await db.Contributions.SingleAsync(Cancel)).Read().Reached().ToDictionary(r => r.Stage.Goods!.Value, r => r.Bounds.Lower);
        Assert.Equal(
            new Dictionary<GoodsStage, decimal> { [GoodsStage.Announced] = 100, [GoodsStage.Committed] = 4, [GoodsStage.Allocated] = 4, [GoodsStage.Dispatched] = 4, [GoodsStage.Received] = 3 },
            reached);
    }

    [Fact]
    public async Task A_contribution_of_which_less_was_said_stays_and_the_doubt_is_told()
    {
        var claim = await Register.Recorded(Register.Claim("few", Bounds.Exactly(2)));
        Assert.True((await Register.Adopt(claim, "small gift")).Done);
        await using (var db = Register.Database.Open())
        {
            var offer = (await db.Offers.SingleAsync(row => row.Id == It.Sets, Cancel)).Read();
            await Register.Do(new RecordOffer(offer with { Version = 2, Contribution = Id<Contribution>.Named("small gift") }));
        }
        await Register.Do(It.Plan(4));
        Register.Clock.Now = s_start.AddHours(48);
        var outcome = await Register.Do(new DispatchConsignment(It.Consignment, 1, s_start.AddHours(10)));
        Assert.Contains(outcome.Warnings, warning => warning.Field == "contribution" && warning.Doubt.Contains("must not be more", StringComparison.Ordinal));
        Assert.IsType<ConsignmentDispatched>(Assert.Single(outcome.Events));
    }

    [Fact]
    public async Task Labels_number_every_package_once_for_ever()
    {
        await Register.Do(It.Plan(4));
        Assert.Equal("packages", DeliveryFixture.One(await Register.Send(new LabelPackages(It.Consignment, 1, "9521234", [1, 1]))).Field);
        Assert.Equal("prefix", DeliveryFixture.One(await Register.Send(new LabelPackages(It.Consignment, 1, "95x", [1]))).Field);
        var outcome = await Register.Do(new LabelPackages(It.Consignment, 1, Sscc.ExamplePrefix, [3]));
        Assert.Contains(outcome.Warnings, warning => warning.Field == "prefix");
        await Register.Do(new LabelPackages(It.Consignment, 2, Sscc.ExamplePrefix, [2]));
        await using var db = Register.Database.Open();
        Assert.Equal(5, await db.Packages.CountAsync(Cancel));
        Assert.Equal([Sscc.Of(Sscc.ExamplePrefix, 3), Sscc.Of(Sscc.ExamplePrefix, 4)], (await It.Read()).Packages.Select(package => package.Sscc));
    }

    [Fact]
    public void A_number_of_a_package_ends_with_its_check_digit()
    {
        // The example of the GS1 General Specifications: 37610425002123456 has the check digit 9.
        Assert.True(Sscc.TryParse("376104250021234569", null, out _));
        Assert.Equal("376104250021234569", Sscc.Of("7610425", 2123456, 3).Number);
        Assert.False(Sscc.TryParse("376104250021234568", null, out _));
        Assert.False(Sscc.TryParse("37610425002123456", null, out _));
        Assert.False(Sscc.TryParse("37610425002123456x", null, out _));
        for (var place = 0; place < 17; place++)
        {
            var misread = "376104250021234569".ToCharArray();
            misread[place] = misread[place] == '9' ? '0' : (char)(misread[place] + 1);
            Assert.False(Sscc.TryParse(new string(misread), null, out _), $"{place}");
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => Sscc.Of("7610425", 1_000_000_000));
    }

    [Fact]
    public async Task A_place_keeps_its_code_to_itself_and_a_hub_with_stock_stays_one()
    {
        Assert.Equal("place.code", DeliveryFixture.One(await Register.Send(new RecordPlace(It.Port with { Id = Id<Place>.Named("other"), Code = It.Hub.Code }))).Field);
        Assert.Equal("place.gaugesMillimetres[0]", DeliveryFixture.One(await Register.Send(new RecordPlace(It.Port with { Version = 2, GaugesMillimetres = [1000] }))).Field);
        await It.Sent(2, toSite: false);
        await Register.Do(It.Receive(2));
        Assert.Equal("place.isHub", DeliveryFixture.One(await Register.Send(new RecordPlace(It.Hub with { Version = 2, IsHub = false }))).Field);
    }
}
