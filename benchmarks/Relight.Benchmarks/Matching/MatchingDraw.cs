using Relight.Register;

namespace Relight.Benchmarks.Matching;

/// <summary>Draws offers and needs of every kind, with numbers as they are on plates, and a value in ten unknown.</summary>
internal static class MatchingDraw
{
    private static readonly decimal[] s_high = [110, 150, 220, 330, 400, 500];
    private static readonly decimal[] s_low = [10, 20, 35, 66, 110, 132, 150];

    /// <summary>Offers, no two alike.</summary>
    public static Offer[] Offers(int count, int seed)
    {
        var draw = new Draw(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Offer
        {
            Id = Id<Offer>.Named($"benchmark {i}"),
            Version = 1,
            Title = "offer",
            Donor = default,
            Specification = Specification(draw),
            Units = draw.Whole(1, 6),
            Condition = draw.Chance(0.1) ? UnitCondition.Unknown : UnitCondition.Used,
            Arrival = ReportedDate.On(new DateOnly(2022, 12, 1).AddDays(draw.Whole(0, 90))),
        })];
    }

    /// <summary>Needs, no two alike.</summary>
    public static Need[] Needs(int count, int seed)
    {
        var draw = new Draw(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Need
        {
            Id = Id<Need>.Named($"benchmark {i}"),
            Version = 1,
            Title = "need",
            Organisation = default,
            Priority = Priority.High,
            Requirement = Requirement(draw),
            Units = 1,
        })];
    }

    private static Specification Specification(Draw draw) => draw.Whole(0, 100) switch
    {
        < 25 => Transformer(draw),
        < 30 => new MobileSubstation { HighKilovolts = draw.Some(draw.Near(draw.Of(s_high), 0.05)), LowKilovolts = draw.Some(draw.Of(s_low)), Megavoltamperes = draw.Some(draw.Between(5, 50)), FrequencyHertz = draw.Some(draw.Hertz()) },
        < 40 => new CircuitBreaker { RatedKilovolts = draw.Some(draw.Near(draw.Of(s_high) * 1.1m, 0.05)), RatedAmperes = draw.Some(draw.Between(800, 4000)), BreakingKiloamperes = draw.Some(draw.Between(16, 63)), FrequencyHertz = draw.Some(draw.Hertz()), Medium = "SF6" },
        < 48 => new Disconnector { RatedKilovolts = draw.Some(draw.Near(draw.Of(s_high) * 1.1m, 0.05)), RatedAmperes = draw.Some(draw.Between(800, 4000)), ShortTimeKiloamperes = draw.Some(draw.Between(16, 63)) },
        < 56 => new InstrumentTransformer { Measures = draw.Chance(0.5) ? InstrumentKind.Current : InstrumentKind.Voltage, Um = draw.Some(draw.Of(s_high) * 1.1m), Primary = draw.Some(draw.Of([200, 400, 600, 1000, 2000])), Secondary = draw.Some(draw.Of([1, 5])) },
        < 78 => Set(draw),
        < 84 => new Battery { Kilowatts = draw.Some(draw.Spread(5, 2000)), KilowattHours = draw.Some(draw.Spread(10, 8000)), GridForming = draw.Chance(0.6), ThreePhase = true, Volts = draw.Some(400), FrequencyHertz = 50 },
        < 86 => new GasTurbine { Megawatts = draw.Some(draw.Between(2, 60)), FrequencyHertz = draw.Some(draw.Hertz()), GasBar = draw.Some(draw.Between(5, 40)), StepUpKilovolts = draw.Some(draw.Of(s_low)) },
        < 92 => new Conductor { Form = draw.Chance(0.5) ? ConductorForm.Overhead : ConductorForm.Cable, RatedAmperes = draw.Some(draw.Between(100, 1200)), SquareMillimetres = draw.Some(draw.Between(50, 500)), LengthMetres = draw.Some(draw.Between(200, 5000)) },
        < 96 => new Pump { CubicMetresPerHour = draw.Some(draw.Spread(5, 2000)), HeadMetres = draw.Some(draw.Spread(5, 200)), ThreePhase = true, Volts = 400, FrequencyHertz = draw.Some(draw.Hertz()) },
        _ => new Boiler { HeatKilowatts = draw.Some(draw.Spread(20, 10_000)), Fuel = draw.Chance(0.5) ? "gas" : "diesel", Bar = draw.Some(draw.Between(2, 16)) },
    };

    private static PowerTransformer Transformer(Draw draw)
    {
        var (high, power) = (draw.Of(s_high), draw.Spread(10, 400));
        var low = draw.Of([.. s_low.Where(voltage => voltage < high)]);
        return new PowerTransformer
        {
            Function = draw.Chance(0.1) ? null : draw.Chance(0.5) ? TransformerFunction.Auto : TransformerFunction.TwoWinding,
            High = new Winding { RatedKilovolts = draw.Some(draw.Near(high, 0.06)), RatedMegavoltamperes = draw.Some(power), Um = draw.Some(high * 1.1m), ImpulseKilovolts = draw.Some(high * 3.2m) },
            Low = new Winding { RatedKilovolts = draw.Some(draw.Near(low, 0.06)), Um = draw.Some(low * 1.15m) },
            VectorGroup = draw.Chance(0.1) ? null : VectorGroup.Parse(draw.Chance(0.5) ? "YNa0d11" : "YNd11", null),
            FrequencyHertz = draw.Some(draw.Hertz()),
            HighLowImpedancePercent = draw.Some(draw.Between(8, 14)),
            Taps = draw.Chance(0.3) ? null : new TapChanger(true, draw.Chance(0.5) ? WindingSide.High : WindingSide.Low, draw.Whole(4, 9), 1.5m),
            ShortCircuitKiloamperes = draw.Some(draw.Between(16, 63)),
            TransportTonnes = draw.Some(draw.Between(20, 250)),
        };
    }

    private static GeneratingSet Set(Draw draw)
    {
        var power = draw.Spread(4, 2500);
        return new GeneratingSet { Kilovoltamperes = draw.Some(power), ThreePhase = power > 15, Volts = draw.Some(draw.Of([230, 400, 415, 480])), FrequencyHertz = draw.Some(draw.Hertz()), TransferSwitch = draw.Chance(0.5) };
    }

    private static Requirement Requirement(Draw draw) => draw.Whole(0, 100) switch
    {
        < 30 => Bay(draw),
        < 40 => new BreakerBay { SystemUm = draw.Of(s_high) * 1.1m, LoadAmperes = draw.Between(800, 3500), FaultLevelKiloamperes = draw.Between(20, 50) },
        < 48 => new DisconnectorBay { SystemUm = draw.Of(s_high) * 1.1m, LoadAmperes = draw.Between(800, 3500), FaultLevelKiloamperes = draw.Between(20, 50) },
        < 56 => new InstrumentPlace { Measures = draw.Chance(0.5) ? InstrumentKind.Current : InstrumentKind.Voltage, SystemUm = draw.Of(s_high) * 1.1m, Primary = draw.Of([200, 400, 600, 1000, 2000]), Secondary = draw.Of([1, 5]) },
        < 86 => new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = draw.Spread(5, 1500), HoursPerDay = draw.Whole(2, 24) },
        < 88 => new TurbineSite { Megawatts = draw.Between(5, 50), GasBar = draw.Between(5, 40), ConnectionKilovolts = draw.Of(s_low) },
        < 94 => new LineSection { Form = draw.Chance(0.5) ? ConductorForm.Overhead : ConductorForm.Cable, LengthMetres = draw.Between(500, 20_000), LoadAmperes = draw.Between(100, 1000), SquareMillimetres = draw.Between(50, 500) },
        < 97 => new PumpPlace { CubicMetresPerHour = draw.Spread(5, 1500), HeadMetres = draw.Spread(5, 150) },
        _ => new HeatPlace { HeatKilowatts = draw.Spread(20, 8000), Fuels = ["gas"] },
    };

    private static TransformerBay Bay(Draw draw)
    {
        var high = draw.Of(s_high);
        var low = draw.Of([.. s_low.Where(voltage => voltage < high)]);
        return new TransformerBay
        {
            Function = draw.Chance(0.5) ? TransformerFunction.Auto : TransformerFunction.TwoWinding,
            HighKilovolts = high,
            LowKilovolts = low,
            LoadMegavoltamperes = draw.Spread(10, 300),
            HighSystemUm = high * 1.1m,
            LowSystemUm = low * 1.15m,
            HighImpulseKilovolts = high * 3.1m,
            FaultLevelKiloamperes = draw.Between(16, 40),
            TransportLimitTonnes = draw.Between(60, 300),
            Parallel = draw.Chance(0.4) ? new ParallelUnit(high, low, draw.Spread(20, 300), draw.Chance(0.5) ? 0 : 11, draw.Between(9, 13)) : null,
        };
    }

    private sealed class Draw(int seed)
    {
        private readonly Random _random = new(seed);

        public int Whole(int from, int before) => _random.Next(from, before);

        public bool Chance(double share) => _random.NextDouble() < share;

        public decimal Of(decimal[] values) => values[_random.Next(values.Length)];

        public decimal Between(double from, double to) => Math.Round((decimal)(from + (_random.NextDouble() * (to - from))), 2);

        /// <summary>As many small ones as large ones, as ratings are.</summary>
        public decimal Spread(double from, double to) => Math.Round((decimal)(from * Math.Pow(to / from, _random.NextDouble())), 2);

        public decimal Near(decimal value, double apart) => Math.Round(value * (decimal)(1 + ((_random.NextDouble() - 0.5) * 2 * apart)), 2);

        public decimal Hertz() => Chance(0.15) ? 60 : 50;

        public decimal? Some(decimal value) => Chance(0.1) ? null : value;
    }
}
