using Relight.Funds;
using Relight.Web.Forms;

namespace Relight.Web.Funds;

/// <summary>Sums of money in forms.</summary>
internal static class FundEntry
{
    /// <summary>An exact sum; where none was typed, or it cannot be read or kept, that is noted, and nothing stands in for it.</summary>
    public static Amount AmountOf(Entry entry, string field)
    {
        var number = entry.Must(field, entry.Number(field));
        if (Amount.WhyNot(number) is not { } rule)
            return new Amount(number);
        entry.Refuse(field, entry.Text(field), rule);
        return Amount.Zero;
    }
}
