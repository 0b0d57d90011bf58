using System.Globalization;
using Relight.Grid;
using Relight.Register;

namespace Relight.Intake;

/// <summary>Needs as a table. Which columns a row uses depends on what it needs; a value in any other is refused, not left out.</summary>
internal static class NeedTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("title", "short name that gives no site away", "Autotransformer 330/110 kV, 200 MVA", true, ["need.title"], ["need", "name"]),
        new("organisation", "who needs it, by name or id", "Transmission operator", true, ["need.organisation"], ["needed by"]),
        new("kind", "what would serve: transformerBay, breakerBay, disconnectorBay, instrumentPlace, turbineSite, lineSection, facilityPower, pumpPlace, heatPlace, goods or money", "transformerBay", true, null, ["need type"]),
        new("priority", "critical, high or normal", "critical", true, ["need.priority"], ["urgency"]),
        new("units", "how many; 1 where it is left out", "1", false, ["need.units"]),
        new("deadline", "the day after which it no longer helps", "2023-02-28", false, ["need.deadline"], ["needed until"]),
        new("site_oblast", "P-code of the oblast; with site_name, for operators alone", "UA63", false, ["need.site.oblast"], ["oblast", "p-code"]),
        new("site_name", "the exact place; for operators alone", "", false, ["need.site"], ["site"]),
        new("site_element", "element of the network at the exact place that waits for it: branch:ROW, bus:NUMBER or gen:ROW, as scenario files name it; for operators alone", "branch:17", false, ["need.site.exact.element"], ["element"]) { IsLater = true },
        new("site_bus", "number of the bus of the network that the exact place is at; for operators alone", "", false, ["need.site.exact.bus"], ["bus"]) { IsLater = true },
        new("function", "transformer bay: auto, twoWinding or generatorStepUp", "auto", false, ["need.requirement.function"]),
        new("high_kv", "transformer bay: voltage of the upper side, in kV", "330", false, ["need.requirement.highKilovolts"], ["high voltage"]),
        new("low_kv", "transformer bay: voltage wanted on the lower side, in kV", "110", false, ["need.requirement.lowKilovolts"], ["low voltage"]),
        new("load_mva", "transformer bay: load to be carried, in MVA", "200", false, ["need.requirement.loadMegavoltamperes"]),
        new("transport_limit_t", "transformer bay: greatest transport mass that can reach it, in t", "220", false, ["need.requirement.transportLimitTonnes"]),
        new("system_um_kv", "bay of a breaker or disconnector, instrument place, line section: highest voltage Um of the system, in kV", "123", false, ["need.requirement.systemUm"]),
        new("load_a", "bay of a breaker or disconnector, line section: load current, in A", "1600", false, ["need.requirement.loadAmperes"]),
        new("fault_ka", "any bay: fault level, in kA", "31.5", false, ["need.requirement.faultLevelKiloamperes"]),
        new("control_v", "bay of a breaker or disconnector: control voltage of the station, in V", "", false, ["need.requirement.controlVolts"]),
        new("reclosing", "bay of a breaker: whether it is to close again at once, yes or no; no where it is left out", "", false, ["need.requirement.reclosing"]),
        new("frequency_hz", "frequency, in Hz; 50 where it is left out", "50", false, ["need.requirement.frequencyHertz"]),
        new("facility", "facility: hospital, water, heat, shelter or telecom", "", false, ["need.requirement.facility"]),
        new("load_kw", "facility: load to be carried, in kW", "", false, ["need.requirement.loadKilowatts"]),
        new("hours_per_day", "facility: hours a day", "", false, ["need.requirement.hoursPerDay"]),
        new("volts", "facility, pump place: voltage in V; 400 where it is left out", "", false, ["need.requirement.volts"]),
        new("three_phase", "facility, pump place: yes or no; yes where it is left out", "", false, ["need.requirement.threePhase"]),
        new("measures", "instrument place: current or voltage", "", false, ["need.requirement.measures"]),
        new("primary", "instrument place: rated primary value, in A or kV", "", false, ["need.requirement.primary"]),
        new("secondary", "instrument place: rated secondary value, in A or V", "", false, ["need.requirement.secondary"]),
        new("power_mw", "turbine site: power that is wanted, in MW", "", false, ["need.requirement.megawatts"]),
        new("gas_bar", "turbine site: pressure of the gas, in bar", "", false, ["need.requirement.gasBar"]),
        new("connection_kv", "turbine site: voltage of the connection, in kV", "", false, ["need.requirement.connectionKilovolts"]),
        new("form", "line section: overhead or cable", "", false, ["need.requirement.form"]),
        new("length_m", "line section: length of conductor in all, in m", "", false, ["need.requirement.lengthMetres"]),
        new("mm2", "line section: cross-section that towers and fittings are made for, in mm²", "", false, ["need.requirement.squareMillimetres"]),
        new("flow_m3h", "pump place: flow, in m³ per hour", "", false, ["need.requirement.cubicMetresPerHour"]),
        new("head_m", "pump place: head, in m", "", false, ["need.requirement.headMetres"]),
        new("heat_kw", "heat place: heat, in kW", "", false, ["need.requirement.heatKilowatts"]),
        new("fuels", "heat place: fuels that can be had, with semicolons between them", "", false, ["need.requirement.fuels"]),
        new("bar", "heat place: pressure of the heat network, in bar", "", false, ["need.requirement.bar"]),
        new("item", "goods: a word such as fuel, medicalSupplies, winterEquipment", "", false, ["need.requirement.goods.kind"]),
        new("description", "goods: in words; money: what for", "", false, ["need.requirement.goods.description", "need.requirement.purpose"], ["purpose"]),
        new("amount", "goods and money: how much", "", false, ["need.requirement.amount"], ["quantity"]),
        new("unit", "goods: unit of the amount; pcs where it is left out", ""),
        new("currency", "money: currency of the amount, ISO 4217", ""),
        new("reference", "its number in your own list: the same row keeps its id when it is imported again", "N-17", false, ["need.id", "need.version"], ["id", "no"]),
    ];

    public static Need Read(RowReader row, Id<Operation> operation)
    {
        var kind = row.Required("kind");
        var (title, priority, units, deadline) = (row.Required("title"), row.Choice<Priority>("priority"), row.Whole("units", 1), row.Day("deadline"));
        var organisation = row.Organisation("organisation");
        if (organisation is null && row.Text("organisation") is null)
            row.Fault("organisation", null, "must be given");
        var (site, id) = (SiteOf(row), row.IdFor<Need>(operation, ImportKind.Needs));
        return new Need
        {
            Id = id,
            Version = 1,
            Title = title,
            Organisation = organisation ?? default,
            Site = site,
            Priority = priority,
            Deadline = deadline,
            Requirement = RequirementTable.Read(row, kind),
            Units = units,
        };
    }

    private static Site? SiteOf(RowReader row)
    {
        var (oblast, name) = (row.Code<AreaCode>("site_oblast", "must be a P-code such as UA32"), row.Text("site_name"));
        var (element, bus) = (ElementOf(row), BusOf(row));
        if (name is null && (row.Text("site_oblast") ?? row.Text("site_element") ?? row.Text("site_bus")) is not null)
            row.Fault("site_name", null, row.Text("site_oblast") is not null ? "must be given where the oblast is" : "must be given where its part of the network is");
        if (name is not null && row.Text("site_oblast") is null)
            row.Fault("site_oblast", null, "must be given where the exact place is");
        return oblast is null || name is null ? null : new Site(oblast, new ExactPlace(name, element, bus));
    }

    private static ElementId? ElementOf(RowReader row)
    {
        if (row.Text("site_element") is not { } text)
            return null;
        if (ElementId.TryParse(text, out var element))
            return element;
        row.Fault("site_element", text, "must be an element such as branch:17, bus:12 or gen:3");
        return null;
    }

    private static int? BusOf(RowReader row)
    {
        if (row.Text("site_bus") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bus) && bus > 0)
            return bus;
        row.Fault("site_bus", text, "must be the number of a bus");
        return null;
    }
}
