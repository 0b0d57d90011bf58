using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Judges which offers can serve which needs.</summary>
public static class MatchOffers
{
    /// <summary>What each rule that applies says of one offer for one need.</summary>
    public static Match Judge(Need need, Offer offer, Practice practice)
    {
        var verdicts = new List<RuleVerdict>();
        foreach (var rule in Rules.For(need.Requirement.GetType(), offer.Specification.GetType()))
            if (rule.Judge(need, offer, practice, Pen.Writing) is { } said)
                verdicts.Add(new RuleVerdict(rule.Name, said.Because, rule.Source)
                {
                    Verdict = said.Verdict,
                    Figures = said.Figures,
                    MarginPercent = said.MarginPercent,
                    Work = [.. said.Work.Select(work => practice[work])],
                    Questions = said.Questions,
                    Also = said.Also,
                    Counts = said.Counts,
                });
        return new Match(need.Id, offer.Id, verdicts);
    }

    /// <summary>The same rules without their words: verdict and smallest margin of those that count; it ends at the first that refuses.</summary>
    public static (Verdict Verdict, decimal? MarginPercent) Weigh(Need need, Offer offer, Practice practice) =>
        Weigh(Rules.For(need.Requirement.GetType(), offer.Specification.GetType()), need, offer, practice, Pen.Silent);

    /// <summary>The same with the rules that apply, for whoever judges many pairs of the same types.</summary>
    internal static (Verdict Verdict, decimal? MarginPercent) Weigh(IReadOnlyList<IRule> rules, Need need, Offer offer, Practice practice, Pen pen)
    {
        var (worst, least) = (Verdict.Fits, (decimal?)null);
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Judge(need, offer, practice, pen) is not { Counts: true } said)
                continue;
            if (said.Verdict == Verdict.DoesNotFit)
                return (Verdict.DoesNotFit, said.MarginPercent);
            if (said.Verdict > worst)
                worst = said.Verdict;
            if (said.MarginPercent is { } margin && !(margin >= least))
                least = margin;
        }
        return (worst, least);
    }

    /// <summary>The smallest margin of all rules that count, in %, also where one refuses; null where none has a number.</summary>
    internal static decimal? Margin(Need need, Offer offer, Practice practice)
    {
        decimal? least = null;
        foreach (var rule in Rules.For(need.Requirement.GetType(), offer.Specification.GetType()))
            if (rule.Judge(need, offer, practice, Pen.Silent) is { Counts: true, MarginPercent: { } margin } && !(margin >= least))
                least = margin;
        return least;
    }

    /// <summary>Every offer for one need, best first: verdict, then margin, then arrival; ties by id, so that the order is always the same.</summary>
    public static IReadOnlyList<Match> ForNeed(Need need, IEnumerable<Offer> offers, Practice practice) =>
        [.. offers
            .Select(offer => (Match: Judge(need, offer, practice), Offer: offer))
            .OrderBy(pair => pair.Match.Verdict)
            .ThenByDescending(pair => pair.Match.SmallestMarginPercent ?? 0)
            .ThenBy(pair => pair.Offer.Arrival?.Latest ?? DateOnly.MaxValue)
            .ThenBy(pair => pair.Offer.Id)
            .Select(pair => pair.Match)];

    /// <summary>
    /// Every need of an operation with the offers of the kinds that can serve it, best first; needs in the order of their
    /// urgency. Offers of another kind are left out: they can be seen at the need itself.
    /// </summary>
    public static async Task<IReadOnlyList<Match>> ForAll(
        RelightContext db, Id<Operation> operation, Practice practice, CancellationToken cancel = default)
    {
        var needs = await db.Needs.AsNoTracking().Where(row => row.Operation == operation)
            .OrderBy(row => row.Urgency).ThenBy(row => row.Deadline == null).ThenBy(row => row.Deadline).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        var offers = (await db.Offers.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel))
            .ToLookup(row => row.Item, row => row.Read());
        return [.. needs.Select(row => row.Read()).SelectMany(need => ForNeed(need, need.Requirement.Served.SelectMany(item => offers[item]), practice))];
    }
}
