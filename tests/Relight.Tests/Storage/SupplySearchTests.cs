using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>Needs and offers that the database finds by their columns are those that one finds by reading every record.</summary>
public class SupplySearchTests
{
    /// <summary>Each database, with lists that are found as those of a small register and as those of a large one.</summary>
    public static TheoryData<string, bool> Registers => [.. from row in TestDatabases.All from isLarge in new[] { false, true } select (row.Data, isLarge)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Offers_are_found_by_their_numbers(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, offers, _) = await Filled(test);
        await using var db = test.Database.Open();
        var own = db.Offers.Where(row => row.Operation == register.Operation);
        (RowCondition<OfferRow> Condition, Func<Offer, bool> Test)[] conditions =
        [
            (OfferSearch.Kilovolts(330, double.PositiveInfinity), offer => SpecificationNumbers.Kilovolts(offer.Specification) >= 330),
            (OfferSearch.LowKilovolts(double.NegativeInfinity, 110), offer => SpecificationNumbers.LowKilovolts(offer.Specification) <= 110),
            (OfferSearch.Megavoltamperes(0.1, 200), offer => SpecificationNumbers.Megavoltamperes(offer.Specification) is >= 0.1m and <= 200),
            (OfferSearch.Megawatts(0.08, 0.08), offer => SpecificationNumbers.Megawatts(offer.Specification) == 0.08m),
            (OfferSearch.Tonnes(1, 100), offer => offer.Specification.TransportTonnes is >= 1 and <= 100),
            (OfferSearch.Units(2, 3), offer => offer.Units is 2 or 3),
            (OfferSearch.Item([ItemKind.GeneratingSet]), offer => offer.Specification is GeneratingSet),
            (OfferSearch.Title(db, register.Operation, "ТРАНСФОРМАТОР"), offer => offer.Title.Contains("трансформатор", StringComparison.OrdinalIgnoreCase)),
            (OfferSearch.Contribution([Id<Contribution>.Named("none")]), _ => false),
            (OfferSearch.Ids([offers[3].Id]), offer => offer.Id == offers[3].Id),
            (OfferSearch.Donor(db, register.Operation, "ITED st"), offer => offer.Donor == register.Other.Id),
            (OfferSearch.Donor(db, register.Operation, "nobody"), _ => false),
            (OfferSearch.Condition([UnitCondition.New, UnitCondition.Repairable]), offer => offer.Condition is UnitCondition.New or UnitCondition.Repairable),
            (OfferSearch.Origin(["DE", "FR"]), offer => offer.Specification.Origin?.Code is "DE" or "FR"),
            (OfferSearch.Origin(["DE", ""]), offer => offer.Specification.Origin?.Code is "DE" or null),
            (OfferSearch.Dispatch(["PL"]), offer => offer.DispatchCountry?.Code == "PL"),
            (OfferSearch.Dispatch([""]), offer => offer.DispatchCountry is null),
            (OfferSearch.Place(db, register.Operation, "ґданськ"), offer => offer.Place?.Contains("Ґданськ", StringComparison.Ordinal) == true),
            (OfferSearch.Available(new(2023, 1, 3), DateOnly.MaxValue), offer => offer.AvailableFrom?.Earliest >= new DateOnly(2023, 1, 3)),
            (OfferSearch.Arrival(DateOnly.MinValue, new(2023, 2, 20)), offer => offer.Arrival?.Latest <= new DateOnly(2023, 2, 20)),
            (OfferSearch.Arrival(new(2023, 2, 5), new(2023, 2, 25)), offer => offer.Arrival?.Earliest >= new DateOnly(2023, 2, 5) && offer.Arrival.Latest <= new DateOnly(2023, 2, 25)),
            (OfferSearch.Version(1, 1), _ => true),
        ];
        RowOrder<Offer, OfferRow>[] orders =
        [
            RowOrder<Offer, OfferRow>.By(row => row.Kilovolts), RowOrder<Offer, OfferRow>.By(row => row.Tonnes), RowOrder<Offer, OfferRow>.By(row => row.Units),
            RowOrder<Offer, OfferRow>.By(row => row.Title), RowOrder<Offer, OfferRow>.By(row => row.Item), RowOrder<Offer, OfferRow>.By(row => row.Condition),
            RowOrder<Offer, OfferRow>.By(row => row.DonorWords), RowOrder<Offer, OfferRow>.ByOptional(row => row.Origin), RowOrder<Offer, OfferRow>.ByOptional(row => row.Place),
            RowOrder<Offer, OfferRow>.By(row => row.Available), RowOrder<Offer, OfferRow>.By(row => row.ArrivalEarliest),
        ];
        foreach (var (place, (condition, isMet)) in conditions.Index())
            foreach (var order in orders)
                foreach (var descending in new[] { false, true })
                    Assert.True(
                        offers.Where(isMet).Select(offer => offer.Id).ToHashSet().SetEquals(await ListFixture.Paged(db, () => Search(db, own, [condition], order, descending, isLarge), order, 3)), $"condition {place}");
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Needs_are_found_by_their_numbers(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, _, needs) = await Filled(test);
        await using var db = test.Database.Open();
        var own = db.Needs.Where(row => row.Operation == register.Operation);
        (RowCondition<NeedRow> Condition, Func<Need, bool> Test)[] conditions =
        [
            (NeedSearch.Kilovolts(330, 330), need => RequirementNumbers.Kilovolts(need.Requirement) == 330),
            (NeedSearch.Megavoltamperes(100, double.PositiveInfinity), need => RequirementNumbers.Megavoltamperes(need.Requirement) >= 100),
            (NeedSearch.Kilowatts(double.NegativeInfinity, 80), need => RequirementNumbers.Kilowatts(need.Requirement) <= 80),
            (NeedSearch.Units(2, double.PositiveInfinity), need => need.Units >= 2),
            (NeedSearch.Amount(new AmountRange("Mass", 3_000_000, long.MaxValue)), need => need.Requirement is GoodsRequirement { Amount.Bounds.Lower: >= 3 } goods && goods.Amount.Unit == Unit.Tonne),
            (NeedSearch.Money(new AmountRange("EUR", long.MinValue, 5_000_000)), need => need.Requirement is MoneyRequirement { Amount.Bounds.Upper: <= 5000 }),
            (NeedSearch.Kind([NeedKind.FacilityPower]), need => need.Requirement is FacilityPower),
            (NeedSearch.Item([ItemKind.Fuel]), need => need.Requirement.Item == ItemKind.Fuel),
            (NeedSearch.Priority([Priority.High]), need => need.Priority == Priority.High),
            (NeedSearch.Deadline(new(2023, 1, 1), new(2023, 1, 3)), need => need.Deadline >= new DateOnly(2023, 1, 1) && need.Deadline <= new DateOnly(2023, 1, 3)),
            (NeedSearch.Title(db, register.Operation, "need 4"), need => need.Title.Contains("Need 4", StringComparison.Ordinal)),
            (NeedSearch.Ids([needs[2].Id]), need => need.Id == needs[2].Id),
            (NeedSearch.Organisation(db, register.Operation, "franc"), need => need.Organisation == register.Donor.Id),
            (NeedSearch.Oblast(["UA32", "UA63"]), need => need.Site?.Oblast.Code is "UA32" or "UA63"),
            (NeedSearch.Oblast(["UA32", ""]), need => need.Site?.Oblast.Code is "UA32" or null),
            (NeedSearch.Version(2, 9), _ => false),
        ];
        RowOrder<Need, NeedRow>[] orders =
        [
            RowOrder<Need, NeedRow>.By(row => row.Kilovolts), RowOrder<Need, NeedRow>.By(row => row.Kilowatts), RowOrder<Need, NeedRow>.By(row => row.Deadline),
            RowOrder<Need, NeedRow>.By(row => row.Units), RowOrder<Need, NeedRow>.By(row => row.Kind), RowOrder<Need, NeedRow>.By(row => row.Item),
            RowOrder<Need, NeedRow>.By(row => row.OrganisationWords), RowOrder<Need, NeedRow>.ByOptional(row => row.Oblast), RowOrder<Need, NeedRow>.By(row => row.Rank),
            RowOrder<Need, NeedRow>.By(row => row.Lower), RowOrder<Need, NeedRow>.By(row => row.ValueLower),
        ];
        foreach (var (place, (condition, isMet)) in conditions.Index())
            foreach (var order in orders)
                foreach (var descending in new[] { false, true })
                    Assert.True(
                        needs.Where(isMet).Select(need => need.Id).ToHashSet().SetEquals(await ListFixture.Paged(db, () => Search(db, own, [condition], order, descending, isLarge), order, 3)), $"condition {place}");
    }

    // Of what the list is sorted by, several values may be asked for: each is a piece of the order.
    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_sorted_by_what_may_be_one_of_several_are_those_found_by_reading_every_offer(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, offers, _) = await Filled(test);
        await using var db = test.Database.Open();
        var own = db.Offers.Where(row => row.Operation == register.Operation);
        (RowOrder<Offer, OfferRow> Order, Func<Offer, string?> Key, RowCondition<OfferRow> Condition, Func<Offer, bool> Test)[] pieces =
        [
            (RowOrder<Offer, OfferRow>.By(row => row.Item), KindOf, OfferSearch.Item([ItemKind.PowerTransformer, ItemKind.GeneratingSet]), offer => offer.Specification is PowerTransformer or GeneratingSet),
            (RowOrder<Offer, OfferRow>.By(row => row.Item), KindOf, OfferSearch.Item([ItemKind.Battery, ItemKind.Battery, ItemKind.GeneratingSet]), offer => offer.Specification is GeneratingSet),
            (RowOrder<Offer, OfferRow>.By(row => row.Item), KindOf, OfferSearch.Item([ItemKind.Battery]), _ => false),
            (RowOrder<Offer, OfferRow>.By(row => row.Condition), offer => offer.Condition.ToString(), OfferSearch.Condition([UnitCondition.New, UnitCondition.Repairable]), offer => offer.Condition is UnitCondition.New or UnitCondition.Repairable),
            (RowOrder<Offer, OfferRow>.ByOptional(row => row.Origin), offer => offer.Specification.Origin?.Code, OfferSearch.Origin(["FR", "DE"]), offer => offer.Specification.Origin is not null),
            (RowOrder<Offer, OfferRow>.ByOptional(row => row.Origin), offer => offer.Specification.Origin?.Code, OfferSearch.Origin(["DE", ""]), offer => offer.Specification.Origin?.Code != "FR"),
        ];
        (RowCondition<OfferRow>? Condition, Func<Offer, bool> Test)[] others =
        [
            (null, _ => true), (OfferSearch.Units(2, 3), offer => offer.Units is 2 or 3), (OfferSearch.Donor(db, register.Operation, "ited st"), offer => offer.Donor == register.Other.Id),
            (OfferSearch.Title(db, register.Operation, "трансформатор"), offer => offer.Title.Contains("Трансформатор", StringComparison.Ordinal)), (OfferSearch.Dispatch(["RO"]), offer => offer.DispatchCountry?.Code == "RO"),
        ];
        foreach (var (order, key, condition, isMet) in pieces)
            foreach (var (other, isOtherMet) in others)
                foreach (var descending in new[] { false, true })
                    foreach (var size in new[] { 1, 3, 200 })
                    {
                        var onOrder = condition with { IsOnOrder = true };
                        var search = Search(db, own, other is null ? [onOrder] : [onOrder, other], order, descending, isLarge);
                        Assert.Equal(Sorted(offers.Where(offer => isMet(offer) && isOtherMet(offer)), key, descending), await ListFixture.Paged(db, () => search, order, size));
                    }

        static string KindOf(Offer offer) => offer.Specification.Item.ToString();
    }

    // What a large register has many of, a small one has where few rows are looked at one by one, and no text is rare.
    private static RowSearch<T, TRow> Search<T, TRow>(
        RelightContext db, IQueryable<TRow> rows, IReadOnlyList<RowCondition<TRow>> conditions, RowOrder<T, TRow> order, bool descending, bool isLarge)
        where T : class
        where TRow : Row<T, TRow> => isLarge
            ? new(db, rows, [.. conditions.Select(condition => condition with { Shortlist = null })], order, descending, stretch: 2)
            : new(db, rows, conditions, order, descending);

    private static IEnumerable<Id<Offer>> Sorted(IEnumerable<Offer> offers, Func<Offer, string?> key, bool descending)
    {
        var known = offers.OrderBy(offer => key(offer) is null);
        return (descending
            ? known.ThenByDescending(key, StringComparer.Ordinal).ThenByDescending(offer => offer.Id.ToString(), StringComparer.Ordinal)
            : known.ThenBy(key, StringComparer.Ordinal).ThenBy(offer => offer.Id.ToString(), StringComparer.Ordinal)).Select(offer => offer.Id);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Choices_are_ordered_by_their_names_and_needs_by_what_waits_most(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, offers, needs) = await Filled(test);
        await using var db = test.Database.Open();
        var condition = RowOrder<Offer, OfferRow>.By(row => row.Condition);
        var sorted = await ListFixture.Paged(db, () => new RowSearch<Offer, OfferRow>(db, db.Offers.Where(row => row.Operation == register.Operation), [], condition, false), condition, 3);
        Assert.Equal(offers.Select(offer => offer.Condition.ToString()).Order(StringComparer.Ordinal), sorted.Select(id => offers.Single(offer => offer.Id == id).Condition.ToString()));
        var rank = RowOrder<Need, NeedRow>.By(row => row.Rank);
        var waiting = await ListFixture.Paged(db, () => new RowSearch<Need, NeedRow>(db, db.Needs.Where(row => row.Operation == register.Operation), [], rank, false), rank, 3);
        (Priority, DateOnly) Key(Need need) => (need.Priority, need.Deadline ?? DateOnly.MaxValue);
        Assert.Equal(needs.Select(Key).Order(), waiting.Select(id => Key(needs.Single(need => need.Id == id))));
        // Rows of which nothing is known come last, and may be what is asked for.
        var origin = RowOrder<Offer, OfferRow>.ByOptional(row => row.Origin);
        var unknown = await ListFixture.Paged(db, () => new RowSearch<Offer, OfferRow>(db, db.Offers, [OfferSearch.Origin(["DE", ""]) with { IsOnOrder = true }], origin, false), origin, 3);
        Assert.Equal(offers.Count(offer => offer.Specification.Origin?.Code is "DE" or null), unknown.Count);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_organisation_that_is_renamed_is_found_by_its_new_name_in_needs_and_offers(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, offers, needs) = await Filled(test);
        await register.Do(new CorrectOrganisation(register.Donor with { Name = "French Republic" }, register.Donor, "its full name"));
        await using var db = test.Database.Open();
        var found = new RowSearch<Offer, OfferRow>(db, db.Offers, [OfferSearch.Donor(db, register.Operation, "republic")], RowOrder<Offer, OfferRow>.By(row => row.DonorWords), false);
        Assert.Equal(offers.Count(offer => offer.Donor == register.Donor.Id), await found.Count(Cancel));
        var needed = new RowSearch<Need, NeedRow>(db, db.Needs, [NeedSearch.Organisation(db, register.Operation, "republic")], RowOrder<Need, NeedRow>.By(row => row.Rank), false);
        Assert.Equal(needs.Count(need => need.Organisation == register.Donor.Id), await needed.Count(Cancel));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_numbers_of_needs_and_offers_of_an_earlier_version_are_filled_in(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        await Filled(test);
        await test.Tamper("""UPDATE offer SET "Words" = '', "DonorWords" = '', "Condition" = '', "Place" = NULL, "Kilovolts" = NULL, "Tonnes" = NULL, "Megavoltamperes" = NULL; UPDATE need SET "Words" = '', "OrganisationWords" = '', "Rank" = 0, "Units" = 0, "Kilovolts" = NULL, "Lower" = NULL""");
        await test.Database.Migrate(Cancel);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    private static async Task<(RegisterFixture Register, IReadOnlyList<Offer> Offers, IReadOnlyList<Need> Needs)> Filled(TestDatabases test)
    {
        var register = await RegisterFixture.Open(test.Database);
        Specification[] units =
        [
            new GeneratingSet { Kilovoltamperes = 100, Kilowatts = 80, Volts = 400, TransportTonnes = 2, Origin = Country.Parse("DE", null) },
            new PowerTransformer { High = new Winding { RatedKilovolts = 330, RatedMegavoltamperes = 200 }, Low = new Winding { RatedKilovolts = 115 }, TransportTonnes = 165 },
            new PowerTransformer { High = new Winding { RatedKilovolts = 110 }, Low = new Winding { RatedKilovolts = 10 } },
            new CircuitBreaker { RatedKilovolts = 363, Origin = Country.Parse("FR", null) },
            new Pump(),
        ];
        Requirement[] requirements =
        [
            new TransformerBay { HighKilovolts = 330, LowKilovolts = 110, LoadMegavoltamperes = 150 }, new FacilityPower { Facility = FacilityKind.Heat, LoadKilowatts = 80 },
            new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 500, Volts = 400 }, new GoodsRequirement(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(3), Unit.Tonne)),
            new MoneyRequirement(new Money(Bounds.Exactly(5000), Currency.Parse("EUR", null)), "repairs"),
        ];
        var (offers, needs) = (new List<Offer>(), new List<Need>());
        for (var i = 0; i < 20; i++)
        {
            var offer = new Offer
            {
                Id = Id<Offer>.Named($"o{i}"),
                Version = 1,
                Title = i % 3 == 0 ? $"Трансформатор {i}" : $"Offer {i}",
                Donor = (i % 6 == 0 ? register.Other : register.Donor).Id,
                Specification = units[i % 5],
                Units = 1 + (i % 4),
                Condition = (UnitCondition)(i % 4),
                DispatchCountry = i % 3 == 0 ? null : Country.Parse(i % 3 == 1 ? "PL" : "RO", null),
                Place = i % 7 == 0 ? null : i % 7 == 1 ? $"порт Ґданськ {i}" : $"warehouse {i}",
                AvailableFrom = i % 5 == 0 ? null : ReportedDate.On(new DateOnly(2023, 1, 1).AddDays(i % 8)),
                Arrival = i % 4 == 0 ? null : i % 4 == 1 ? new ReportedDate(new(2023, 2, 1), new(2023, 2, 28), "2023-02") : ReportedDate.On(new DateOnly(2023, 2, 1).AddDays(i)),
            };
            var need = new Need
            {
                Id = Id<Need>.Named($"n{i}"),
                Version = 1,
                Title = $"Need {i}",
                Organisation = (i % 6 == 0 ? register.Other : register.Donor).Id,
                Site = i % 4 == 0 ? null : new Site(AreaCode.Parse(i % 4 == 1 ? "UA32" : "UA05", null), new ExactPlace($"Made-up place {i}", null, null)),
                Requirement = requirements[i % 5],
                Units = 1 + (i % 3),
                Priority = i % 2 == 0 ? Priority.High : Priority.Normal,
                Deadline = i % 4 == 0 ? null : new DateOnly(2023, 1, 1).AddDays(i),
            };
            await register.Do(new RecordOffer(offer));
            await register.Do(new RecordNeed(need));
            offers.Add(offer);
            needs.Add(need);
        }
        return (register, offers, needs);
    }
}
