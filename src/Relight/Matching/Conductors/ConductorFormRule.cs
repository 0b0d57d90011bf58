using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>Bare conductor is not laid as a cable, nor the other way round.</summary>
public sealed class ConductorFormRule() : Rule<LineSection, Conductor>(1010, new("form", "вид", "الشكل"), "practice")
{
    private static readonly Column s_form = Of("form", unit => (decimal?)(int?)unit.Form);

    private static readonly Question s_ask = Question.Donor(
        "form", "Is it bare conductor for overhead lines, or cable?", "Це неізольований провід для повітряних ліній чи кабель?", "هل هو موصل عارٍ للخطوط الهوائية أم كابل؟");

    /// <inheritdoc/>
    protected override Ruling? Judge(LineSection place, Conductor unit, Practice practice, Pen pen) => unit.Form is not { } form
        ? pen.Ask(s_ask, "whether it is bare or cable is not given")
        : pen.FitsIf(form == place.Form, pen.Say($"{Words(form)}, {Words(place.Form)} is wanted"), null);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(LineSection place, Practice practice) => [s_form.Equal((int)place.Form)];

    private static string Words(ConductorForm form) => form == ConductorForm.Cable ? "cable" : "bare conductor";
}
