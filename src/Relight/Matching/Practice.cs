namespace Relight.Matching;

/// <summary>
/// Limits of engineering practice that no standard fixes, or that an operation may set otherwise.
/// Those marked "practice" have not been traced to a text.
/// </summary>
public sealed record Practice
{
    /// <summary>The values that hold unless an operation sets others.</summary>
    public static Practice Default { get; } = new();

    /// <summary>Most overfluxing under load, as a ratio: 1.05 (IEC 60076-1).</summary>
    public decimal OverfluxingLoaded { get; init; } = 1.05m;

    /// <summary>Most overfluxing without load, as a ratio: 1.10 (IEC 60076-1).</summary>
    public decimal OverfluxingUnloaded { get; init; } = 1.10m;

    /// <summary>How far the lower side may be from its nominal voltage without a tap changer, in %: 5 (practice).</summary>
    public decimal RatioWithoutTapsPercent { get; init; } = 5;

    /// <summary>Typical tap range of 330/110 kV units, in %: 12, that is 6 steps of 2 % each way (practice).</summary>
    public decimal TypicalTapRangePercent { get; init; } = 12;

    /// <summary>Widest tap range in common use, in %: 16, that is 9 steps of 1.78 % each way (practice).</summary>
    public decimal WidestTapRangePercent { get; init; } = 16.02m;

    /// <summary>How far below its rated voltage a unit serves without work, in %: 5 (practice).</summary>
    public decimal ReducedVoltageFreePercent { get; init; } = 5;

    /// <summary>Above this stress of the rated voltage, as a ratio, no unit's insulation class reaches: 1.2 (practice; classes end below 1.16).</summary>
    public decimal BeyondInsulationClass { get; init; } = 1.2m;

    /// <summary>Emergency loading over long of units above 100 MVA, in %: 130 (IEC 60076-7).</summary>
    public decimal EmergencyLargePercent { get; init; } = 130;

    /// <summary>Emergency loading over long of units of 10 to 100 MVA, in %: 150 (IEC 60076-7).</summary>
    public decimal EmergencyMediumPercent { get; init; } = 150;

    /// <summary>Greatest difference of impedance of units in parallel, in %: 10 (IEC 60076-8 practice).</summary>
    public decimal ParallelImpedancePercent { get; init; } = 10;

    /// <summary>Greatest ratio of ratings of units in parallel: 3 (IEC 60076-8 practice).</summary>
    public decimal ParallelRatings { get; init; } = 3;

    /// <summary>Least load of a generating set, in % of its kW: 30 (practice).</summary>
    public decimal LeastLoadPercent { get; init; } = 30;

    /// <summary>Power factor at which the kVA of a generating set are rated: 0.8.</summary>
    public decimal GeneratorPowerFactor { get; init; } = 0.8m;

    /// <summary>How far the voltage of a generating set may be from that of the facility, in %: 5 (practice).</summary>
    public decimal GeneratorVoltagePercent { get; init; } = 5;

    /// <summary>Lowest temperature that outdoor switchgear must work at, in °C: −40 (practice).</summary>
    public decimal LowestCelsius { get; init; } = -40;
}
