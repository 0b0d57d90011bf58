using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Register;

/// <summary>A claim in one line, for choices.</summary>
internal static class ClaimTitle
{
    /// <summary>The line: when, who, what, how much, how far, and who says it.</summary>
    public static string Of(ClaimWithSource claim, RegisterText text)
    {
        var much = claim.Quantity is not null ? QuantityWords.Of(claim.Quantity) : claim.Value is not null ? QuantityWords.Of(claim.Value) : "–";
        return $"{RegisterText.Of(claim.Date)} · {text.Donors(claim.Donors, false)} · {ItemWords.Of(claim.Item.Kind)}: {much} · {StageWords.Of(claim.Stage)} · {claim.Publisher}";
    }
}
