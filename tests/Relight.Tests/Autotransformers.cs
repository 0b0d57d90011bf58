using Relight.Register;

namespace Relight.Tests;

/// <summary>A bay of 330/110 kV, and units that fit it.</summary>
internal static class Autotransformers
{
    public static TransformerBay Bay { get; } = new() { Function = TransformerFunction.Auto, HighKilovolts = 330, LowKilovolts = 110, LoadMegavoltamperes = 100 };

    /// <summary>One unit; of single-phase ones three make a bank.</summary>
    public static PowerTransformer Unit(bool singlePhase) => new()
    {
        Function = TransformerFunction.Auto,
        High = new Winding { RatedKilovolts = 330, RatedMegavoltamperes = 200, Um = 363, ImpulseKilovolts = 1050 },
        Low = new Winding { RatedKilovolts = 115, RatedMegavoltamperes = 200, Um = 126, ImpulseKilovolts = 550 },
        FrequencyHertz = 50,
        SinglePhase = singlePhase,
    };
}
