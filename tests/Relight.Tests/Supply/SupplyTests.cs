using CsCheck;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Supply;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Supply;

/// <summary>What makers can make by when, and what hangs on one country.</summary>
public class SupplyTests
{
    private static readonly DateOnly s_ordered = new(2023, 1, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Organisation s_maker = new(Id<Organisation>.Named("maker"), "Works", OrganisationKind.Maker, Country.Parse("KR"));

    private static MakerCapacity Maker(string name, Bounds perMonth, Bounds orderBook, Bounds leadDays, string? origin = null, decimal? kilowatts = 100) => new()
    {
        Id = Id<MakerCapacity>.Named(name),
        Version = 1,
        Title = name,
        Maker = s_maker.Id,
        Product = new GeneratingSet { Kilowatts = kilowatts, ThreePhase = true, Volts = 400, FrequencyHertz = 50, Rating = EngineRating.Prime, Origin = origin is null ? null : Country.Parse(origin) },
        PerMonth = perMonth,
        OrderBook = orderBook,
        LeadDays = leadDays,
        DispatchCountry = Country.Parse("PL"),
        AsOf = new(2022, 11, 1),
        Source = "catalogue",
    };

    private static Need Need(string name, int units, DateOnly? deadline = null, Priority priority = Priority.High, decimal kilowatts = 50) => new()
    {
        Id = Id<Need>.Named(name),
        Version = 1,
        Title = name,
        Organisation = Id<Organisation>.Named("FR"),
        Priority = priority,
        Deadline = deadline,
        Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = kilowatts },
        Units = units,
    };

    private static Offer Offer(string name, int units, string? origin, string? dispatch) => new()
    {
        Id = Id<Offer>.Named(name),
        Version = 1,
        Title = name,
        Donor = Id<Organisation>.Named("FR"),
        Specification = Maker(name, default, default, default, origin).Product,
        Units = units,
        Condition = UnitCondition.New,
        DispatchCountry = dispatch is null ? null : Country.Parse(dispatch),
    };

    private static SupplyOutlook Outlook(IEnumerable<Need> needs, params MakerCapacity[] makers) =>
        SupplyOutlook.Of(needs, makers, s_ordered, Practice.Default);

    [Fact]
    public void A_maker_works_off_its_order_book_first_then_so_many_a_month()
    {
        // 20 before ours at 10 a month are 2 months; ours, 5, end 4 tenths of a month later; then the lead time of 30 days.
        var outlook = Outlook([Need("n", 5)], Maker("m", Bounds.Exactly(10), Bounds.Exactly(20), Bounds.Exactly(30)));
        var days = (int)Math.Ceiling(30 + (24m / 10 * (365.25m / 12)));
        Assert.Equal(s_ordered.AddDays(days), outlook.AtBest);
        Assert.Equal(outlook.AtBest, outlook.AtMost);
    }

    [Fact]
    public void Bounds_of_makers_give_bounds_of_the_day()
    {
        var maker = Maker("m", Bounds.Between(5, 10), Bounds.About(20), Bounds.Between(30, 60));
        var outlook = Outlook([Need("n", 5, new(2023, 5, 1)), Need("late", 1, new(2023, 1, 15), Priority.Normal), Need("any", 1, null, Priority.Normal)], maker);
        Assert.True(outlook.AtBest < outlook.AtMost);
        Assert.Equal([InTime.Perhaps, InTime.No, InTime.NoDeadline], outlook.Needs.Select(n => n.InTime));
        Assert.Equal(InTime.Surely, Outlook([Need("n", 5, new(2024, 1, 1))], maker).Needs[0].InTime);
        Assert.Null(Outlook([Need("n", 1)], maker with { PerMonth = Bounds.AtMost(4) }).AtMost);
        Assert.Null(Outlook([Need("n", 1)], maker with { OrderBook = Bounds.AtLeast(4) }).AtMost);
        Assert.Null(Outlook([Need("n", 1)], maker with { OrderBook = Bounds.Unspecified }).AtMost);
        Assert.Equal(s_ordered.AddDays(30), Outlook([Need("n", 900)], maker with { PerMonth = Bounds.AtLeast(1) }).AtBest);
    }

    [Fact]
    public void What_is_not_known_is_named_and_not_guessed()
    {
        var known = Maker("known", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10));
        var outlook = Outlook(
            [Need("n", 1), Need("diesel", 1) with { Requirement = new GoodsRequirement(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(4), Unit.CubicMetre)) }],
            known, known with { Id = Id<MakerCapacity>.Named("2"), Title = "silent", PerMonth = Bounds.Unspecified }, known with { Id = Id<MakerCapacity>.Named("3"), Title = "vague", LeadDays = Bounds.Unspecified });
        Assert.Equal(["diesel", "silent", "vague"], outlook.NotReckoned.Select(n => n.Title).Order());
        Assert.Equal(s_ordered.AddDays(10), outlook.AtMost);
        Assert.Null(Outlook([Need("n", 1)]).AtBest);
        Assert.Equal(s_ordered, Outlook([]).AtMost);
    }

    [Fact]
    public void A_unit_of_which_a_value_is_missing_counts_at_best_alone_and_one_that_does_not_fit_never()
    {
        var unknown = Maker("m", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10), kilowatts: null);
        var outlook = Outlook([Need("n", 1)], unknown);
        Assert.Equal((s_ordered.AddDays(10), null), (outlook.AtBest, outlook.AtMost));
        Assert.Null(Outlook([Need("large", 1, kilowatts: 500)], Maker("m", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10))).AtBest);
    }

    [Fact]
    public void A_need_of_goods_takes_as_many_pieces_as_it_says_not_one()
    {
        static Need Sets(Bounds amount) => Need("sets", 1) with { Requirement = new GoodsRequirement(new Item(ItemKind.GeneratingSet, "sets"), new Quantity(amount, Unit.Piece)) };
        var maker = Maker("m", Bounds.Exactly(10), Bounds.Exactly(0), Bounds.Exactly(30));
        DateOnly After(int units) => s_ordered.AddDays((int)Math.Ceiling(30 + ((units - 1) / 10m * (365.25m / 12))));
        Assert.Equal((After(20), After(20)), (Outlook([Sets(Bounds.Exactly(20))], maker).AtBest, Outlook([Sets(Bounds.Exactly(20))], maker).AtMost));
        var between = Outlook([Sets(Bounds.Between(15, 25))], maker);
        Assert.Equal((After(15), After(25)), (between.AtBest, between.AtMost));
        Assert.Equal((15, 25), (between.Needs[0].Units, between.Needs[0].UnitsAtMost));
        var open = Outlook([Sets(Bounds.AtLeast(20)), Need("n", 1, priority: Priority.Normal)], maker);
        Assert.Equal((After(20), (DateOnly?)null), (open.Needs[0].AtBest, open.Needs[0].AtMost));
        Assert.Equal(s_ordered.AddDays(30), open.Needs[1].AtMost);
        Assert.Equal(WhyNotReckoned.AmountUnknown, Assert.Single(Outlook([Sets(Bounds.Unspecified)], maker).NotReckoned).Why);

        var dependence = Dependence.Of([Sets(Bounds.Between(15, 25))], [Offer("a", 18, "KR", "LV")], [], s_ordered, Practice.Default);
        Assert.Equal((15, 25, 15, 18), (dependence.Needed, dependence.NeededAtMost, dependence.Served.AtLeast, dependence.Served.AtMost));
    }

    [Fact]
    public void A_need_does_not_wait_for_more_urgent_ones_that_take_nothing_of_its_makers()
    {
        // The large sets are needed first and come in years; the small maker's sets do not fit them.
        var (small, large) = (Maker("small", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10), kilowatts: 60), Maker("large", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10), kilowatts: 200));
        var outlook = Outlook([Need("many", 100, priority: Priority.Critical, kilowatts: 150), Need("one", 1, kilowatts: 40), Need("two", 2, kilowatts: 40)], small, large);
        Assert.Equal(s_ordered.AddDays(10), outlook.Needs[1].AtMost);
        // Of the small maker's sets the first is the other need's.
        Assert.Equal(s_ordered.AddDays((int)Math.Ceiling(10 + (2 * 365.25m / 12))), outlook.Needs[2].AtMost);
        Assert.Equal(outlook.Needs[0].AtMost, outlook.AtMost);
    }

    [Fact]
    public void A_need_that_nobody_can_meet_does_not_hide_the_others()
    {
        var outlook = Outlook([Need("large", 1, priority: Priority.Critical, kilowatts: 500), Need("n", 1)], Maker("m", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10)));
        Assert.Equal([null, s_ordered.AddDays(10)], outlook.Needs.Select(n => n.AtMost));
        Assert.Null(outlook.AtMost);
    }

    [Fact]
    public void A_unit_is_given_once_and_to_whom_nothing_else_fits()
    {
        // The small maker fits the small need alone; the large one would fit both.
        var (small, large) = (Maker("small", Bounds.Exactly(1), default, Bounds.Exactly(10), kilowatts: 60), Maker("large", Bounds.Exactly(1), default, Bounds.Exactly(10), kilowatts: 200));
        var outlook = Outlook([Need("a", 1, kilowatts: 40), Need("b", 1, kilowatts: 150)], small with { OrderBook = Bounds.Exactly(0) }, large with { OrderBook = Bounds.Exactly(0) });
        Assert.Equal(s_ordered.AddDays(10), outlook.AtMost);
    }

    [Fact]
    public void More_capacity_is_never_later_and_best_is_never_after_most() => Gen.Select(Gen.Int[1, 30], Gen.Int[1, 20], Gen.Int[0, 40], Gen.Int[1, 200], Gen.Int[1, 10]).Sample((units, perMonth, before, lead, more) =>
    {
        var maker = Maker("m", Bounds.Between(perMonth, perMonth + more), Bounds.Between(before, before + more), Bounds.Between(lead, lead + more));
        var outlook = Outlook([Need("n", units)], maker);
        var faster = Outlook([Need("n", units)], maker with { PerMonth = Bounds.Between(perMonth + 1, perMonth + more + 1) });
        return outlook.AtBest <= outlook.AtMost && faster.AtBest <= outlook.AtBest && faster.AtMost <= outlook.AtMost;
    });

    [Fact]
    public void Concentration_is_between_its_bounds_however_the_unknown_are_split() =>
        Gen.Select(Gen.Int[1, 50].Array[1, 5], Gen.Int[0, 30], Gen.Int[0, 5].Array[30]).Sample((known, unknown, split) =>
        {
            var countries = Country.AllCodes.Select(code => Country.Parse(code)).ToList();
            var parts = known.Select((n, i) => ((Country?)countries[i], (decimal?)n)).ToList();
            var bounds = Concentration.Of([.. parts, .. unknown > 0 ? [(null, (decimal?)unknown)] : Array.Empty<(Country?, decimal?)>()]);
            var truth = Concentration.Of([.. parts, .. Enumerable.Range(0, unknown).Select(i => ((Country?)countries[split[i]], (decimal?)1m))]);
            return truth.IndexAtLeast == truth.IndexAtMost && bounds.IndexAtLeast <= truth.IndexAtLeast + 0.1m && truth.IndexAtMost <= bounds.IndexAtMost + 0.1m;
        });

    // Reckoned another way: the day of every unit of every maker by itself, of which so many are taken as are needed.
    [Fact]
    public void The_day_on_which_all_is_met_is_that_of_the_last_unit_taken() =>
        Gen.Select(Gen.Select(Gen.Int[0, 8], Gen.Int[0, 12], Gen.Int[0, 90]).Array[1, 4], Gen.Int[1, 25]).Sample((makers, units) =>
        {
            var outlook = Outlook([Need("n", units)], [.. makers.Select((m, i) => Maker($"m{i}", Bounds.Exactly(m.Item1 / 2m), Bounds.Exactly(m.Item2), Bounds.Exactly(m.Item3)))]);
            var days = makers.Where(m => m.Item1 > 0)
                .SelectMany(m => Enumerable.Range(m.Item2, units).Select(ahead => (int)Math.Ceiling(m.Item3 + (ahead * 2 * 365.25m / 12 / m.Item1))))
                .Order().ToList();
            DateOnly? expected = days.Count < units ? null : s_ordered.AddDays(days[units - 1]);
            return outlook.AtBest == expected && outlook.AtMost == expected;
        });

    [Fact]
    public void A_single_unit_of_unknown_origin_is_of_one_country_whichever()
    {
        static Concentration Of(params (string? Country, decimal? Units)[] parts) =>
            Concentration.Of([.. parts.Select(part => (part.Country is null ? (Country?)null : Country.Parse(part.Country), part.Units))]);
        Assert.Equal((10_000, 10_000), (Of((null, 1)).IndexAtLeast, Of((null, 1)).IndexAtMost));
        // Three of unknown origin beside one of Korea: four countries, or Korea alone.
        Assert.Equal((2_500, 10_000), (Of(("KR", 1), (null, 3)).IndexAtLeast, Of(("KR", 1), (null, 3)).IndexAtMost));
        Assert.Equal((10_000, 10_000), (Of(("KR", 0.5m)).IndexAtLeast, Of((null, 0.5m)).IndexAtLeast));
        Assert.Equal((5_555.6m, 10_000), (Of(("KR", 1), (null, 0.5m)).IndexAtLeast, Of(("KR", 1), (null, 0.5m)).IndexAtMost));
        // Makers that make nothing, or do not say how many, are in no share.
        Assert.Equal((null, 2), (Of(("KR", 0), ("SE", null), (null, null)).IndexAtLeast, Of(("KR", 0), ("SE", null), (null, null)).UnspecifiedParts));
    }

    [Fact]
    public void What_makers_still_make_without_an_origin_is_between_what_they_make_at_least_and_at_most()
    {
        WithoutOrigin Without(string origin, params MakerCapacity[] makers) =>
            Dependence.Of([Need("n", 1)], [], makers, s_ordered, Practice.Default).Without.Single(left => left.Origin.Code == origin);
        var (korea, sweden, unknown) = (
            Maker("k", Bounds.Between(4, 6), Bounds.Exactly(0), Bounds.Exactly(30), "KR"),
            Maker("s", Bounds.Between(1, 3), Bounds.Exactly(0), Bounds.Exactly(30), "SE"),
            Maker("u", Bounds.Between(2, 5), Bounds.Exactly(0), Bounds.Exactly(30)));
        var left = Without("KR", korea, sweden, unknown);
        Assert.Equal((1, 8), (left.PerMonthAtLeast, left.PerMonthAtMost));
        Assert.Equal((0, 0), (Without("KR", korea).PerMonthAtLeast, Without("KR", korea).PerMonthAtMost));
        Assert.Null(Without("KR", korea, sweden with { PerMonth = Bounds.AtLeast(1) }).PerMonthAtMost);
        Assert.Null(Without("KR", korea, unknown with { PerMonth = Bounds.Unspecified }).PerMonthAtMost);
    }

    [Fact]
    public void An_order_on_the_last_day_has_its_days_and_an_order_book_beyond_all_days_has_none()
    {
        var maker = Maker("m", Bounds.Exactly(1), Bounds.Exactly(0), Bounds.Exactly(10));
        Assert.Equal(SupplyOutlook.LastOrder.AddDays(10), SupplyOutlook.Of([Need("n", 1)], [maker], SupplyOutlook.LastOrder, Practice.Default).AtMost);
        Assert.Equal((null, null), (Outlook([Need("n", 1)], maker with { OrderBook = Bounds.Exactly(2_000) }).AtBest, Outlook([Need("n", 1)], maker with { PerMonth = Bounds.Exactly(0) }).AtBest));
    }

    [Fact]
    public void Origin_is_told_apart_from_dispatch_and_unknown_stays_unknown()
    {
        var dependence = Dependence.Of(
            [Need("n", 10)],
            [Offer("a", 6, "KR", "LV"), Offer("b", 2, "SE", "LV"), Offer("c", 2, null, "LT")],
            [Maker("m", Bounds.Between(4, 6), Bounds.Exactly(0), Bounds.Exactly(30), "KR"), Maker("o", Bounds.Unspecified, default, default, "SE")],
            s_ordered, Practice.Default);
        Assert.Equal(["KR 0.6", "SE 0.2", "? 0.2"], dependence.OfferedByOrigin.Shares.Select(s => FormattableString.Invariant($"{s.Country?.Code ?? "?"} {s.Share}")));
        Assert.Equal((4200, 6800), (dependence.OfferedByOrigin.IndexAtLeast, dependence.OfferedByOrigin.IndexAtMost));
        Assert.Equal((6800, 6800), (dependence.OfferedByDispatch.IndexAtLeast, dependence.OfferedByDispatch.IndexAtMost));
        Assert.Equal((4, 1), (dependence.MadeByOrigin.Units, dependence.MadeByOrigin.UnspecifiedParts));
        Assert.Equal((10, 10, 10), (dependence.Needed, dependence.Served.AtLeast, dependence.Served.AtMost));
        var without = dependence.Without[0];
        Assert.Equal(("KR", 2, 4, 0, null), (without.Origin.Code, without.OfferedAtLeast, without.OfferedAtMost, without.PerMonthAtLeast, without.PerMonthAtMost));
        Assert.Equal((2, 4, null), (without.Served.AtLeast, without.Served.AtMost, without.AtBest));
        Assert.Null(Concentration.Of([]).IndexAtLeast);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Makers_are_entered_changed_and_taken_out(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var maker = Maker("m", Bounds.Exactly(4), Bounds.Unspecified, Bounds.About(180), "KR");
        async Task Refused(ICommand command, params string[] fields) => Assert.Equal(fields, (await register.Send(command)).Refusals.Select(r => r.Field));
        await Refused(new RecordMakerCapacity(maker), "capacity.maker");
        await Refused(new RecordMakerCapacity(maker with { Maker = register.Donor.Id }), "capacity.maker");
        await register.Do(new RecordOrganisation(s_maker));
        var elsewhere = RecordMakerCapacity.Decide(new RecordMakerCapacity.State(null, true, OrganisationKind.Maker), new RecordMakerCapacity(maker), new Moment(register.Operation, "Olena", RegisterFixture.Start));
        Assert.Equal("capacity.id", Assert.Single(Assert.IsType<Decision.Refused>(elsewhere).Refusals).Field);
        await Refused(new RecordMakerCapacity(maker with { Title = "", Source = "" }), "capacity.title", "capacity.source");
        await Refused(new RecordMakerCapacity(maker with { AsOf = new(2030, 1, 1) }), "capacity.asOf");
        await Refused(new RecordMakerCapacity(maker with { LeadDays = Bounds.Exactly(5000) }), "capacity.leadDays");
        await Refused(new RecordMakerCapacity(maker with { PerMonth = Bounds.AtLeast(2_000_000) }), "capacity.perMonth");
        await Refused(new RecordMakerCapacity(maker with { OrderBook = Bounds.AtMost(2_000_000) }), "capacity.orderBook");
        await Refused(new RecordMakerCapacity(maker with { Version = 2 }), "capacity.version");
        Assert.Equal("capacity.perMonth", Assert.Single((await register.Do(new RecordMakerCapacity(maker with { PerMonth = Bounds.Exactly(0) }))).Warnings).Field);
        await register.Do(new RecordMakerCapacity(maker with { Version = 2 }));
        var again = maker with { Id = Id<MakerCapacity>.Named("again"), Title = "The same once more" };
        Assert.Contains((await register.Do(new RecordMakerCapacity(again))).Warnings, warning => warning is { Field: "capacity.product", Value: "m" });
        await register.Do(new RemoveMakerCapacity(again.Id, 1, "counted twice"));
        await using (var db = test.Database.Open())
        {
            Assert.Equal(("Works", Bounds.About(180)), (await MakerCapacityList.Read(db, register.Operation, new(), Cancel)).Items.Select(m => (m.Maker, m.LeadDays)).Single());
            Assert.Equal(4, (await Dependence.Read(db, register.Operation, SupplyGroup.Of(ItemKind.GeneratingSet), s_ordered, Cancel)).MadeByOrigin.Units);
            Assert.Equal(0, (await Dependence.Read(db, register.Operation, SupplyGroup.Of(ItemKind.Battery), s_ordered, Cancel)).MadeByOrigin.Units);
        }
        await Refused(new RemoveMakerCapacity(maker.Id, 1, "closed"), "expectedVersion");
        await Refused(new RemoveMakerCapacity(Id<MakerCapacity>.Named("none"), 1, "closed"), "capacity");
        await register.Do(new RemoveMakerCapacity(maker.Id, 2, "closed"));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }
}
