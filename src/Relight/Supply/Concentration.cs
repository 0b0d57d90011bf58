using Relight.Access;
using Relight.Register;

namespace Relight.Supply;

/// <summary>The part of a group of goods that comes from one country.</summary>
/// <param name="Country">The country; null for goods whose country is not known.</param>
/// <param name="Units">How many units.</param>
/// <param name="Share">Their share of all units, 0 to 1.</param>
[View(Audience.Coordination)]
public sealed record CountryShare(Country? Country, decimal Units, decimal Share);

/// <summary>
/// How much a group of goods depends on few countries: shares and the Herfindahl-Hirschman index, the sum of the squared
/// shares in percent, from near 0 (many countries alike) to 10,000 (one alone). Units whose country is not known keep the
/// index open between two values: each from a country of its own, and all from the one that is largest already.
/// </summary>
/// <param name="Units">How many units there are.</param>
/// <param name="UnspecifiedParts">How many parts of the group give no number and are in no share.</param>
/// <param name="Shares">Shares, the largest first, the unknown last.</param>
/// <param name="IndexAtLeast">The least that the index can be; null where there are no units.</param>
/// <param name="IndexAtMost">The most that the index can be; null where there are no units.</param>
[View(Audience.Coordination)]
public sealed record Concentration(
    decimal Units, int UnspecifiedParts, IReadOnlyList<CountryShare> Shares, decimal? IndexAtLeast, decimal? IndexAtMost)
{
    /// <summary>The concentration of parts of a group.</summary>
    /// <param name="parts">Each with its country, null for unknown, and its units, null where no number is given.</param>
    public static Concentration Of(IReadOnlyCollection<(Country? Country, decimal? Units)> parts)
    {
        var units = parts.Sum(part => part.Units ?? 0);
        var unspecified = parts.Count(part => part.Units is null);
        if (units == 0)
            return new Concentration(0, unspecified, [], null, null);
        var shares = parts
            .Where(part => part.Units > 0)
            .GroupBy(part => part.Country?.Code)
            .Select(group => new CountryShare(group.First().Country, group.Sum(part => part.Units!.Value), group.Sum(part => part.Units!.Value) / units))
            .OrderBy(share => share.Country is null).ThenByDescending(share => share.Units).ThenBy(share => share.Country?.Code, StringComparer.Ordinal)
            .ToList();
        var known = shares.Where(share => share.Country is not null).Select(share => share.Share * 100).ToList();
        var unknown = shares.Where(share => share.Country is null).Sum(share => share.Share * 100);
        var squares = known.Sum(share => share * share);
        var largest = known.DefaultIfEmpty(0).Max();
        // Makers may make half a unit a month, which is then beside the whole ones.
        var unknownUnits = shares.Where(share => share.Country is null).Sum(share => share.Units);
        var (one, rest) = (100 / units, (unknownUnits % 1) * 100 / units);
        var least = squares + (Math.Floor(unknownUnits) * one * one) + (rest * rest);
        var most = squares - (largest * largest) + ((largest + unknown) * (largest + unknown));
        return new Concentration(units, unspecified, shares, Math.Round(least, 1), Math.Round(most, 1));
    }

    /// <summary>Units that are left without a country: at least, if all unknown ones are its too, and at most, if none is.</summary>
    public (decimal AtLeast, decimal AtMost) Without(Country country)
    {
        var own = Shares.FirstOrDefault(share => share.Country == country)?.Units ?? 0;
        var unknown = Shares.FirstOrDefault(share => share.Country is null)?.Units ?? 0;
        return (Units - own - unknown, Units - own);
    }
}
