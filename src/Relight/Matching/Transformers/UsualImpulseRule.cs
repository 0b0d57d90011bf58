using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// Where the site names no lightning impulse level, one below what is usual at its voltage makes work and no refusal: whether it
/// does is for the co-ordination with the arresters there to show.
/// </summary>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule.</param>
/// <param name="nominal">Voltage of the system, in kV.</param>
/// <param name="site">Level of the site, in kV; null where it names none.</param>
/// <param name="level">Level of the winding, in kV.</param>
public abstract class UsualImpulseRule(
    int place, Phrase name, Func<TransformerBay, decimal> nominal, Func<TransformerBay, decimal?> site, Func<PowerTransformer, decimal?> level)
    : Rule<TransformerBay, PowerTransformer>(place, name, new("practice; IEC 60071-1", "практика; IEC 60071-1", "الممارسة؛ IEC 60071-1"))
{
    private static readonly Phrase s_says = new(
        "{0:0.##} kV, usual at this voltage are {1:0.##} kV and more", "{0:0.##} кВ, звично за цієї напруги — від {1:0.##} кВ", "{0:0.##} كيلوفولت، والمعتاد عند هذا الجهد {1:0.##} كيلوفولت فأكثر");

    private static readonly Phrase s_own = new("level of the unit", "рівень одиниці", "مستوى الوحدة");
    private static readonly Phrase s_usual = new("usual level", "звичний рівень", "المستوى المعتاد");

    private static readonly Limit s_at330 = new("usual impulse level at 330 kV", 1050, "kV", "practice");
    private static readonly Limit s_at110 = new("usual impulse level at 110 kV", 450, "kV", "practice");

    private static readonly Work s_work = new(
        new("check the insulation against the arresters, and put some at its terminals", "перевірити узгодження ізоляції й поставити обмежувачі на вводах", "التحقق من تنسيق العزل وتركيب مانعات صواعق عند أطرافها"), 8, Skills.Substation);

    private readonly Column _level = Of(name.English, level);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (UsualAt(place, practice) is not { } usual || level(unit) is not { } own)
            return null;
        Figure mine = new(s_own, own, "kV"), wanted = new(s_usual, usual, "kV");
        return own >= usual
            ? pen.Fits(pen.Say(s_says, own, usual), pen.AboveLimit(own, usual), mine, wanted)
            : pen.FitsWithWork(pen.Say(s_says, own, usual), pen.AboveLimit(own, usual), s_work, mine, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) => UsualAt(place, practice) is { } usual
        ? [_level.AtLeast(usual) with { IsSharp = true, Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits }]
        : [];

    // Of other classes no usual level has been settled.
    private decimal? UsualAt(TransformerBay place, Practice practice) => site(place) is not null ? null : nominal(place) switch
    {
        >= 315 and <= 363 => practice[s_at330],
        >= 100 and <= 126 => practice[s_at110],
        _ => null,
    };
}

/// <summary>The usual impulse level of the upper side.</summary>
public sealed class HighUsualImpulseRule() : UsualImpulseRule(
    172, new("usual impulse level, upper side", "звичний грозовий імпульс, вища сторона", "نبضة الصاعقة المعتادة، الجانب الأعلى"),
    bay => bay.HighKilovolts, bay => bay.HighImpulseKilovolts, unit => unit.High.ImpulseKilovolts);

/// <summary>The usual impulse level of the lower side.</summary>
public sealed class LowUsualImpulseRule() : UsualImpulseRule(
    173, new("usual impulse level, lower side", "звичний грозовий імпульс, нижча сторона", "نبضة الصاعقة المعتادة، الجانب الأدنى"),
    bay => bay.LowKilovolts, bay => bay.LowImpulseKilovolts, unit => unit.Low.ImpulseKilovolts);
