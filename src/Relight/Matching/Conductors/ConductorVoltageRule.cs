using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>A cable must be insulated for the system's highest voltage; bare conductor hangs on insulators.</summary>
public sealed class ConductorVoltageRule() : Rule<LineSection, Conductor>(1020, new("insulation", "ізоляція", "العزل"), Sources.Text("IEC 60183"))
{
    private static readonly Column s_um = Of("um", unit => unit.Um);

    /// <inheritdoc/>
    protected override Ruling? Judge(LineSection place, Conductor unit, Practice practice, Pen pen)
    {
        if (place.Form != ConductorForm.Cable)
            return null;
        if (place.SystemUm is not { } system)
            return pen.Ask(Ask.SystemUm, pen.Say(NotGiven.Number, Numbers.SystemUm)).And(unit.Um is null, Ask.Um);
        var wanted = new Figure(Numbers.SystemUm, system, "kV");
        if (unit.Um is not { } um)
            return pen.Ask(Ask.Um, pen.Say(NotGiven.Number, Numbers.UnitUm), wanted);
        var own = new Figure(Numbers.UnitUm, um, "kV");
        return pen.FitsIf(um >= system, pen.Say(Compared.Figures, own, wanted), pen.AboveLimit(um, system), own, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(LineSection place, Practice practice) =>
        place.Form != ConductorForm.Cable ? []
        : place.SystemUm is { } system ? [s_um.AtLeast(system) with { IsSharp = true }]
        : [s_um.Always(Verdict.CannotTellYet)];
}
