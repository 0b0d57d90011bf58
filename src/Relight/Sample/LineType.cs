namespace Relight.Sample;

/// <summary>An overhead line as built on grids of 750, 330 and 110 kV; handbook figures of steel-aluminium conductors.</summary>
/// <param name="Kilovolts">Nominal voltage in kV.</param>
/// <param name="OhmsResistance">Resistance in Ω/km.</param>
/// <param name="OhmsReactance">Reactance in Ω/km.</param>
/// <param name="Microsiemens">Charging susceptance in µS/km.</param>
/// <param name="MegavoltAmperes">Rating in MVA.</param>
internal sealed record LineType(
    double Kilovolts,
    double OhmsResistance,
    double OhmsReactance,
    double Microsiemens,
    double MegavoltAmperes)
{
    /// <summary>750 kV, bundle of four 400 mm², limited by the bays to 2 kA.</summary>
    public static readonly LineType Backbone = new(750, 0.019, 0.289, 4.13, 2600);

    /// <summary>330 kV, bundle of two 240 mm², 2 × 605 A.</summary>
    public static readonly LineType Regional = new(330, 0.060, 0.331, 3.38, 690);

    /// <summary>330 kV, bundle of two 400 mm², 2 × 825 A.</summary>
    public static readonly LineType RegionalHeavy = new(330, 0.0375, 0.323, 3.46, 940);

    /// <summary>110 kV, single 240 mm², 605 A.</summary>
    public static readonly LineType Distribution = new(110, 0.120, 0.405, 2.81, 115);
}

/// <summary>An autotransformer; the first two are typical units of such a grid.</summary>
/// <param name="HighKilovolts">Rated voltage of the high side in kV.</param>
/// <param name="LowKilovolts">Rated voltage of the other main side in kV.</param>
/// <param name="MegavoltAmperes">Rated power in MVA.</param>
/// <param name="ImpedancePercent">Short-circuit impedance between the two in %.</param>
/// <param name="LoadLossMegawatts">Loss at rated power in MW.</param>
internal sealed record AutotransformerType(
    double HighKilovolts,
    double LowKilovolts,
    double MegavoltAmperes,
    double ImpedancePercent,
    double LoadLossMegawatts)
{
    /// <summary>125 MVA, 330/115 kV, 10 %.</summary>
    public static readonly AutotransformerType Small = new(330, 115, 125, 10, 0.37);

    /// <summary>200 MVA, 330/115 kV, 10.5 %.</summary>
    public static readonly AutotransformerType Large = new(330, 115, 200, 10.5, 0.6);

    /// <summary>A bank of three single-phase 333 MVA units, 750/330 kV, 10 %.</summary>
    public static readonly AutotransformerType Bank = new(750, 330, 1000, 10, 1.7);
}
