using Relight.Ledger;
using Relight.Register;

namespace Relight.Matching;

/// <summary>A refusal because a rule says that a unit does not fit, or cannot tell.</summary>
/// <param name="Field">Field of the command.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">What has to hold, with the rule and what it says, in English.</param>
/// <param name="Because">What the rule says, to be told in any language.</param>
public sealed record Unfit(string Field, string? Value, string Rule, Reason Because) : Refusal(Field, Value, Rule)
{
    /// <summary>The refusal that follows from a verdict: that it does not fit, or that somebody must say why it is taken all the same.</summary>
    internal static Unfit Of(string field, string? value, RuleVerdict verdict) => new(
        field,
        value,
        (verdict.Verdict == Verdict.DoesNotFit ? "does not fit: " : "must say why, for it cannot be told yet whether it fits: ") + $"{verdict.Rule}: {verdict.Because}",
        verdict.Reason);
}

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
            checks.Add(Unfit.Of(field, $"{offer.Id}", worst!));
        else if (match.Verdict == Verdict.CannotTellYet && string.IsNullOrWhiteSpace(why))
            checks.Add(Unfit.Of("why", null, worst!));
    }
}
