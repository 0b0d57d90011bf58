using Relight.Matching.Breakers;
using Relight.Matching.GeneratingSets;
using Relight.Matching.Transformers;
using Relight.Register;

namespace Relight.Matching;

/// <summary>Every rule there is, in the order in which verdicts are shown.</summary>
public static class Rules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<IRule> All { get; } =
    [
        new KindRule(),
        new FunctionRule(),
        new OverfluxingRule(),
        new VoltageRatioRule(),
        new ReducedVoltageRule(),
        new TransformerPowerRule(),
        new InsulationRule(WindingSide.High),
        new InsulationRule(WindingSide.Low),
        new ImpulseRule(WindingSide.High),
        new ImpulseRule(WindingSide.Low),
        new ShortCircuitRule(),
        new ParallelRatioRule(),
        new ParallelClockRule(),
        new ParallelImpedanceRule(),
        new ParallelRatingRule(),
        new PhasesRule(),
        new TransportRule(),
        new ReviewRule(),
        new BreakerVoltageRule(),
        new BreakerCurrentRule(),
        new BreakingCurrentRule(),
        new BreakerFrequencyRule(),
        new BreakerReviewRule(),
        new GeneratorPowerRule(),
        new LeastLoadRule(),
        new GeneratorPhasesRule(),
        new GeneratorVoltageRule(),
        new GeneratorFrequencyRule(),
        new TransferSwitchRule(),
    ];
}
