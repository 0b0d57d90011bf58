using System.Numerics;

namespace Relight.Matching;

/// <summary>Finds the fewest questions that settle what several rules cannot tell.</summary>
internal static class FewestQuestions
{
    /// <summary>
    /// A set of questions of least size that has one for every rule, and what has to be asked besides; those that serve most
    /// rules first, then in the order of the rules. A rule with one question forces that one; of the others, every choice is tried.
    /// </summary>
    public static IReadOnlyList<Question> Of(IEnumerable<RuleVerdict> verdicts)
    {
        var rules = verdicts.Where(verdict => verdict.Questions.Count > 0).ToList();
        var open = rules.ConvertAll(verdict => verdict.Questions);
        var asked = open.Where(questions => questions.Count == 1).Select(questions => questions[0]).Concat(rules.SelectMany(verdict => verdict.Also)).ToHashSet();
        var left = open.Where(questions => !questions.Any(asked.Contains)).ToList();
        var choices = left.SelectMany(questions => questions).Distinct().ToList();
        bool Serves(uint set) => left.TrueForAll(questions => questions.Any(question => (set >> choices.IndexOf(question) & 1) == 1));
        var best = Enumerable.Range(0, 1 << choices.Count).Select(set => (uint)set).Where(Serves)
            .MinBy(set => (BitOperations.PopCount(set), set));
        asked.UnionWith(choices.Where((_, i) => (best >> i & 1) == 1));
        return [.. rules.SelectMany(verdict => verdict.Questions.Concat(verdict.Also)).Distinct().Where(asked.Contains)
            .OrderByDescending(question => rules.Count(verdict => verdict.Questions.Contains(question) || verdict.Also.Contains(question)))];
    }
}
