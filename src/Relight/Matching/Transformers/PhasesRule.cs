using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>A bank is three single-phase units; a fourth is the spare.</summary>
public sealed class PhasesRule : IRule
{
    private static readonly Phrase s_makeBank = new(
        "{0} single-phase units: three make a bank",
        "однофазних одиниць {0}: три складають групу",
        "وحدات أحادية الطور: {0}، وثلاث منها تكوّن مجموعة");

    private static readonly Phrase s_tooFew = new(
        "{0} single-phase units: a bank takes three",
        "однофазних одиниць {0}: для групи треба три",
        "وحدات أحادية الطور: {0}، والمجموعة تتطلب ثلاثاً");

    private const int Bank = 3;

    private static readonly Phrase s_name = new("phases", "фази", "الأطوار");
    private static readonly Phrase s_units = new("single-phase units", "однофазні одиниці", "وحدات أحادية الطور");

    private static readonly Column s_singles = new("single-phase units", (offer, _) => offer.Specification is PowerTransformer { SinglePhase: true } ? offer.Units : null);

    private static readonly Work s_work = new(
        new("build three foundations and connect the bank", "збудувати три фундаменти й з’єднати групу", "بناء ثلاث قواعد وتوصيل المجموعة"), 48, Skills.Transformer);

    /// <inheritdoc/>
    public int Place => 200;

    /// <inheritdoc/>
    public Phrase Name => s_name;

    /// <inheritdoc/>
    public Phrase Source => Sources.Practice;

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => requirement == typeof(TransformerBay) && specification == typeof(PowerTransformer);

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen)
    {
        if (need.Requirement is not TransformerBay || offer.Specification is not PowerTransformer { SinglePhase: true })
            return null;
        var (units, margin) = (new Figure(s_units, offer.Units, ""), pen.AboveLimit(offer.Units, Bank));
        return offer.Units >= Bank
            ? pen.FitsWithWork(pen.Say(s_makeBank, offer.Units), margin, s_work, units)
            : pen.DoesNotFit(pen.Say(s_tooFew, offer.Units), margin, units);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bound> Bounds(Requirement requirement, Practice practice) =>
    [
        s_singles.AtLeast(Bank) with { IsSharp = true, Unknown = Verdict.Fits },
        s_singles.Always(Verdict.FitsWithWork) with { Unknown = Verdict.Fits },
    ];
}
