using System.Text.Json.Nodes;
using CsCheck;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>One kind of need and one kind of equipment for it, drawn at random.</summary>
/// <param name="Name">Name of the equipment.</param>
/// <param name="Need">Needs.</param>
/// <param name="Specification">Specifications as JSON, each value known or not.</param>
/// <param name="Nothing">The specification of which nothing is known.</param>
/// <param name="Better">Fields of which more is never worse, with what to multiply by; yes-and-no fields become yes.</param>
public sealed record DrawnKind(string Name, Gen<Need> Need, Gen<string> Specification, string Nothing, IReadOnlyList<(string Path, decimal Factor)> Better);

/// <summary>Draws needs and specifications of every kind that has rules.</summary>
public static class Draws
{
    public static IReadOnlyList<DrawnKind> Kinds { get; } =
    [
        new("power transformers", NeedOf(Gen.Select(Gen.Bool, Gen.Bool, OneOf(1, 0.9m, 1.1m)).Select((beside, limits, part) => (Requirement)new TransformerBay
        {
            Function = TransformerFunction.Auto,
            HighKilovolts = 330 * part,
            LowKilovolts = 110,
            LoadMegavoltamperes = 120,
            HighSystemUm = limits ? 363 : null,
            HighImpulseKilovolts = limits ? 1050 : null,
            FaultLevelKiloamperes = limits ? 31.5m : null,
            Parallel = beside ? new ParallelUnit(330, 115, 125, 0, 10.5m) : null,
            TransportLimitTonnes = limits ? 200 : null,
        })),
            Transformer(), """{"type":"powerTransformer","high":{},"low":{}}""",
            [("shortCircuitKiloamperes", 1.5m), ("transportTonnes", 0.8m), ("high.um", 1.2m), ("low.um", 1.2m), ("high.impulseKilovolts", 1.2m)]),
        new("mobile substations", NeedOf(Gen.Const<Requirement>(new TransformerBay { HighKilovolts = 110, LowKilovolts = 10, LoadMegavoltamperes = 20, FaultLevelKiloamperes = 25, TransportLimitTonnes = 80 })),
            Object("mobileSubstation", ("highKilovolts", [110, 115, 121, 150]), ("lowKilovolts", [6.6m, 10.5m, 11]), ("megavoltamperes", [16, 20, 25, 40]), ("frequencyHertz", [50, 60]), ("breakingKiloamperes", [20, 25, 40]), ("transportTonnes", [60, 80, 90]), ("lowestCelsius", [-40, -20])),
            """{"type":"mobileSubstation"}""", [("megavoltamperes", 1.5m), ("breakingKiloamperes", 1.5m), ("transportTonnes", 0.8m)]),
        new("circuit breakers", NeedOf(Gen.Const<Requirement>(new BreakerBay { SystemUm = 126, LoadAmperes = 1600, FaultLevelKiloamperes = 31.5m })),
            Object("circuitBreaker", ("ratedKilovolts", [72.5m, 126, 145]), ("ratedAmperes", [1250, 1600, 3150]), ("breakingKiloamperes", [20, 31.5m, 40]), ("frequencyHertz", [50, 60]), ("controlVolts", [110, 220]), ("lowestCelsius", [-40, -25])),
            """{"type":"circuitBreaker"}""", [("ratedKilovolts", 1.2m), ("ratedAmperes", 2), ("breakingKiloamperes", 1.5m)]),
        new("disconnectors", NeedOf(Gen.Bool.Select(switched => (Requirement)new DisconnectorBay { SystemUm = 126, LoadAmperes = 1600, FaultLevelKiloamperes = 31.5m, EarthingSwitch = switched })),
            Object("disconnector", ("ratedKilovolts", [72.5m, 126, 145]), ("ratedAmperes", [1250, 1600, 3150]), ("shortTimeKiloamperes", [20, 31.5m, 40]), ("earthingSwitch", []), ("controlVolts", [110, 220]), ("lowestCelsius", [-40, -25])),
            """{"type":"disconnector"}""", [("ratedKilovolts", 1.2m), ("ratedAmperes", 2), ("shortTimeKiloamperes", 1.5m), ("earthingSwitch", 1)]),
        new("instrument transformers", NeedOf(Gen.Const<Requirement>(new InstrumentPlace { Measures = InstrumentKind.Current, SystemUm = 126, Primary = 1000, Secondary = 1, BurdenVoltamperes = 20, Cores = 3 })),
            Object("instrumentTransformer", ("um", [72.5m, 126, 145]), ("primary", [600, 1000]), ("secondary", [1, 5]), ("burdenVoltamperes", [10, 20, 30]), ("cores", [2, 3, 4])),
            """{"type":"instrumentTransformer"}""", [("um", 1.2m), ("burdenVoltamperes", 2), ("cores", 2)]),
        new("generating sets", NeedOf(OneOf(12m, 50, 200).Select(load => (Requirement)new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = load, HoursPerDay = 8 })),
            Object("generatingSet", ("kilovoltamperes", [20, 80, 100, 300, 800]), ("threePhase", []), ("volts", [230, 400, 415, 480]), ("frequencyHertz", [50, 60]), ("transferSwitch", [])),
            """{"type":"generatingSet"}""", [("threePhase", 1), ("transferSwitch", 1)]),
        new("batteries", NeedOf(OneOf(12m, 50, 200).Select(load => (Requirement)new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = load, HoursPerDay = 8 })),
            Object("battery", ("kilowatts", [10, 60, 300]), ("kilowattHours", [100, 500, 2000]), ("gridForming", []), ("threePhase", []), ("volts", [230, 400, 480]), ("frequencyHertz", [50, 60]), ("lowestCelsius", [-40, -10])),
            """{"type":"battery"}""", [("kilowatts", 2), ("kilowattHours", 2), ("gridForming", 1), ("threePhase", 1)]),
        new("gas turbines", NeedOf(Gen.Const<Requirement>(new TurbineSite { Megawatts = 25, GasBar = 12, ConnectionKilovolts = 110 })),
            Object("gasTurbine", ("megawatts", [20, 25, 30]), ("frequencyHertz", [50, 60]), ("gasBar", [10, 12, 25]), ("stepUpKilovolts", [35, 110, 115])),
            """{"type":"gasTurbine"}""", [("megawatts", 1.5m), ("gasBar", 0.5m)]),
        new("conductors", NeedOf(OneOf(ConductorForm.Overhead, ConductorForm.Cable).Select(form => (Requirement)new LineSection { Form = form, LengthMetres = 3000, SystemUm = 36, LoadAmperes = 400, SquareMillimetres = 240 })),
            Object("conductor", ("um", [24, 36, 52]), ("ratedAmperes", [300, 400, 600]), ("squareMillimetres", [185, 240, 300]), ("lengthMetres", [1000, 4000])),
            """{"type":"conductor"}""", [("um", 1.5m), ("ratedAmperes", 1.5m), ("lengthMetres", 2)]),
        new("pumps", NeedOf(Gen.Bool.Select(three => (Requirement)new PumpPlace { CubicMetresPerHour = 60, HeadMetres = 40, ThreePhase = three })),
            Object("pump", ("cubicMetresPerHour", [40, 60, 90]), ("headMetres", [20, 40, 60]), ("threePhase", []), ("volts", [230, 400]), ("frequencyHertz", [50, 60])),
            """{"type":"pump"}""", [("cubicMetresPerHour", 1.5m), ("headMetres", 1.5m)]),
        new("boilers", NeedOf(Gen.Const<Requirement>(new HeatPlace { HeatKilowatts = 400, Fuels = ["diesel"], Bar = 6 })),
            Object("boiler", ("heatKilowatts", [200, 400, 800]), ("bar", [4, 6, 10])),
            """{"type":"boiler"}""", [("heatKilowatts", 1.5m), ("bar", 1.5m)]),
    ];

    /// <summary>One of some values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A specification from its text.</summary>
    public static Specification Read(string text) => LedgerJson.Read<Specification>(text);

    /// <summary>An offer of one unit.</summary>
    public static Offer Offer(Specification specification) =>
        new() { Id = default, Version = 1, Title = "offer", Donor = default, Specification = specification, Units = 1, Condition = UnitCondition.Used };

    private static Gen<Need> NeedOf(Gen<Requirement> requirement) => requirement.Select(wanted => new Need
    {
        Id = default,
        Version = 1,
        Title = "need",
        Organisation = default,
        Priority = Priority.High,
        Requirement = wanted,
        Units = 1,
    });

    // Each field is left out, or one of its values; a field without values is yes or no.
    private static Gen<string> Object(string type, params (string Name, decimal[] Values)[] fields) =>
        Gen.Int[-1, 5].Array[fields.Length].Select(picks =>
        {
            var made = new JsonObject { ["type"] = type };
            foreach (var ((name, values), pick) in fields.Zip(picks))
                if (pick >= 0)
                    made[name] = values.Length == 0 ? JsonValue.Create(pick % 2 == 0) : JsonValue.Create(values[pick % values.Length]);
            return made.ToJsonString(LedgerJson.Options);
        });

    // Insulation is of the class of the rated voltage, and taps are of those in use, as they are on real units.
    private static Gen<string> Transformer() =>
        from plate in Object(
            "powerTransformer", ("frequencyHertz", [50, 60]), ("highLowImpedancePercent", [9, 10.5m, 11, 14]), ("shortCircuitKiloamperes", [20, 31.5m, 40]), ("transportTonnes", [150, 210]))
        from high in Object("", ("ratedKilovolts", [220, 315, 330, 345, 400, 500]), ("ratedMegavoltamperes", [63, 125, 200, 250]), ("impulseKilovolts", [950, 1050, 1175]))
        from low in Object("", ("ratedKilovolts", [110, 115, 132, 158]))
        from function in OneOf(null, "auto", "generatorStepUp")
        from clock in OneOf(null, "YNa0d11", "YNd11")
        from taps in OneOf(null, """{"side":"low","stepsEachWay":6,"stepPercent":2}""", """{"side":"high","stepsEachWay":8,"stepPercent":1.25}""")
        from um in Gen.Bool
        select Joined(plate, high, low, function, clock, taps, um);

    private static string Joined(string plate, string high, string low, string? function, string? clock, string? taps, bool um)
    {
        var unit = JsonNode.Parse(plate)!.AsObject();
        foreach (var (name, text) in new[] { ("high", high), ("low", low) })
        {
            var winding = JsonNode.Parse(text)!.AsObject();
            winding.Remove("type");
            if (um && winding["ratedKilovolts"] is { } rated)
                winding["um"] = Math.Round(rated.GetValue<decimal>() * 1.1m);
            unit[name] = winding;
        }
        if (function is not null)
            unit["function"] = function;
        if (clock is not null)
            unit["vectorGroup"] = clock;
        if (taps is not null)
            unit["taps"] = JsonNode.Parse(taps);
        return unit.ToJsonString(LedgerJson.Options);
    }
}
