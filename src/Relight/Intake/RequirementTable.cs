using Relight.Register;

namespace Relight.Intake;

/// <summary>Reads what would serve the need of a row. Which columns it uses depends on its kind.</summary>
internal static class RequirementTable
{
    /// <summary>The requirement; one that nothing is wrong with where the row gives none, which is noted.</summary>
    public static Requirement Read(RowReader row, string kind)
    {
        decimal Needed(string column, decimal? value)
        {
            if (value is null && row.Text(column) is null)
                row.Fault(column, null, $"must be given for {kind}");
            return value ?? row.StandIn(0, 1_000_000);
        }
        switch (ImportColumn.Plain(kind))
        {
            case "transformerbay":
                return new TransformerBay
                {
                    Function = row.OptionalChoice<TransformerFunction>("function"),
                    HighKilovolts = Needed("high_kv", row.Number("high_kv", Unit.Kilovolt)),
                    LowKilovolts = Needed("low_kv", row.Number("low_kv", Unit.Kilovolt)),
                    LoadMegavoltamperes = row.Number("load_mva", Unit.Megavoltampere),
                    FrequencyHertz = row.Number("frequency_hz", "Hz") ?? 50,
                    FaultLevelKiloamperes = row.Number("fault_ka", "kA"),
                    TransportLimitTonnes = row.Number("transport_limit_t", Unit.Tonne),
                };
            case "breakerbay":
                return new BreakerBay
                {
                    SystemUm = Needed("system_um_kv", row.Number("system_um_kv", Unit.Kilovolt)),
                    LoadAmperes = row.Number("load_a", "A"),
                    FaultLevelKiloamperes = row.Number("fault_ka", "kA"),
                    ControlVolts = row.Number("control_v", Unit.Volt),
                    Reclosing = row.Flag("reclosing") ?? false,
                    FrequencyHertz = row.Number("frequency_hz", "Hz") ?? 50,
                };
            case "facilitypower":
                return new FacilityPower
                {
                    Facility = row.Choice<FacilityKind>("facility"),
                    LoadKilowatts = Needed("load_kw", row.Number("load_kw", Unit.Kilowatt)),
                    HoursPerDay = row.Number("hours_per_day", "h"),
                    Volts = row.Number("volts", Unit.Volt) ?? 400,
                    ThreePhase = row.Flag("three_phase") ?? true,
                    FrequencyHertz = row.Number("frequency_hz", "Hz") ?? 50,
                };
            case "disconnectorbay":
                return new DisconnectorBay
                {
                    SystemUm = Needed("system_um_kv", row.Number("system_um_kv", Unit.Kilovolt)),
                    LoadAmperes = row.Number("load_a", "A"),
                    FaultLevelKiloamperes = row.Number("fault_ka", "kA"),
                    ControlVolts = row.Number("control_v", Unit.Volt),
                };
            case "instrumentplace":
                return new InstrumentPlace
                {
                    Measures = row.Choice<InstrumentKind>("measures"),
                    SystemUm = Needed("system_um_kv", row.Number("system_um_kv", Unit.Kilovolt)),
                    Primary = row.Number("primary", ""),
                    Secondary = row.Number("secondary", ""),
                };
            case "turbinesite":
                return new TurbineSite
                {
                    Megawatts = Needed("power_mw", row.Number("power_mw", Unit.Megawatt)),
                    FrequencyHertz = row.Number("frequency_hz", "Hz") ?? 50,
                    GasBar = row.Number("gas_bar", "bar"),
                    ConnectionKilovolts = row.Number("connection_kv", Unit.Kilovolt),
                };
            case "linesection":
                return new LineSection
                {
                    Form = row.Choice<ConductorForm>("form"),
                    LengthMetres = Needed("length_m", row.Number("length_m", Unit.Metre)),
                    SystemUm = row.Number("system_um_kv", Unit.Kilovolt),
                    LoadAmperes = row.Number("load_a", "A"),
                    SquareMillimetres = row.Number("mm2", "mm²"),
                };
            case "pumpplace":
                return new PumpPlace
                {
                    CubicMetresPerHour = Needed("flow_m3h", row.Number("flow_m3h", "m3/h")),
                    HeadMetres = row.Number("head_m", Unit.Metre),
                    Volts = row.Number("volts", Unit.Volt) ?? 400,
                    ThreePhase = row.Flag("three_phase") ?? true,
                    FrequencyHertz = row.Number("frequency_hz", "Hz") ?? 50,
                };
            case "heatplace":
                return new HeatPlace
                {
                    HeatKilowatts = Needed("heat_kw", row.Number("heat_kw", Unit.Kilowatt)),
                    Fuels = row.List("fuels"),
                    Bar = row.Number("bar", "bar"),
                };
            case "goods":
                var item = new Item(row.Choice<ItemKind>("item"), row.Required("description"));
                var amount = row.Quantity("amount", "unit");
                if (amount is null && row.Text("amount") is null)
                    row.Fault("amount", null, "must be given for goods; unspecified where nobody knows");
                return new GoodsRequirement(item, amount ?? Quantity.Pieces(1));
            case "money":
                var (money, purpose) = (row.Money("amount", "currency", null), row.Required("description"));
                if (money is null && row.Text("amount") is null)
                    row.Fault("amount", null, "must be given for money; unspecified where nobody knows");
                return new MoneyRequirement(money ?? new Money(Bounds.Exactly(1), Currency.Parse("EUR", null)), purpose);
            default:
                if (kind.Length > 0)
                    row.Fault("kind", kind, "must be one of transformerBay, breakerBay, disconnectorBay, instrumentPlace, turbineSite, lineSection, facilityPower, pumpPlace, heatPlace, goods, money");
                return new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 1 };
        }
    }
}
