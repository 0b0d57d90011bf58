namespace Relight.Matching;

/// <summary>What a rule says, before it is shown: verdict and margin, and the words and numbers where they were taken down.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="MarginPercent">By how much the limit is kept, in %; null where there is no such number.</param>
/// <param name="Counts">Whether the verdict counts; false where it tells of a use that the need does not ask for.</param>
public readonly record struct Ruling(Verdict Verdict, decimal? MarginPercent, bool Counts = true)
{
    /// <summary>Why; empty where nothing was taken down.</summary>
    public Reason Because { get; init; }

    /// <summary>The numbers that were compared.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<Work> Work { get; init; } = [];

    /// <summary>What to ask; the answer to any one of them would do.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What has to be asked besides, whatever the answer is.</summary>
    public IReadOnlyList<Question> Also { get; init; } = [];

    /// <summary>The same, where another value is missing too without which it cannot be told either.</summary>
    /// <param name="isMissing">Whether it is.</param>
    /// <param name="question">What to ask for it.</param>
    public Ruling And(bool isMissing, Question question) => isMissing && Questions.Count > 0 ? this with { Also = [.. Also, question] } : this;
}

/// <summary>
/// Takes down what a rule says. A silent pen takes no words down, so that the rules that explain one pair also judge
/// millions: one text for both, and nothing that could say otherwise.
/// </summary>
public sealed class Pen
{
    private static readonly Phrase s_points = new("{0} points to look into", "треба з’ясувати пунктів: {0}", "نقاط يلزم فحصها: {0}");

    private readonly bool _weighs;

    private Pen(bool writes, bool weighs) => (Writes, _weighs) = (writes, weighs);

    /// <summary>Takes everything down.</summary>
    public static Pen Writing { get; } = new(true, true);

    /// <summary>Takes verdict and margin down.</summary>
    public static Pen Silent { get; } = new(false, true);

    /// <summary>Takes the verdict down alone.</summary>
    public static Pen Ticking { get; } = new(false, false);

    /// <summary>Whether words and numbers are taken down.</summary>
    public bool Writes { get; }

    /// <summary>By how much a value that must not be above a limit keeps it (positive) or misses it, in % of the limit; null where that is 0, or nobody asks.</summary>
    public decimal? BelowLimit(decimal value, decimal limit) => _weighs && limit != 0 ? Percent(limit - value, limit) : null;

    /// <summary>By how much a value that must not be below a limit keeps it (positive) or misses it, in % of the limit; null where that is 0, or nobody asks.</summary>
    public decimal? AboveLimit(decimal value, decimal limit) => _weighs && limit != 0 ? Percent(value - limit, limit) : null;

    // A nothing that carries a minus would be shown with it.
    private static decimal Percent(decimal part, decimal whole)
    {
        var percent = Math.Round(part / whole * 100, 2);
        return percent == 0 ? 0 : percent;
    }

    /// <summary>Words with a value in them; empty where the pen is silent, and then nothing is put together.</summary>
    public Reason Say<T>(Phrase words, T value) => Writes ? new Reason(words, [value!]) : default;

    /// <summary>Words with two values in them.</summary>
    public Reason Say<T1, T2>(Phrase words, T1 one, T2 two) => Writes ? new Reason(words, [one!, two!]) : default;

    /// <summary>Words with three values in them.</summary>
    public Reason Say<T1, T2, T3>(Phrase words, T1 one, T2 two, T3 three) => Writes ? new Reason(words, [one!, two!, three!]) : default;

    /// <summary>Words with four values in them.</summary>
    public Reason Say<T1, T2, T3, T4>(Phrase words, T1 one, T2 two, T3 three, T4 four) => Writes ? new Reason(words, [one!, two!, three!, four!]) : default;

    /// <summary>It fits.</summary>
    public Ruling Fits(Reason because, decimal? margin = null, params ReadOnlySpan<Figure> figures) =>
        Of(Verdict.Fits, because, margin, figures);

    /// <summary>It does not fit.</summary>
    public Ruling DoesNotFit(Reason because, decimal? margin = null, params ReadOnlySpan<Figure> figures) =>
        Of(Verdict.DoesNotFit, because, margin, figures);

    /// <summary>It fits, or it does not.</summary>
    public Ruling FitsIf(bool fits, Reason because, decimal? margin, params ReadOnlySpan<Figure> figures) =>
        Of(fits ? Verdict.Fits : Verdict.DoesNotFit, because, margin, figures);

    /// <summary>It fits with work.</summary>
    public Ruling FitsWithWork(Reason because, decimal? margin, Work work, params ReadOnlySpan<Figure> figures) =>
        Writes ? Of(Verdict.FitsWithWork, because, margin, figures) with { Work = [work] } : new Ruling(Verdict.FitsWithWork, margin);

    /// <summary>It fits, or with work where there is some.</summary>
    public Ruling Review(Reason clean, IReadOnlyList<Work> work) => work.Count == 0
        ? Fits(clean)
        : new Ruling(Verdict.FitsWithWork, null) { Because = Say(s_points, work.Count), Work = work };

    /// <summary>It cannot be told yet for want of a value.</summary>
    public Ruling Ask(Question question, Reason because, params ReadOnlySpan<Figure> figures) =>
        Writes ? Of(Verdict.CannotTellYet, because, null, figures) with { Questions = [question] } : new Ruling(Verdict.CannotTellYet, null);

    /// <summary>It cannot be told yet for want of a value, one of two.</summary>
    public Ruling AskEither(Question one, Question other, Reason because, params ReadOnlySpan<Figure> figures) =>
        Writes ? Of(Verdict.CannotTellYet, because, null, figures) with { Questions = [one, other] } : new Ruling(Verdict.CannotTellYet, null);

    private Ruling Of(Verdict verdict, Reason because, decimal? margin, ReadOnlySpan<Figure> figures) =>
        Writes ? new Ruling(verdict, margin) { Because = because, Figures = figures.ToArray() } : new Ruling(verdict, margin);
}
