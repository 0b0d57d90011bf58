using System.Diagnostics;
using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>What one more of something would save.</summary>
/// <param name="Question">What it is.</param>
/// <param name="Problem">The problem with it.</param>
/// <param name="Plan">The plan with it.</param>
/// <param name="SavedMegawattHours">MWh that would be served and are not; may be below 0 where weights have it so.</param>
/// <param name="SavedWeightedMegawattHours">The same by weight; 0 or more, but for what comes later than now or takes more work.</param>
/// <param name="SavedPeopleHours">Hours without power that people would be spared, summed over people.</param>
public sealed record OneMoreValue(
    OneMoreQuestion Question,
    RestorationProblem Problem,
    Plan Plan,
    double SavedMegawattHours,
    double SavedWeightedMegawattHours,
    double SavedPeopleHours);

/// <summary>
/// What one more unit, a unit earlier, or one more crew would save: found by planning anew from the present plan, with
/// the same effort for each, and for the problem as it is. Every way of doing the repairs that is found for one is also
/// tried without it, so that what could be had anyway is not put to its credit.
/// </summary>
public sealed record ValueOfOneMore
{
    /// <summary>The best plan of the problem as it is: the present one, or a better one that was found on the way.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Weighted MWh by which that plan is better than the present one; 0 or more.</summary>
    public required double PresentPlanImprovedBy { get; init; }

    /// <summary>The values, the greatest first.</summary>
    public required IReadOnlyList<OneMoreValue> Values { get; init; }

    /// <summary>True where it was stopped before all had their share of the search; then values may be too small.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Seconds for each search where no limit is given.</summary>
    public const int DefaultSecondsEach = 2;

    /// <summary>Values everything that a problem can have one more of.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The present plan; its schedule must hold.</param>
    /// <param name="options">The budget for all searches together, which share it evenly.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancel">Ends it; what was found so far is given.</param>
    public static ValueOfOneMore Of(
        RestorationProblem problem,
        Plan plan,
        PlannerOptions options,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancel = default) => Of(problem, plan, OneMoreQuestion.All(problem), options, progress, cancel);

    /// <summary>Values what is asked for.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The present plan; its schedule must hold.</param>
    /// <param name="asked">What to value; questions about one repair stand together, the latest hour first.</param>
    /// <param name="options">The budget for all searches together, which share it evenly.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancel">Ends it; what was found so far is given.</param>
    public static ValueOfOneMore Of(
        RestorationProblem problem,
        Plan plan,
        IReadOnlyList<OneMoreQuestion> asked,
        PlannerOptions options,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var model = new DeliveryModel(problem);
        var values = new StateValues(model);
        var asItIs = new OneMoreSearch(problem, problem.Crews.Count, model, values);
        var present = StartingPlan.CarriedOn(plan, asItIs.Board);
        asItIs.Offer(present);
        var presentLoss = asItIs.BestLoss;
        var questions = asked
            .Select(q => (Question: q, Search: new OneMoreSearch(q.Asked(problem), problem.Crews.Count, model, values))).ToList();
        // The problem as it is has one share at the start, from which all others start, and one at the end.
        var share = Share(options, questions.Count + 2);
        var clock = Stopwatch.GetTimestamp();
        long states = 0;
        void Report(int done) => progress?.Report(new PlanProgress(
            asItIs.BestLoss, 0, states, Stopwatch.GetElapsedTime(clock), (double)done / (questions.Count + 2)));

        states += asItIs.Search(share, cancel);
        var start = asItIs.Best;
        for (var k = 0; k < questions.Count && !cancel.IsCancellationRequested; k++)
        {
            Report(k + 1);
            var search = questions[k].Search;
            search.Offer(start);
            if (search.HasCrewMore)
                search.OfferFree(start);
            if (IsOfSame(questions, k))
                search.Offer(questions[k - 1].Search.Best);
            states += search.Search(share, cancel);
            asItIs.Offer(search.Best);
        }
        Report(questions.Count + 1);
        states += asItIs.Search(share, cancel);
        for (var k = 0; k < questions.Count; k++)
        {
            questions[k].Search.Offer(asItIs.Best);
            if (IsOfSame(questions, k))
                questions[k].Search.Offer(questions[k - 1].Search.Best);
        }
        return Priced(asItIs, presentLoss, questions, model, cancel.IsCancellationRequested);
    }

    private static PlannerOptions Share(PlannerOptions options, int searches)
    {
        var time = options.Time ?? (options.States is null ? TimeSpan.FromSeconds(DefaultSecondsEach * searches) : null);
        return options with
        {
            Method = PlanMethods.Search,
            States = options.States is { } states ? Math.Max(1, states / searches) : null,
            Time = time / searches,
        };
    }

    /// <summary>True where the question before is about the same repair: its best way is tried here too.</summary>
    private static bool IsOfSame(List<(OneMoreQuestion Question, OneMoreSearch Search)> questions, int k) =>
        k > 0 && questions[k].Question.Element is { } element && questions[k - 1].Question.Element == element;

    /// <summary>True where it is there later than now, or makes more work, so that it costs something; all else is never worth less than nothing.</summary>
    private static bool Costs(OneMoreQuestion question, RestorationProblem problem) =>
        question.Hour > question.HourNow
        || question.RepairHours > problem.Repairs.FirstOrDefault(repair => repair.Element == question.Element)?.Hours;

    private static ValueOfOneMore Priced(
        OneMoreSearch asItIs,
        double presentLoss,
        List<(OneMoreQuestion Question, OneMoreSearch Search)> questions,
        DeliveryModel model,
        bool interrupted)
    {
        var plan = asItIs.ToPlan();
        var repaired = PlanBuilder.WhenAllIsRepaired(asItIs.Board, model);
        double Lost(Plan of, Func<CurveStage, double> served) =>
            of.Curve.Sum(s => (s.ToHours - s.FromHours) * (served(repaired) - served(s)));
        var prices = questions.Select(question =>
        {
            var with = question.Search.ToPlan();
            return new OneMoreValue(
                question.Question,
                question.Search.Board.Problem,
                with,
                Lost(plan, s => s.ServedMegawatts) - Lost(with, s => s.ServedMegawatts),
                Costs(question.Question, asItIs.Board.Problem)
                    ? asItIs.BestLoss - question.Search.BestLoss
                    : Math.Max(0, asItIs.BestLoss - question.Search.BestLoss),
                Lost(plan, s => -s.PeopleWithoutPower) - Lost(with, s => -s.PeopleWithoutPower));
        });
        return new ValueOfOneMore
        {
            Plan = plan,
            PresentPlanImprovedBy = Math.Max(0, presentLoss - asItIs.BestLoss),
            Values = [.. prices.OrderByDescending(v => v.SavedWeightedMegawattHours).ThenByDescending(v => v.SavedPeopleHours).ThenBy(v => v.Question.Kind).ThenBy(v => v.Question.Element)],
            Interrupted = interrupted,
        };
    }
}
