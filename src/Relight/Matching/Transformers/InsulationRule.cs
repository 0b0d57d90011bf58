using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The insulation of a winding must be made for the system's highest voltage.</summary>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule.</param>
/// <param name="field">The winding, as the specification names it.</param>
/// <param name="winding">The winding.</param>
/// <param name="nominal">Voltage of the system, in kV.</param>
/// <param name="system">Highest voltage of the system, in kV; null where it is not given.</param>
public abstract class InsulationRule(
    int place, Phrase name, string field, Func<PowerTransformer, Winding> winding, Func<TransformerBay, decimal> nominal, Func<TransformerBay, decimal?> system)
    : Rule<TransformerBay, PowerTransformer>(place, name, Sources.Text("IEC 60076-3"))
{
    private static readonly Phrase s_neither = new("neither Um nor rated voltage is given", "не вказано ні Um, ні номінальної напруги", "لم يُذكر Um ولا الجهد المقنن");
    private static readonly Phrase s_holds = new("Um {0:0.##} kV for {1:0.##} kV", "Um {0:0.##} кВ на {1:0.##} кВ", "⁦Um⁩ {0:0.##} كيلوفولت لـ{1:0.##} كيلوفولت");
    private static readonly Phrase s_isBelow = new("Um {0:0.##} kV is below {1:0.##} kV", "Um {0:0.##} кВ нижче за {1:0.##} кВ", "⁦Um⁩ {0:0.##} كيلوفولت أدنى من {1:0.##} كيلوفولت");
    private static readonly Phrase s_ofClass = new(
        "rated {0:0.##} kV on {1:0.##} kV: insulation is of this class or a higher one",
        "номінально {0:0.##} кВ на {1:0.##} кВ: ізоляція цього класу або вищого",
        "مقنن {0:0.##} كيلوفولت على {1:0.##} كيلوفولت: العزل من هذه الفئة أو أعلى");

    private static readonly Phrase s_stressed = new(
        "insulation is stressed {0:0.0#} times: {1:0.##} kV on a winding of {2:0.##} kV",
        "ізоляція навантажена в {0:0.0#} раза: {1:0.##} кВ на обмотці {2:0.##} кВ",
        "يُجهد العزل {0:0.0#} ضعفاً: {1:0.##} كيلوفولت على ملف {2:0.##} كيلوفولت");

    private static readonly Phrase s_above = new(
        "Um is not given, and {0:0.##} kV is above the rated {1:0.##} kV",
        "Um не вказано, а {0:0.##} кВ вище за номінальні {1:0.##} кВ",
        "لم يُذكر Um، و{0:0.##} كيلوفولت أعلى من المقنن {1:0.##} كيلوفولت");

    // No insulation class reaches above this stress of the rated voltage: classes end below 1.16.
    private static readonly Limit s_beyondClass = new("stress beyond every insulation class", 1.2m, "", "practice; IEC 60076-3 classes");
    private static readonly Phrase s_stress = new("stress", "навантаження ізоляції", "الإجهاد");

    private readonly Column _um = Of($"{field}.um", unit => winding(unit).Um);
    private readonly Column _rated = Of($"{field}.ratedKilovolts without Um", unit => winding(unit).Um is null ? winding(unit).RatedKilovolts : null);
    private readonly Column _either = Of($"{field}.um or {field}.ratedKilovolts", unit => winding(unit).Um ?? winding(unit).RatedKilovolts);
    private readonly Question _askUm = Ask.WindingUm(field);
    private readonly Question _askRated = field == "high" ? Ask.HighKilovolts : Ask.LowKilovolts;

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        var own = winding(unit);
        if (own.Um is not { } um)
            return own.RatedKilovolts is { } rated
                ? ByRatedVoltage(rated, nominal(place), practice, pen)
                : pen.AskEither(_askRated, _askUm, s_neither);
        var wanted = system(place) ?? nominal(place);
        return pen.FitsIf(
            um >= wanted, pen.Say(um >= wanted ? s_holds : s_isBelow, um, wanted), pen.AboveLimit(um, wanted),
            new(Numbers.UnitUm, um, "kV"), new(system(place) is null ? Numbers.SystemVoltage : Numbers.SystemUm, wanted, "kV"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
    [
        _either.Known(),
        _um.AtLeast(system(place) ?? nominal(place)) with { IsSharp = true, Unknown = Verdict.Fits },
        _rated.AtLeast(nominal(place) / practice[s_beyondClass]) with { Unknown = Verdict.Fits },
        _rated.AtLeast(nominal(place) * (1 - (practice[ReducedVoltageRule.Free] / 100))) with { Outside = Verdict.CannotTellYet, Unknown = Verdict.Fits },
    ];

    // Without Um: a winding is of the class of its rated voltage, so it holds that voltage, and never much more.
    private Ruling ByRatedVoltage(decimal rated, decimal voltage, Practice practice, Pen pen)
    {
        var stress = voltage / rated;
        Figure own = new(Numbers.RatedVoltage, rated, "kV"), onIt = new(Numbers.SystemVoltage, voltage, "kV"), ratio = new(s_stress, stress, "");
        if (stress <= 1 / (1 - (practice[ReducedVoltageRule.Free] / 100)))
            return pen.Fits(pen.Say(s_ofClass, rated, voltage), null, own, onIt, ratio);
        return stress > practice[s_beyondClass]
            ? pen.DoesNotFit(pen.Say(s_stressed, stress, voltage, rated), pen.BelowLimit(stress, practice[s_beyondClass]), own, onIt, ratio)
            : pen.Ask(_askUm, pen.Say(s_above, voltage, rated), own, onIt, ratio);
    }
}

/// <summary>Insulation of the upper side.</summary>
public sealed class HighInsulationRule() : InsulationRule(
    160, new("insulation, upper side", "ізоляція, вища сторона", "العزل، الجانب الأعلى"), "high", unit => unit.High, bay => bay.HighKilovolts, bay => bay.HighSystemUm);

/// <summary>Insulation of the lower side.</summary>
public sealed class LowInsulationRule() : InsulationRule(
    161, new("insulation, lower side", "ізоляція, нижча сторона", "العزل، الجانب الأدنى"), "low", unit => unit.Low, bay => bay.LowKilovolts, bay => bay.LowSystemUm);
