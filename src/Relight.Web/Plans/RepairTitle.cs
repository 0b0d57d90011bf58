using Relight.Plans;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Plans;

/// <summary>Names a repair by the need that it waits for, which gives no site away.</summary>
internal static class RepairTitle
{
    /// <summary>The name in the language of the page.</summary>
    public static string Of(RepairConcerned one) => one.Requirement is not { } requirement ? Show.Isolated(one.OfferTitle)
        : one.Oblast is { } area ? $"{NeedWords.TitleOf(requirement)} · {AreaWords.Of(area.Code)}" : NeedWords.TitleOf(requirement);
}
