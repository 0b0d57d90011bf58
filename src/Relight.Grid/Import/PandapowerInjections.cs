namespace Relight.Grid.Import;

/// <summary>
/// Adds the loads and shunts in service to the buses of a pandapower net: loads, those of three phases summed, the
/// constant power and the constant admittance of ward equivalents, and shunts.
/// </summary>
internal sealed class PandapowerInjections(PandapowerNet net, PandapowerBuses places, OrderedDictionary<int, Bus> buses)
{
    private static readonly string[] s_phases = ["a", "b", "c"];

    /// <summary>Adds them all.</summary>
    public void Add()
    {
        var loads = net.Table("load");
        if (loads.FirstUsed("const_z_percent", "const_i_percent", "const_z_p_percent", "const_i_p_percent") is { } column)
            loads.Report(Severity.Notice, -1, column, null, "loads are taken as constant power");
        EachInService(loads, (row, bus) => AddLoad(bus, Scaled(loads, row, "p_mw"), Scaled(loads, row, "q_mvar")));
        var phases = net.Table("asymmetric_load");
        EachInService(phases, (row, bus) => AddLoad(
            bus, s_phases.Sum(phase => Scaled(phases, row, $"p_{phase}_mw")), s_phases.Sum(phase => Scaled(phases, row, $"q_{phase}_mvar"))));
        AddWards(net.Table("ward"));
        var extended = net.Table("xward");
        AddWards(extended);
        if (extended.Count > 0)
            extended.Report(Severity.Warning, -1, "", $"{extended.Count} rows", "the voltage source of an extended ward equivalent is not used; its load and its shunt are");
        var shunts = net.Table("shunt");
        EachInService(shunts, (row, bus) =>
        {
            var kilovolts = buses[bus].BaseKilovolts;
            var ratio = kilovolts / shunts.Number(row, "vn_kv", kilovolts);
            var steps = shunts.Number(row, "step", 1) * ratio * ratio;
            AddShunt(bus, shunts.Number(row, "p_mw") * steps, shunts.Number(row, "q_mvar") * steps);
        });
    }

    private static double Scaled(PandapowerTable table, int row, string column) => table.Number(row, column) * table.Number(row, "scaling", 1);

    private void AddWards(PandapowerTable wards) => EachInService(wards, (row, bus) =>
    {
        AddLoad(bus, wards.Number(row, "ps_mw"), wards.Number(row, "qs_mvar"));
        AddShunt(bus, wards.Number(row, "pz_mw"), wards.Number(row, "qz_mvar"));
    });

    private void AddLoad(int bus, double megawatts, double megavars) => buses[bus] = buses[bus] with
    {
        DemandMegawatts = buses[bus].DemandMegawatts + megawatts,
        DemandMegavars = buses[bus].DemandMegavars + megavars,
    };

    /// <summary>Adds what a shunt consumes at 1 p.u.; the network model has the Mvar that it gives.</summary>
    private void AddShunt(int bus, double megawatts, double megavars) => buses[bus] = buses[bus] with
    {
        ShuntMegawatts = buses[bus].ShuntMegawatts + megawatts,
        ShuntMegavars = buses[bus].ShuntMegavars - megavars,
    };

    /// <summary>Goes through what is in service of a table; what is not, is dropped and said so.</summary>
    private void EachInService(PandapowerTable table, Action<int, int> add)
    {
        var outs = 0;
        for (var row = 0; row < table.Count; row++)
        {
            var bus = places.NumberOf(table, row, "bus");
            if (!table.Flag(row, "in_service", absent: true))
                outs++;
            else if (bus != NetworkRules.Unread)
                add(row, bus);
        }
        if (outs > 0)
            table.Report(Severity.Notice, -1, "", $"{outs} rows", "what is out of service in this table is not kept");
    }
}
