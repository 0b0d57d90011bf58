using System.Globalization;
using Relight.Grid;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// What the sample lacks: a unit for every lost autotransformer, breakers for damaged bars, power for facilities behind
/// the damage, goods, money. All of it invented but the scale of the last two.
/// </summary>
public static class SampleNeeds
{
    private const int BreakerBays = 6;
    private const int FacilitiesOfAKind = 4;

    // Goods go to one store, from where they are handed out; what is bought countrywide has no one place.
    private static readonly Site s_store = new(AreaCode.Parse("UA32", null), new ExactPlace("Central store (invented)", null, null));

    /// <summary>The needs of a sample problem.</summary>
    public static IReadOnlyList<Need> Of(SampleProblem sample) =>
    [
        .. sample.Damage.Where(d => d.Grade == DamageGrade.Lost).Select(d => Transformer(sample, d)),
        .. sample.Damage.Where(d => d.Element.Kind == ElementKind.Bus).Take(BreakerBays).Select(d => Breaker(sample, d)),
        .. WithoutPower(sample).Select(facility => Power(sample, facility)),
        .. Goods(),
    ];

    private static Need Transformer(SampleProblem sample, DamagedElement damaged)
    {
        var network = sample.Grid.Network;
        var unit = network.Branches[damaged.Element.Number - 1];
        var beside = network.Branches.Where(b => (b.From, b.To) == (unit.From, unit.To) && b.Row != unit.Row).ToList();
        var stays = beside.Find(b => !sample.Damage.Any(d =>
            d.Grade == DamageGrade.Lost && d.Element == new ElementId(ElementKind.Branch, b.Row)));
        var demand = DemandBehind(network, unit.To);
        return new Need
        {
            Id = NeedId(damaged.Element.ToString()),
            Version = 1,
            Title = string.Create(CultureInfo.InvariantCulture, $"Autotransformer 330/110 kV, {unit.RatingMegavoltAmperes} MVA"),
            Organisation = SamplePledges.OrganisationId("grid-operator"),
            Site = SiteOf(sample, damaged.Element, unit.From),
            Priority = Priority.High,
            Deadline = new DateOnly(2023, 1, 31),
            Units = 1,
            Requirement = new TransformerBay
            {
                Function = TransformerFunction.Auto,
                HighKilovolts = 330,
                LowKilovolts = 110,
                LoadMegavoltamperes = (decimal)Math.Round(demand / (beside.Count + 1) / 0.97, 0),
                HighSystemUm = 363,
                LowSystemUm = 126,
                HighImpulseKilovolts = 1050,
                LowImpulseKilovolts = 450,
                FaultLevelKiloamperes = 25,
                Parallel = stays is null ? null : new ParallelUnit(330, 115, (decimal)stays.RatingMegavoltAmperes, 0, 10.5m),
                TransportLimitTonnes = 200,
            },
        };
    }

    private static Need Breaker(SampleProblem sample, DamagedElement damaged)
    {
        var site = sample.Grid.SiteOf(damaged.Element);
        return new Need
        {
            Id = NeedId(damaged.Element.ToString()),
            Version = 1,
            Title = string.Create(CultureInfo.InvariantCulture, $"Circuit breaker {site.Kilovolts} kV"),
            Organisation = SamplePledges.OrganisationId("grid-operator"),
            Site = SiteOf(sample, damaged.Element, damaged.Element.Number),
            Priority = Priority.Normal,
            Deadline = new DateOnly(2023, 1, 15),
            Units = 1,
            Requirement = new BreakerBay
            {
                SystemUm = site.Kilovolts == 330 ? 363 : 126,
                LoadAmperes = site.Kilovolts == 330 ? 2000 : 1600,
                FaultLevelKiloamperes = site.Kilovolts == 330 ? 31.5m : 25,
            },
        };
    }

    /// <summary>Facilities in areas where bars or transformers are hit: of each kind the smaller loads, which sets can carry.</summary>
    private static IEnumerable<SampleFacility> WithoutPower(SampleProblem sample)
    {
        var hit = sample.Damage.Where(d => d.Skill is SampleDamage.TransformerSkill or SampleDamage.SubstationSkill)
            .Select(d => sample.Grid.SiteOf(d.Element).Oblast)
            .ToHashSet();
        return sample.Facilities.Where(f => hit.Contains(sample.Grid.SiteOf(f.Bus).Oblast))
            .GroupBy(f => f.Kind)
            .SelectMany(kind => kind.OrderBy(f => f.Kilowatts).Take(FacilitiesOfAKind));
    }

    private static Need Power(SampleProblem sample, SampleFacility facility)
    {
        var kind = facility.Kind switch
        {
            SampleFacilityKind.Hospital => FacilityKind.Hospital,
            SampleFacilityKind.WaterWorks => FacilityKind.Water,
            _ => FacilityKind.Heat,
        };
        return new Need
        {
            Id = NeedId(facility.Name),
            Version = 1,
            Title = string.Create(CultureInfo.InvariantCulture, $"Power for a {kind switch
            {
                FacilityKind.Hospital => "hospital",
                FacilityKind.Water => "water works",
                _ => "heat plant",
            }}, {facility.Kilowatts} kW"),
            Organisation = SamplePledges.OrganisationId("facilities"),
            Site = new Site(
                AreaCode.Parse(sample.Grid.SiteOf(facility.Bus).Oblast, null),
                new ExactPlace(facility.Name, null, facility.Bus)),
            Priority = kind == FacilityKind.Hospital ? Priority.Critical : Priority.High,
            Deadline = new DateOnly(2022, 12, 31),
            Units = 1,
            Requirement = new FacilityPower { Facility = kind, LoadKilowatts = facility.Kilowatts, HoursPerDay = facility.HoursADay },
        };
    }

    private static IEnumerable<Need> Goods() =>
    [
        Of("Diesel of winter grade for generating sets", "fuel", Priority.Critical, new GoodsRequirement(
            new Item(ItemKind.Fuel, "diesel of winter grade"), new Quantity(Bounds.AtLeast(600), Unit.CubicMetre))) with { Site = s_store },
        Of("Gel batteries for substations", "batteries", Priority.High, new GoodsRequirement(
            new Item(ItemKind.Battery, "gel batteries for the supply of protection"), Quantity.Pieces(45))) with { Site = s_store },
        Of("Heaters for shelters", "heaters", Priority.High, new GoodsRequirement(
            new Item(ItemKind.HeatingEquipment, "mobile heaters"), Quantity.Pieces(120))) with { Site = s_store },
        Of("Lamps that save energy", "lamps", Priority.Normal, new GoodsRequirement(
            new Item(ItemKind.Lighting, "LED lamps"), Quantity.Pieces(30_000_000))),
        Of("Conductor for lines of 110 kV", "conductor", Priority.Normal, new GoodsRequirement(
            new Item(ItemKind.Conductor, "steel-aluminium conductor of 240 mm²"), new Quantity(Bounds.About(60), Unit.Kilometre))) with { Site = s_store },
        Of("Large generating sets, countrywide", "sets", Priority.High, new GoodsRequirement(
            new Item(ItemKind.GeneratingSet, "large generating sets"), new Quantity(Bounds.About(17_000), Unit.Piece))),
        Of("Money for new autotransformers", "money-transformers", Priority.Normal, new MoneyRequirement(
            new Money(Bounds.AtLeast(60_000_000), Currency.Parse("EUR", null)), "autotransformers from makers")),
        Of("Money for crews, transport and oil", "money-work", Priority.Normal, new MoneyRequirement(
            new Money(Bounds.About(12_000_000), Currency.Parse("EUR", null)), "crews, transport and oil")),
    ];

    private static Need Of(string title, string key, Priority priority, Requirement requirement) => new()
    {
        Id = NeedId(key),
        Version = 1,
        Title = title,
        Organisation = SamplePledges.OrganisationId("grid-operator"),
        Priority = priority,
        Requirement = requirement,
        Units = 1,
    };

    private static Site SiteOf(SampleProblem sample, ElementId element, int bus) => new(
        AreaCode.Parse(sample.Grid.SiteOf(element).Oblast, null),
        new ExactPlace(sample.Grid.NameOf(element), element, bus));

    /// <summary>Demand at the 110 kV bars and at the buses that hang on them by lines of 110 kV, halved where they hang on others too.</summary>
    private static double DemandBehind(Network network, int bus110)
    {
        double Demand(int bus) => network.Buses[network.IndexOf(bus)].DemandMegawatts;
        var outlying = network.Branches.Where(b => !b.IsTransformer && (b.From == bus110 || b.To == bus110))
            .Select(b => b.From == bus110 ? b.To : b.From)
            .Distinct();
        return Demand(bus110) + outlying.Sum(bus => Demand(bus) / 2);
    }

    private static Id<Need> NeedId(string key) => Id<Need>.Named("sample winter-2022 " + key);
}
