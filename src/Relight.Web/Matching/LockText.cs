using System.Globalization;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Web.Matching;

/// <summary>What is to stay, as addresses write it: <c>NEED:OFFER:UNITS</c>, with the ids of both and units of the need.</summary>
internal static class LockText
{
    /// <summary>Most locks of one address.</summary>
    public const int Most = 200;

    /// <summary>A gift as it is to stay.</summary>
    public static string Of(ProposedGift gift) => FormattableString.Invariant($"{gift.Need.Id}:{gift.Offer}:{gift.UnitsOfNeed}");

    /// <summary>Locks of an address; what is none is told.</summary>
    public static IReadOnlyList<KeptGift> Read(IReadOnlyList<string?> texts, out IReadOnlyList<Refusal> faults)
    {
        var (locks, wrong) = (new List<KeptGift>(), new List<Refusal>());
        if (texts.Count > Most)
            wrong.Add(new Refusal("lock", $"{texts.Count}", FormattableString.Invariant($"must not be more than {Most}")));
        foreach (var (i, text) in texts.Take(Most).Index())
        {
            var parts = (text ?? "").Split(':');
            if (parts.Length is 2 or 3 && Id<Need>.TryParse(parts[0], null, out var need) && Id<Offer>.TryParse(parts[1], null, out var offer)
                && int.TryParse(parts.ElementAtOrDefault(2) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var units))
                locks.Add(new KeptGift(need, offer, units));
            else
                wrong.Add(new Refusal($"lock[{i}]", Checks.Shown(text ?? ""), "must be NEED:OFFER or NEED:OFFER:UNITS, with the ids of both"));
        }
        faults = wrong;
        return locks;
    }
}
