namespace Relight.Grid.Import;

/// <summary>The columns of the tables of a MATPOWER v2 case, with the names of its manual (appendix B).</summary>
internal static class MatpowerColumns
{
    public static MatpowerColumn[] Bus { get; } =
    [
        new("bus_i", nameof(Grid.Bus.Id)), new("type", nameof(Grid.Bus.Type)),
        new("Pd", nameof(Grid.Bus.DemandMegawatts)), new("Qd", nameof(Grid.Bus.DemandMegavars)),
        new("Gs", nameof(Grid.Bus.ShuntMegawatts)), new("Bs", nameof(Grid.Bus.ShuntMegavars)),
        new("area", nameof(Grid.Bus.Area)), new("Vm", nameof(Grid.Bus.VoltageMagnitude)),
        new("Va", nameof(Grid.Bus.VoltageAngleDegrees)), new("baseKV", nameof(Grid.Bus.BaseKilovolts)),
        new("zone", nameof(Grid.Bus.Zone)), new("Vmax", nameof(Grid.Bus.MaxVoltage)), new("Vmin", nameof(Grid.Bus.MinVoltage)),
    ];

    public static MatpowerColumn[] Generator { get; } =
    [
        new("bus", nameof(Grid.Generator.Bus)), new("Pg", nameof(Grid.Generator.OutputMegawatts)),
        new("Qg", nameof(Grid.Generator.OutputMegavars)), new("Qmax", nameof(Grid.Generator.MaxMegavars)),
        new("Qmin", nameof(Grid.Generator.MinMegavars)), new("Vg", nameof(Grid.Generator.VoltageSetPoint)),
        new("mBase", nameof(Grid.Generator.MachineBase)), new("status", nameof(Grid.Generator.InService)),
        new("Pmax", nameof(Grid.Generator.MaxMegawatts)), new("Pmin", nameof(Grid.Generator.MinMegawatts)),
    ];

    /// <summary>The last two may be absent.</summary>
    public static MatpowerColumn[] Branch { get; } =
    [
        new("fbus", nameof(Grid.Branch.From)), new("tbus", nameof(Grid.Branch.To)),
        new("r", nameof(Grid.Branch.Resistance)), new("x", nameof(Grid.Branch.Reactance)),
        new("b", nameof(Grid.Branch.Susceptance)), new("rateA", nameof(Grid.Branch.RatingMegavoltAmperes)),
        new("rateB", nameof(Grid.Branch.ShortTermRating)), new("rateC", nameof(Grid.Branch.EmergencyRating)),
        new("ratio", nameof(Grid.Branch.Tap)), new("angle", nameof(Grid.Branch.ShiftDegrees)),
        new("status", nameof(Grid.Branch.InService)), new("angmin", nameof(Grid.Branch.MinAngleDegrees)),
        new("angmax", nameof(Grid.Branch.MaxAngleDegrees)),
    ];

    /// <summary>The fifth, Pt, follows from the flow and the loss and is not kept.</summary>
    public static MatpowerColumn[] DcLine { get; } =
    [
        new("fbus", nameof(Grid.DcLine.From)), new("tbus", nameof(Grid.DcLine.To)),
        new("status", nameof(Grid.DcLine.InService)), new("Pf", nameof(Grid.DcLine.FlowMegawatts)), new("Pt", ""),
        new("Qf", nameof(Grid.DcLine.FromMegavars)), new("Qt", nameof(Grid.DcLine.ToMegavars)),
        new("Vf", nameof(Grid.DcLine.FromVoltage)), new("Vt", nameof(Grid.DcLine.ToVoltage)),
        new("Pmin", nameof(Grid.DcLine.MinMegawatts)), new("Pmax", nameof(Grid.DcLine.MaxMegawatts)),
        new("QminF", nameof(Grid.DcLine.FromMegavarLimits)), new("QmaxF", nameof(Grid.DcLine.FromMegavarLimits)),
        new("QminT", nameof(Grid.DcLine.ToMegavarLimits)), new("QmaxT", nameof(Grid.DcLine.ToMegavarLimits)),
        new("loss0", nameof(Grid.DcLine.ConstantLoss)), new("loss1", nameof(Grid.DcLine.ProportionalLoss)),
    ];
}
