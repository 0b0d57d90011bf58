using Relight.Ledger;
using Relight.Register;

namespace Relight.Matching;

/// <summary>Whether a pair may be allocated at all.</summary>
internal static class Fit
{
    /// <summary>Refuses a pair that does not fit, and one of which it cannot be told yet where no reason is given.</summary>
    /// <param name="checks">Takes what is wrong.</param>
    /// <param name="field">The field that names the pair.</param>
    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="why">The reason given; null for none.</param>
    public static void Check(Checks checks, string field, Need need, Offer offer, string? why)
    {
        var match = MatchOffers.Judge(need, offer, Practice.Default);
        var worst = match.Rules.FirstOrDefault(rule => rule.Counts && rule.Verdict == match.Verdict);
        if (match.Verdict == Verdict.DoesNotFit)
            checks.Refuse(field, offer.Id, $"does not fit: {worst!.Rule}: {worst.Because}");
        else if (match.Verdict == Verdict.CannotTellYet && string.IsNullOrWhiteSpace(why))
            checks.Refuse("why", null, $"must say why, for it cannot be told yet whether it fits: {worst!.Rule}: {worst.Because}");
    }
}
