using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>Bare conductor is not laid as a cable, nor the other way round.</summary>
public sealed class ConductorFormRule() : Rule<LineSection, Conductor>(1010, new("form", "вид", "الشكل"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("whether it is bare or cable is not given", "не вказано, неізольований провід це чи кабель", "لم يُذكر هل هو موصل عارٍ أم كابل");
    private static readonly Phrase s_compared = new("{0}, {1} is wanted", "{0}, потрібно: {1}", "{0}، والمطلوب {1}");
    private static readonly Phrase s_cable = new("cable", "кабель", "كابل");
    private static readonly Phrase s_bare = new("bare conductor", "неізольований провід", "موصل عارٍ");

    private static readonly Column s_form = Of("form", unit => (decimal?)(int?)unit.Form);

    private static readonly Question s_ask = Question.Donor(
        "form", "Is it bare conductor for overhead lines, or cable?", "Це неізольований провід для повітряних ліній чи кабель?", "هل هو موصل عارٍ للخطوط الهوائية أم كابل؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(LineSection place, Conductor unit, Practice practice, Pen pen) => unit.Form is not { } form
        ? pen.Ask(s_ask, s_notGiven)
        : pen.FitsIf(form == place.Form, pen.Say(s_compared, Words(form), Words(place.Form)), null);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(LineSection place, Practice practice) => [s_form.Equal((int)place.Form)];

    private static Phrase Words(ConductorForm form) => form == ConductorForm.Cable ? s_cable : s_bare;
}
