using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// What engineers look through before a foreign unit is connected. What is not known of it makes work, not doubt:
/// it can be found out or put right on site.
/// </summary>
public sealed class ReviewRule : IRule
{
    /// <inheritdoc/>
    public RuleVerdict? Judge(Need need, Offer offer, Practice practice)
    {
        if (need.Requirement is not TransformerBay || offer.Specification is not PowerTransformer unit)
            return null;
        List<string> work = [];
        void When(bool holds, string what)
        {
            if (holds)
                work.Add(what);
        }
        When(unit.NeutralEarthing is null, "settle how the neutral is earthed");
        When(unit.Cooling is null, "find out the cooling and its supply");
        When(unit.OilTonnes is null, "find out the amount of oil; test it for PCB, gas and moisture");
        When(unit.TotalTonnes is null, "check the foundation for the unit's mass");
        When(unit.MissingParts is null, "look the unit over for missing parts");
        foreach (var part in unit.MissingParts ?? [])
            work.Add($"get the missing part: {part}");
        When(offer.Condition is UnitCondition.Unknown, "inspect the unit's condition");
        When(offer.Condition is UnitCondition.Repairable, "repair the unit");
        return new RuleVerdict
        {
            Rule = "review",
            Verdict = work.Count == 0 ? Verdict.Fits : Verdict.FitsWithWork,
            Because = work.Count == 0 ? "earthing, cooling, oil, mass, parts and condition are known" : $"{work.Count} points to look into",
            Figures = [],
            Source = "practice",
            Work = work,
        };
    }
}
