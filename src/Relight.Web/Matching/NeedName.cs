using Relight.Matching;
using Relight.Web.Languages.Words;

namespace Relight.Web.Matching;

/// <summary>What a need is called in proposals: what it is, and its area.</summary>
internal static class NeedName
{
    /// <summary>The name, in the language of the page.</summary>
    public static string Of(NeedInProposal need) =>
        need.Oblast is { } area ? $"{NeedWords.TitleOf(need.Requirement)} · {AreaWords.Of(area.Code)}" : NeedWords.TitleOf(need.Requirement);
}
