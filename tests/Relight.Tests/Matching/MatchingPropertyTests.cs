using CsCheck;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>What must hold of every match: more capability and more knowledge never turn against a unit for want of reason.</summary>
public class MatchingPropertyTests
{
    private static readonly Gen<decimal?> s_high = OneOf<decimal?>(null, 220, 315, 330, 345, 400, 500);
    private static readonly Gen<decimal?> s_low = OneOf<decimal?>(null, 110, 115, 132, 158);
    private static readonly Gen<decimal?> s_power = OneOf<decimal?>(null, 63, 125, 200, 250);

    private static readonly Gen<PowerTransformer> s_unit =
        from high in s_high
        from low in s_low
        from power in s_power
        from um in OneOf<decimal?>(null, 252, 363, 420)
        from function in OneOf<TransformerFunction?>(null, TransformerFunction.Auto, TransformerFunction.GeneratorStepUp)
        from frequency in OneOf<decimal?>(null, 50, 60)
        from impulse in OneOf<decimal?>(null, 950, 1050, 1175)
        from withstand in OneOf<decimal?>(null, 20, 31.5m, 40)
        from clock in OneOf<VectorGroup?>(null, VectorGroup.Parse("YNa0d11"), VectorGroup.Parse("YNd11"))
        from taps in OneOf<TapChanger?>(null, new TapChanger(true, WindingSide.Low, 6, 2))
        from mass in OneOf<decimal?>(null, 150, 210)
        select new PowerTransformer
        {
            Function = function,
            High = new Winding { RatedKilovolts = high, RatedMegavoltamperes = power, Um = um, ImpulseKilovolts = impulse },
            Low = new Winding { RatedKilovolts = low },
            FrequencyHertz = frequency,
            ShortCircuitKiloamperes = withstand,
            VectorGroup = clock,
            Taps = taps,
            TransportTonnes = mass,
        };

    private static readonly TransformerBay s_bay = new()
    {
        Function = TransformerFunction.Auto,
        HighKilovolts = 330,
        LowKilovolts = 110,
        LoadMegavoltamperes = 120,
        HighSystemUm = 363,
        HighImpulseKilovolts = 1050,
        FaultLevelKiloamperes = 31.5m,
        Parallel = new ParallelUnit(330, 115, 125, 0, 10.5m),
        TransportLimitTonnes = 200,
    };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Match Judge(PowerTransformer unit) => MatchOffers.Judge(
        new Need
        {
            Id = default,
            Version = 1,
            Title = "need",
            Organisation = default,
            Priority = Priority.High,
            Requirement = s_bay,
            Units = 1,
        },
        new Offer { Id = default, Version = 1, Title = "offer", Donor = default, Specification = unit, Units = 1, Condition = UnitCondition.Used },
        Practice.Default);

    [Fact]
    public void Nothing_known_gives_questions_and_no_refusal()
    {
        var match = Judge(new PowerTransformer { High = new Winding(), Low = new Winding() });
        Assert.Equal(Verdict.CannotTellYet, match.Verdict);
        Assert.NotEmpty(match.Questions);
    }

    [Fact]
    public void Forgetting_a_value_never_makes_a_unit_unfit() => s_unit.Sample(unit =>
    {
        var before = Judge(unit).Verdict;
        PowerTransformer[] forgotten =
        [
            unit with { Function = null },
            unit with { FrequencyHertz = null },
            unit with { VectorGroup = null },
            unit with { Taps = null },
            unit with { TransportTonnes = null },
            unit with { ShortCircuitKiloamperes = null },
            unit with { High = unit.High with { Um = null } },
            unit with { High = unit.High with { ImpulseKilovolts = null } },
            unit with { High = unit.High with { RatedKilovolts = null } },
            unit with { High = unit.High with { RatedMegavoltamperes = null } },
            unit with { Low = unit.Low with { RatedKilovolts = null } },
        ];
        return before == Verdict.DoesNotFit || forgotten.All(less => Judge(less).Verdict != Verdict.DoesNotFit);
    });

    [Fact]
    public void More_capability_never_makes_a_unit_unfit() => s_unit.Sample(unit =>
    {
        var before = Judge(unit).Verdict;
        PowerTransformer[] better =
        [
            unit with { ShortCircuitKiloamperes = unit.ShortCircuitKiloamperes + 10 },
            unit with { TransportTonnes = unit.TransportTonnes - 20 },
            unit with { High = unit.High with { Um = unit.High.Um + 50 } },
            unit with { High = unit.High with { ImpulseKilovolts = unit.High.ImpulseKilovolts + 100 } },
            unit with { Taps = unit.Taps is { } taps ? taps with { StepsEachWay = taps.StepsEachWay + 2 } : null },
        ];
        return better.All(more => Judge(more).Verdict <= before);
    });

    [Fact]
    public void The_order_of_offers_does_not_change_the_order_of_matches() => s_unit.Array[6].Sample(units =>
    {
        var need = new Need
        {
            Id = default,
            Version = 1,
            Title = "need",
            Organisation = default,
            Priority = Priority.High,
            Requirement = s_bay,
            Units = 1,
        };
        var offers = units.Select((unit, i) => new Offer
        {
            Id = Id<Offer>.Named($"{i}"),
            Version = 1,
            Title = "offer",
            Donor = default,
            Specification = unit,
            Units = 1,
            Condition = UnitCondition.Used,
        }).ToList();
        var one = MatchOffers.ForNeed(need, offers, Practice.Default).Select(match => match.Offer);
        var other = MatchOffers.ForNeed(need, offers.AsEnumerable().Reverse(), Practice.Default).Select(match => match.Offer);
        return one.SequenceEqual(other);
    }, iter: 50);
}
