using Relight.Register;

namespace Relight.Intake;

/// <summary>Reads the technical data of a row of offers. Which columns it uses depends on the item.</summary>
internal static class SpecificationTable
{
    /// <summary>The specification that a row gives.</summary>
    public static Specification Read(RowReader row, ItemKind item, Country? origin) => Of(row, item) with
    {
        Maker = row.Text("maker"),
        Year = row.Text("year") is null ? null : row.Whole("year", 0),
        Origin = origin,
        TransportTonnes = row.Number("transport_t", Unit.Tonne),
    };

    // What has both a specification and a description in words may be given either way; words come first, for files that know no other.
    private static Specification Of(RowReader row, ItemKind item) => item switch
    {
        ItemKind.PowerTransformer => Transformer(row),
        ItemKind.MobileSubstation => Substation(row),
        ItemKind.GeneratingSet => Set(row),
        ItemKind.GasTurbine => new GasTurbine
        {
            Megawatts = row.Number("power_mw", Unit.Megawatt),
            FrequencyHertz = row.Number("frequency_hz", "Hz"),
            GasBar = row.Number("gas_bar", "bar"),
            StepUpKilovolts = row.Number("step_up_kv", Unit.Kilovolt),
            Mobile = row.Flag("mobile"),
        },
        ItemKind.CircuitBreaker => Breaker(row),
        ItemKind.Disconnector => new Disconnector
        {
            RatedKilovolts = row.Number("rated_kv", Unit.Kilovolt),
            RatedAmperes = row.Number("rated_a", "A"),
            ShortTimeKiloamperes = row.Number("short_time_ka", "kA"),
            ControlVolts = row.Number("control_v", Unit.Volt),
            LowestCelsius = row.Number("lowest_c", "°C"),
        },
        ItemKind.InstrumentTransformer => Instrument(row),
        ItemKind.Battery when row.Text("description") is null => Store(row),
        ItemKind.Conductor when row.Text("description") is null => Wire(row),
        ItemKind.WaterEquipment when row.Text("description") is null => new Pump
        {
            CubicMetresPerHour = row.Number("flow_m3h", "m3/h"),
            HeadMetres = row.Number("head_m", Unit.Metre),
            Kilowatts = row.Number("power_kw", Unit.Kilowatt),
            ThreePhase = row.Flag("three_phase"),
            Volts = row.Number("volts", Unit.Volt),
            FrequencyHertz = row.Number("frequency_hz", "Hz"),
        },
        ItemKind.HeatingEquipment when row.Text("description") is null => new Boiler
        {
            HeatKilowatts = row.Number("heat_kw", Unit.Kilowatt),
            Fuel = row.Text("fuel"),
            Bar = row.Number("bar", "bar"),
            Mobile = row.Flag("mobile"),
        },
        _ => new Goods(new Item(item, row.Required("description")), row.Quantity("per_unit", "unit") ?? Quantity.Pieces(1)),
    };

    private static PowerTransformer Transformer(RowReader row) => new()
    {
        Function = row.OptionalChoice<TransformerFunction>("function"),
        Served = row.OptionalChoice<FormerPlace>("served"),
        High = new Winding
        {
            RatedKilovolts = row.Number("high_kv", Unit.Kilovolt),
            RatedMegavoltamperes = row.Number("power_mva", Unit.Megavoltampere),
            Um = row.Number("high_um_kv", Unit.Kilovolt),
            ImpulseKilovolts = row.Number("high_impulse_kv", Unit.Kilovolt),
        },
        Low = new Winding
        {
            RatedKilovolts = row.Number("low_kv", Unit.Kilovolt),
            Um = row.Number("low_um_kv", Unit.Kilovolt),
            ImpulseKilovolts = row.Number("low_impulse_kv", Unit.Kilovolt),
        },
        TertiaryUse = row.OptionalChoice<TertiaryUse>("tertiary_use"),
        VectorGroup = row.Code<VectorGroup>("vector_group", "must be a vector group such as YNa0d11"),
        FrequencyHertz = row.Number("frequency_hz", "Hz"),
        HighLowImpedancePercent = row.Number("impedance_percent", "%"),
        Taps = Taps(row),
        ShortCircuitKiloamperes = row.Number("short_circuit_ka", "kA"),
        SinglePhase = row.Flag("single_phase"),
        TotalTonnes = row.Number("total_t", Unit.Tonne),
    };

    private static TapChanger? Taps(RowReader row)
    {
        var (side, steps, step) = (row.OptionalChoice<WindingSide>("tap_side"), row.Text("tap_steps"), row.Number("tap_percent", "%"));
        if (side is null && steps is null && row.Text("tap_percent") is null)
            return null;
        foreach (var column in new[] { "tap_side", "tap_steps", "tap_percent" })
            if (row.Text(column) is null)
                row.Fault(column, null, "must be given where anything of the taps is: winding, steps each way, and % of a step");
        return side is { } winding && step is { } percent ? new TapChanger(null, winding, row.Whole("tap_steps", 0), percent) : null;
    }

    private static MobileSubstation Substation(RowReader row) => new()
    {
        HighKilovolts = row.Number("high_kv", Unit.Kilovolt),
        LowKilovolts = row.Number("low_kv", Unit.Kilovolt),
        Megavoltamperes = row.Number("power_mva", Unit.Megavoltampere),
        FrequencyHertz = row.Number("frequency_hz", "Hz"),
        Taps = Taps(row),
        BreakingKiloamperes = row.Number("breaking_ka", "kA"),
        LowestCelsius = row.Number("lowest_c", "°C"),
    };

    private static GeneratingSet Set(RowReader row) => new()
    {
        Kilovoltamperes = row.Number("power_kva", Unit.Kilovoltampere),
        Kilowatts = row.Number("power_kw", Unit.Kilowatt),
        Volts = row.Number("volts", Unit.Volt),
        ThreePhase = row.Flag("three_phase"),
        TransferSwitch = row.Flag("transfer_switch"),
        Rating = row.OptionalChoice<EngineRating>("engine_rating"),
        FrequencyHertz = row.Number("frequency_hz", "Hz"),
        Fuel = row.Text("fuel"),
    };

    private static CircuitBreaker Breaker(RowReader row) => new()
    {
        RatedKilovolts = row.Number("rated_kv", Unit.Kilovolt),
        RatedAmperes = row.Number("rated_a", "A"),
        BreakingKiloamperes = row.Number("breaking_ka", "kA"),
        FrequencyHertz = row.Number("frequency_hz", "Hz"),
        DutyCycle = row.Text("duty_cycle"),
        ControlVolts = row.Number("control_v", Unit.Volt),
        Medium = row.Text("medium"),
        LowestCelsius = row.Number("lowest_c", "°C"),
    };

    private static InstrumentTransformer Instrument(RowReader row) => new()
    {
        Measures = row.OptionalChoice<InstrumentKind>("measures"),
        Um = row.Number("rated_kv", Unit.Kilovolt),
        Primary = row.Number("primary", ""),
        Secondary = row.Number("secondary", ""),
        AccuracyClass = row.Text("accuracy_class"),
        BurdenVoltamperes = row.Number("burden_va", "VA"),
        Cores = row.Text("cores") is null ? null : row.Whole("cores", 0),
    };

    private static Battery Store(RowReader row) => new()
    {
        Kilowatts = row.Number("power_kw", Unit.Kilowatt),
        KilowattHours = row.Number("energy_kwh", Unit.KilowattHour),
        GridForming = row.Flag("grid_forming"),
        ThreePhase = row.Flag("three_phase"),
        Volts = row.Number("volts", Unit.Volt),
        FrequencyHertz = row.Number("frequency_hz", "Hz"),
        LowestCelsius = row.Number("lowest_c", "°C"),
        HighestCelsius = row.Number("highest_c", "°C"),
    };

    private static Conductor Wire(RowReader row) => new()
    {
        Form = row.OptionalChoice<ConductorForm>("form"),
        Material = row.OptionalChoice<ConductorMaterial>("material"),
        SquareMillimetres = row.Number("mm2", "mm²"),
        Cores = row.Text("cores") is null ? null : row.Whole("cores", 0),
        Um = row.Number("rated_kv", Unit.Kilovolt),
        RatedAmperes = row.Number("rated_a", "A"),
        LengthMetres = row.Number("length_m", Unit.Metre),
    };
}
