using Relight.Register;

namespace Relight.Matching.Disconnectors;

/// <summary>Where a bay is earthed by its disconnector, an earthing switch must come with it.</summary>
public sealed class EarthingSwitchRule() : Rule<DisconnectorBay, Disconnector>(440, new("earthing switch", "заземлювальний ніж", "سكين التأريض"), Sources.Text("IEC 62271-102"))
{
    private static readonly Phrase s_unknown = new("whether an earthing switch comes with it is not given", "не вказано, чи є заземлювальний ніж", "لم يُذكر هل تأتي معه سكين تأريض");
    private static readonly Phrase s_comes = new("an earthing switch comes with it", "заземлювальний ніж є", "تأتي معه سكين تأريض");
    private static readonly Phrase s_none = new("no earthing switch comes with it", "заземлювального ножа немає", "لا تأتي معه سكين تأريض");

    private static readonly Column s_switch = Of("earthing switch", unit => unit.EarthingSwitch is { } comes ? (comes ? 1 : 0) : null);

    private static readonly Question s_ask = Question.Donor(
        "earthingSwitch", "Does an earthing switch come with it?", "Чи є заземлювальний ніж?", "هل تأتي معه سكين تأريض؟");

    private static readonly Work s_work = new(
        new("put up an earthing switch of its own", "встановити окремий заземлювач", "تركيب سكين تأريض مستقلة"), 12, Skills.Substation);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(DisconnectorBay place, Disconnector unit, Practice practice, Pen pen) => (place.EarthingSwitch, unit.EarthingSwitch) switch
    {
        (false, _) => null,
        (true, null) => pen.Ask(s_ask, s_unknown),
        (true, true) => pen.Fits(s_comes),
        (true, false) => pen.FitsWithWork(s_none, null, s_work),
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(DisconnectorBay place, Practice practice) =>
        place.EarthingSwitch ? [s_switch.Equal(1) with { Outside = Verdict.FitsWithWork }] : [];
}
