using Relight.Deliveries;
using Relight.Facilities;
using Relight.Funds;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Sample;
using Relight.Supply;

namespace Relight.Web.Tests.Api;

/// <summary>
/// One record of each kind, every text of which is a mark that tells who may see it: <c>Zz</c>, a letter of
/// <see cref="Classes"/>, the batch, the field, <c>z</c>.
/// </summary>
/// <param name="batch"><c>Old</c> for what was entered before the delay of publications, <c>New</c> for what was entered within it.</param>
/// <param name="at">When it is entered.</param>
internal sealed class MarkedRegister(string batch, DateTimeOffset at)
{
    /// <summary>
    /// Letters of marks: <c>p</c> the public may see it once the delay is over, <c>d</c> donors, <c>o</c> the donor whose gift it
    /// is, <c>x</c> another donor, <c>c</c> coordinators, <c>g</c> and <c>f</c> the operator whose exact place it is, <c>n</c> the
    /// planner, who sees the grid.
    /// </summary>
    public const string Classes = "pdoxcgfn";

    /// <summary>Figures with the class of each: digits that nothing else has.</summary>
    public static readonly IReadOnlyDictionary<string, char> Figures = new Dictionary<string, char>
    {
        ["7654321"] = 'x', // pieces that another donor promises
        ["876543"] = 'x', // units that it offers
        ["8765.321"] = 'c', // a maker's order book
        ["7654327"] = 'c', // people who depend on a facility
        ["7654335"] = 'x', // euros that it paid into a fund
        ["7654337"] = 'o', // euros that the donor itself paid
        ["4171.717"] = 'd', // megavoltamperes that a need must carry
    };

    /// <summary>Whose gifts are marked <c>o</c>.</summary>
    public static readonly Id<Organisation> Donor = SamplePledges.OrganisationId("de");

    private static readonly Id<Organisation> s_other = SamplePledges.OrganisationId("fr");
    private static readonly Id<Organisation> s_grid = SamplePledges.OrganisationId("grid-operator");
    private static readonly Id<Organisation> s_facilities = SamplePledges.OrganisationId("facilities");

    private DateOnly Day => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>Id of the marked record of a kind.</summary>
    public Id<T> IdOf<T>(string which = "") => Id<T>.Named($"marked {batch} {typeof(T).Name} {which}");

    /// <summary>What the marked plan is called.</summary>
    public string PlanName => Mark('c', "Plan");

    /// <summary>What is entered, in its order.</summary>
    public IEnumerable<ICommand> Commands() => [.. Organisations(), .. Gifts(), .. NeedsAndOffers(), .. Money(), .. Deliveries(), .. Rest(), .. Grid()];

    private string Mark(char who, string field) => $"Zz{who}{batch}{field}z";

    private IEnumerable<ICommand> Organisations()
    {
        RecordOrganisation Of(char who, string name, OrganisationKind kind) => new(new Organisation(IdOf<Organisation>(name), Mark(who, name), kind, Country.Parse("PL", null)));
        yield return Of('c', "Needer", OrganisationKind.FacilityOperator);
        yield return Of('c', "Maker", OrganisationKind.Maker);
        yield return Of('p', "Caller", OrganisationKind.State);
        yield return Of('d', "Holder", OrganisationKind.Fund);
    }

    private IEnumerable<ICommand> Gifts()
    {
        yield return new RecordSource(new Source(
            IdOf<Source>(), new Uri($"https://example.org/{Mark('c', "Address")}"), Mark('c', "Publisher"), ReportedDate.On(Day), Language.Parse("en", null), at, $"{Mark('c', "Text")} {Mark('c', "Quote")}"));
        foreach (var (who, donor) in new[] { ('o', Donor), ('x', s_other) })
        {
            var claim = IdOf<Claim>($"{who}");
            yield return new RecordClaim(new Claim
            {
                Id = claim,
                Source = IdOf<Source>(),
                Donors = DonorGroup.Of(donor),
                Recipient = IdOf<Organisation>("Holder"),
                Item = new Item(ItemKind.Vehicle, Mark(who, "Item")),
                Quantity = Quantity.Pieces(who == 'x' ? 7_654_321 : 5),
                Stage = GoodsStage.Announced,
                Date = ReportedDate.On(Day),
                Quote = Mark('c', "Quote"),
                Channel = Mark('c', "Channel"),
                Note = Mark('c', "Note"),
            });
            yield return new AdoptClaim(IdOf<Contribution>($"{who}"), 0, claim, ClaimParts.All, Mark(who, "Title"), Mark('c', "Adoption"));
            yield return new AdvanceStage(IdOf<Contribution>($"{who}"), 1, ItemKind.Vehicle, GoodsStage.Announced, GoodsStage.Committed, Quantity.Pieces(1), null, Day, Mark('c', "Step"));
        }
        yield return new LinkClaims(new Link(IdOf<Link>(), IdOf<Claim>("o"), LinkKind.Contradicts, IdOf<Claim>("x"), Mark('c', "Link")));
    }

    private IEnumerable<ICommand> NeedsAndOffers()
    {
        foreach (var i in Enumerable.Range(0, 4))
            yield return new RecordNeed(new Need
            {
                Id = IdOf<Need>($"{i}"),
                Version = 1,
                Title = Mark('d', $"Need{i}"),
                Organisation = i == 0 ? s_grid : i == 1 ? s_facilities : IdOf<Organisation>("Needer"),
                Site = new Site(AreaCode.Parse("UA63", null), new ExactPlace(Mark(i == 1 ? 'f' : 'g', $"Site{i}"), null, null)),
                Priority = Priority.High,
                Requirement = new TransformerBay { HighKilovolts = 150, LowKilovolts = 35, LoadMegavoltamperes = 4171.717m },
                Units = 1,
            });
        yield return new RecordNeed(new Need
        {
            Id = IdOf<Need>("power"),
            Version = 1,
            Title = Mark('d', "Power"),
            Organisation = s_facilities,
            Site = new Site(AreaCode.Parse("UA63", null), new ExactPlace(Mark('f', "Ward"), null, null)),
            Priority = Priority.High,
            Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 40 },
            Units = 3,
        });
        foreach (var (who, donor) in new[] { ('o', Donor), ('x', s_other) })
            yield return new RecordOffer(new Offer
            {
                Id = IdOf<Offer>($"{who}"),
                Version = 1,
                Title = Mark(who, "Offer"),
                Donor = donor,
                Specification = new GeneratingSet { Fuel = Mark(who, "Fuel") },
                Units = who == 'x' ? 876_543 : 9,
                Condition = UnitCondition.New,
                Place = Mark(who, "Place"),
                Conditions = [Mark(who, "Condition")],
            });
        yield return new HoldUnits(IdOf<Allocation>(), IdOf<Need>("power"), IdOf<Offer>("o"), 1, Mark('c', "Held"));
    }

    private IEnumerable<ICommand> Money()
    {
        yield return new OpenAppeal(new Appeal
        {
            Id = IdOf<Appeal>(),
            Version = 1,
            Title = Mark('p', "Appeal"),
            By = IdOf<Organisation>("Caller"),
            Target = new GoodsTarget(new Item(ItemKind.Vehicle, Mark('p', "Goods")), Quantity.Pieces(10)),
            From = Day,
            Conference = new Conference(ReportedDate.On(Day), Mark('p', "Conference")),
        });
        yield return new AnswerAppeal(IdOf<Appeal>(), IdOf<Contribution>("o"), "the ledger alone keeps why it answers");
        yield return new OpenFund(IdOf<Fund>(), Mark('d', "Fund"), IdOf<Organisation>("Holder"), Currency.Parse("EUR", null));
        foreach (var (who, donor, euros) in new[] { ('o', Donor, 7_654_337m), ('x', s_other, 7_654_335m) })
            yield return new ContributeToFund(new FundPayment(
                IdOf<FundPayment>($"{who}"), IdOf<Fund>(), DonorGroup.Of(donor), null, new Amount(euros), Mark(who, "Earmark"), null, null, Day));
        yield return new ReserveFromFund(IdOf<Reservation>(), IdOf<Fund>(), new Amount(100), Mark('c', "Purpose"), Mark('o', "Earmark"));
        yield return new ContractReservation(IdOf<Reservation>(), new Amount(90), Mark('c', "Seller"), Mark('c', "Contract"));
        yield return new RecordExchangeRate(new ExchangeRate(Currency.Parse("AZN", null), Currency.Parse("EUR", null), 0.55m, Day, Mark('d', "Rate")));
    }

    private IEnumerable<ICommand> Deliveries()
    {
        foreach (var (code, name, isHub) in new[] { ("A", "Port", false), ("B", "Hub", true) })
            yield return new RecordPlace(new Place
            {
                Id = IdOf<Place>(name),
                Version = 1,
                Code = Unlocode.Parse($"PLZ{batch[0]}{code}", null),
                Name = Mark('o', name),
                GaugesMillimetres = [],
                IsHub = isHub,
            });
        var consignment = IdOf<Consignment>();
        yield return new PlanConsignment(consignment, Mark('c', "Consignment"), [new ConsignmentLine(IdOf<Offer>("o"), 2)], false,
            [new PlannedLeg(IdOf<Place>("Port"), IdOf<Place>("Hub"), TransportMode.Road, at.AddDays(-3), at.AddDays(-2))]);
        yield return new RecordPapers(consignment, 1, 1, [new Paper(PaperKind.PackingList, true, Mark('c', "Paper"))]);
        yield return new ReceiveConsignment(consignment, 0, Mark('c', "Receiver"), at.AddDays(-2), [new ReceivedLine(1, 1, Damaged: 1, Reason: Mark('o', "Reason"))]);
    }

    private IEnumerable<ICommand> Rest()
    {
        yield return new RecordMakerCapacity(new MakerCapacity
        {
            Id = IdOf<MakerCapacity>(),
            Version = 1,
            Title = Mark('c', "Capacity"),
            Maker = IdOf<Organisation>("Maker"),
            Product = new GeneratingSet { Fuel = Mark('c', "Product"), Origin = Country.Parse("PL", null) },
            PerMonth = Bounds.Exactly(2),
            OrderBook = Bounds.Exactly(8_765.321m),
            LeadDays = Bounds.Exactly(30),
            AsOf = Day,
            Source = Mark('c', "Letter"),
        });
        // Donors see reports as the public does, once the delay is over.
        var who = batch == "Old" ? 'p' : 'c';
        yield return new RecordSource(new Source(
            IdOf<Source>("outage"), new Uri($"https://example.org/{Mark(who, "Outage")}"), Mark(who, "Agency"), ReportedDate.On(Day), Language.Parse("en", null), at, Mark('c', "Said")));
        yield return new RecordOutageReport(new OutageReport
        {
            Id = IdOf<OutageReport>(),
            Source = IdOf<Source>("outage"),
            Area = AreaCode.Parse("UA63", null),
            Service = Service.Heat,
            People = Bounds.Exactly(1_000),
            From = at.AddHours(-6),
            Until = at,
            Quote = Mark('c', "Said"),
            Note = Mark('c', "Doubt"),
        });
        foreach (var (which, owner) in new[] { ('f', s_facilities), ('g', s_grid) })
            yield return new RecordFacility(new Facility
            {
                Id = IdOf<Facility>($"{which}"),
                Version = 1,
                Title = Mark('d', $"Facility{which}"),
                Kind = FacilityKind.Hospital,
                Organisation = owner,
                Oblast = AreaCode.Parse("UA63", null),
                Exact = new ExactPlace(Mark(which, "House"), null, null),
                People = Bounds.Exactly(7_654_327),
                Fuels = [Mark('d', "FuelThere")],
            });
    }

    // The grid of the sample and its damage, every bus and element under a marked name.
    private IEnumerable<ICommand> Grid()
    {
        var (model, scenario) = LoadSample.GridAndDamage();
        yield return new StoreNetwork(model with
        {
            Id = IdOf<GridModel>(),
            Places = [.. model.Places.Select(place => place with { Name = Mark('n', $"Bus{place.Bus}") })],
            Names = [.. model.Names.Select(named => named with { Name = Mark('n', $"{named.Element.Kind}{named.Element.Number}") })],
        });
        yield return new StoreScenario(scenario with { Id = IdOf<Scenario>(), Model = IdOf<GridModel>(), Name = Mark('c', "Scenario"), EnteredAt = at });
    }
}
