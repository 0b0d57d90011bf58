namespace Relight.Grid.Import;

/// <summary>
/// The names by which case files speak of columns and bus types, as MATPOWER's functions <c>idx_bus</c>, <c>idx_gen</c>,
/// <c>idx_brch</c> and <c>define_constants</c> make them (manual, appendix B).
/// </summary>
internal static class MatpowerNames
{
    private static readonly string[] s_bus =
    [
        "BUS_I", "BUS_TYPE", "PD", "QD", "GS", "BS", "BUS_AREA", "VM", "VA", "BASE_KV", "ZONE", "VMAX", "VMIN",
        "LAM_P", "LAM_Q", "MU_VMAX", "MU_VMIN",
    ];

    private static readonly string[] s_generator =
    [
        "GEN_BUS", "PG", "QG", "QMAX", "QMIN", "VG", "MBASE", "GEN_STATUS", "PMAX", "PMIN", "PC1", "PC2", "QC1MIN", "QC1MAX",
        "QC2MIN", "QC2MAX", "RAMP_AGC", "RAMP_10", "RAMP_30", "RAMP_Q", "APF", "MU_PMAX", "MU_PMIN", "MU_QMAX", "MU_QMIN",
    ];

    private static readonly string[] s_branch =
    [
        "F_BUS", "T_BUS", "BR_R", "BR_X", "BR_B", "RATE_A", "RATE_B", "RATE_C", "TAP", "SHIFT", "BR_STATUS", "ANGMIN", "ANGMAX",
        "PF", "QF", "PT", "QT", "MU_SF", "MU_ST", "MU_ANGMIN", "MU_ANGMAX",
    ];

    private static readonly Dictionary<string, double> s_busTypes =
        new(StringComparer.Ordinal) { ["PQ"] = 1, ["PV"] = 2, ["REF"] = 3, ["NONE"] = 4 };

    /// <summary>Every name with its number.</summary>
    public static IReadOnlyDictionary<string, double> All { get; } = new[] { s_bus, s_generator, s_branch }
        .SelectMany(names => names.Select((name, i) => KeyValuePair.Create(name, i + 1.0))).Concat(s_busTypes)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>What a function gives back, in its order; null where there is no such function.</summary>
    public static IReadOnlyList<double>? Outputs(string function) => function switch
    {
        "idx_bus" => [1, 2, 3, 4, .. From(1, s_bus.Length)],
        // The multipliers, in the last columns, come before the capability curve.
        "idx_gen" => [.. From(1, 10), .. From(22, 4), .. From(11, 11)],
        // The flows, in columns 14 to 19, come before the limits of the angle.
        "idx_brch" => [.. From(1, 11), .. From(14, 6), .. From(12, 2), .. From(20, 2)],
        _ => null,
    };

    private static IEnumerable<double> From(int first, int count) => Enumerable.Range(first, count).Select(number => (double)number);
}
