using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>The way is reckoned by great circle, road and mass; what is not known of it is told, and never counts as nothing.</summary>
public class TransportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Distances_are_those_of_the_great_circle()
    {
        // A degree of the equator and of a meridian are 111.195 km each on a sphere of 6,371.0088 km; half around it is 20,015.1 km.
        var here = new Position(0, 0);
        Assert.Equal(111.195, here.KilometresTo(new Position(0, 1)), 0.001);
        Assert.Equal(111.195, here.KilometresTo(new Position(1, 0)), 0.001);
        Assert.Equal(20_015.115, here.KilometresTo(new Position(0, 180)), 0.01);
        // Warsaw to Kyiv: 690 km by any atlas.
        Assert.Equal(690, new Position(52.23m, 21.01m).KilometresTo(new Position(50.45m, 30.52m)), 5.0);
    }

    [Fact]
    public async Task It_decides_between_equals_and_is_weighed_where_a_price_is_given()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        var far = new Place { Id = Id<Place>.Named("far"), Version = 1, Code = Unlocode.Parse("PTLIS", null), Name = "Lisbon", GaugesMillimetres = [], IsHub = false, Position = new Position(38.7m, -9.1m) };
        await fixture.Register.Do(new RecordPlace(far));
        await fixture.Register.Do(new RecordPlace(far with { Id = Id<Place>.Named("near"), Code = Unlocode.Parse("PLRZE", null), Name = "Rzeszow", Position = new Position(50, 22) }));
        Offer From(string name, string? place, decimal? tonnes) => fixture.Offer(name, 1) with
        {
            Place = place,
            Arrival = ReportedDate.On(new DateOnly(2022, 12, 10)),
            Specification = fixture.Offer().Specification with { TransportTonnes = tonnes },
        };
        await fixture.With(
            fixture.Need("n", 1), From("far", "Lisbon, port", 4), From("near", "plrze", 4), From("nowhere", "a shed", 4), From("unweighed", "Rzeszow", null));

        var gift = Assert.Single((await Propose(TransportTerms.Usual)).Gifts);
        Assert.Equal(Id<Offer>.Named("near"), gift.Offer);
        var kilometres = Math.Round((decimal)new Position(50, 22).KilometresTo(new Position(49.8m, 30.3m)) * 1.3m);
        Assert.Equal(new Transport(kilometres, 4, Math.Round(kilometres * 4 * 0.15m), null) { Means = TransportMeans.Road }, gift.Transport);

        // A cent for a MWh: no way is worth it, and one of which nobody knows what it costs is not taken for free.
        var dear = await Propose(TransportTerms.Usual with { EurosPerMegawattHour = 0.01m });
        Assert.Empty(dear.Gifts);
        Assert.Equal(Shortage.WorthNothing, Assert.Single(dear.Without).Why);
        await fixture.Register.Do(new WithdrawOffer(Id<Offer>.Named("near"), 1, "sold"));
        await fixture.Register.Do(new WithdrawOffer(Id<Offer>.Named("far"), 1, "sold"));
        var unknown = await Propose(TransportTerms.Usual);
        Assert.Null(Assert.Single(unknown.Gifts).Transport.Euros);
        Assert.Equal((0m, 1), (unknown.TransportEuros, unknown.WaysUnknown));

        async Task<AllocationProposal> Propose(TransportTerms terms)
        {
            await using var db = fixture.Register.Database.Open();
            return (await ProposeAllocation.Run(db, fixture.Register.Operation, fixture.Register.Clock.Now, new ProposalOptions { Terms = terms }, cancel: Cancel)).Proposal!;
        }
    }

    [Fact]
    public void A_way_takes_the_days_before_it_and_those_on_it_by_the_paces_that_are_set()
    {
        var terms = TransportTerms.Usual;
        WayPart[] byShip = [new(TransportMeans.Sea, 6_000), new(TransportMeans.Road, 1_040)];
        Assert.Equal((2, 23), (MeansOfWay.DaysOf([new(TransportMeans.Road, 400)], terms), MeansOfWay.DaysOf(byShip, terms)));
        var slow = terms.With(TransportMeans.Sea, new TransportPace(10, 300)).With(TransportMeans.Rail, new TransportPace(9, 1));
        Assert.Equal((2, 34), (MeansOfWay.DaysOf([new(TransportMeans.Road, 400)], slow), MeansOfWay.DaysOf(byShip, slow)));
        Assert.Equal(terms, slow.With(TransportMeans.Sea, terms.SeaPace).With(TransportMeans.Rail, terms.RailPace));
    }

    [Theory]
    [InlineData(22, 4, null, TransportMeans.Road, 0.15)]
    [InlineData(22, 60, null, TransportMeans.HeavyRoad, 0.6)]
    [InlineData(22, 4, TransportMeans.Rail, TransportMeans.Rail, 0.03)]
    [InlineData(22, 60, TransportMeans.Road, TransportMeans.HeavyRoad, 0.6)]
    public void By_land_a_way_is_gone_as_its_load_allows(decimal longitude, decimal tonnes, TransportMeans? by, TransportMeans means, decimal price)
    {
        var start = new Position(50, longitude);
        var kilometres = Math.Round((decimal)start.KilometresTo(new Position(49.8m, 30.3m)) * 1.3m);
        Assert.Equal(new Transport(kilometres, tonnes, Math.Round(kilometres * tonnes * price), null) { Means = means }, Way(start, tonnes, by));
    }

    [Theory]
    [InlineData(null, TransportMeans.Sea, 1.5, 0.02)]
    [InlineData(TransportMeans.Air, TransportMeans.Air, 1, 1)]
    public void From_overseas_all_but_the_last_part_is_gone_by_ship_or_aeroplane(TransportMeans? by, TransportMeans means, decimal factor, decimal price)
    {
        // Yokohama; the last 800 km of great circle go by land, here as an abnormal load.
        var start = new Position(35.4m, 139.6m);
        var across = Math.Round((decimal)(start.KilometresTo(new Position(49.8m, 30.3m)) - 800) * factor);
        Assert.Equal(
            new Transport(across + 1_040, 60, Math.Round((across * 60 * price) + (1_040 * 60 * 0.6m)), null) { Means = means }, Way(start, 60, by));
    }

    [Fact]
    public void What_is_not_known_of_a_way_costs_not_nothing_whatever_it_is_gone_by() => Assert.All(Enum.GetValues<TransportMeans>(), means =>
    {
        Assert.Equal((null, TransportGap.Mass), (Way(new Position(50, 22), null, means).Euros, Way(new Position(50, 22), null, means).Unknown));
        Assert.Equal((null, TransportGap.Start), (Way(null, 4, means).Euros, Way(null, 4, means).Unknown));
        Assert.True(TransportTerms.Usual.EurosOf(means) > 0);
    });

    private static Transport Way(Position? start, decimal? tonnes, TransportMeans? by)
    {
        var need = LedgerJson.Read<Need>("""{"id":"00000000-0000-0000-0000-000000000001","version":1,"title":"n","organisation":"00000000-0000-0000-0000-000000000002","priority":"high","units":1,"requirement":{"type":"facilityPower","facility":"hospital","loadKilowatts":100},"site":{"oblast":"UA32","exact":{"name":"Made-up"}}}""");
        var offer = LedgerJson.Read<Offer>("""{"id":"00000000-0000-0000-0000-000000000003","version":1,"title":"o","donor":"00000000-0000-0000-0000-000000000002","units":1,"condition":"new","specification":{"type":"generatingSet"}}""");
        offer = offer with { Specification = offer.Specification with { TransportTonnes = tonnes } };
        return Transport.Of(start, need, offer, Transport.TonnesOf(offer, 1), TransportTerms.Usual with { By = by });
    }

    [Fact]
    public async Task A_later_proposal_says_what_moved_and_why()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        Offer Arriving(int day, int version = 1) => fixture.Offer("o", 1, version) with { Arrival = ReportedDate.On(new DateOnly(2022, 12, day)) };
        await fixture.With(fixture.Need("n", 1), Arriving(10), fixture.Offer("p", 1) with { Arrival = ReportedDate.On(new DateOnly(2022, 12, 15)) });
        var former = await Propose(null);
        Assert.Equal(Id<Offer>.Named("o"), Assert.Single(former.Gifts).Offer);
        Assert.Null(former.Changes);
        Assert.Empty((await Propose(former)).Changes!);

        await fixture.With(Arriving(20, version: 2));
        var changes = (await Propose(former)).Changes!;
        Assert.Equal(
            [(Id<Offer>.Named("o"), 1, 0, ChangeReason.ReadyChanged), (Id<Offer>.Named("p"), 0, 1, ChangeReason.OthersChanged)],
            changes.Select(change => (change.Offer, change.UnitsBefore, change.UnitsNow, change.Why)));
        Assert.Equal(10, (changes[0].ReadyNow - changes[0].ReadyBefore)!.Value.TotalDays, 0.001);

        await fixture.Register.Do(new WithdrawOffer(Id<Offer>.Named("o"), 2, "sold"));
        Assert.Equal(ChangeReason.PairChanged, (await Propose(former)).Changes![0].Why);

        async Task<AllocationProposal> Propose(AllocationProposal? against)
        {
            await using var db = fixture.Register.Database.Open();
            return (await ProposeAllocation.Run(db, fixture.Register.Operation, fixture.Register.Clock.Now, new ProposalOptions { Former = against }, cancel: Cancel)).Proposal!;
        }
    }
}
