using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Funds;

/// <summary>The money of a fund under one earmark, in the fund's currency.</summary>
/// <param name="Earmark">What it may be spent on alone; null for money that may be spent on anything.</param>
/// <param name="PaidIn">What was paid in, less what was given back.</param>
/// <param name="Reserved">What reservations hold.</param>
/// <param name="Contracted">What contracts hold and is not paid yet.</param>
/// <param name="Spent">What was paid to sellers.</param>
public sealed record Pot(string? Earmark, Amount PaidIn, Amount Reserved, Amount Contracted, Amount Spent)
{
    /// <summary>What is bound or gone: reserved, contracted and spent together.</summary>
    [JsonIgnore]
    public Amount Used => Reserved + Contracted + Spent;
}

/// <summary>
/// A pooled assistance package. Purposes with an earmark use up the money of that earmark first, then money without one;
/// purposes without an earmark use money without one alone. What is used is never more than what was paid in, for the
/// fund as a whole and under each earmark: a fund for which that does not hold cannot be made.
/// </summary>
public sealed record Fund
{
    /// <summary>Takes a fund as it was stored; for readers of stored data, which check again.</summary>
    /// <exception cref="ArgumentException">More is used than was paid in, or an earmark stands twice.</exception>
    [JsonConstructor]
    public Fund(Id<Fund> id, int version, string name, Id<Organisation> holder, Currency currency, IReadOnlyList<Pot> pots)
    {
        (Id, Version, Name, Holder, Currency) = (id, version, name, holder, currency);
        Pots = [.. pots.OrderBy(pot => pot.Earmark, StringComparer.Ordinal)];
        if (Pots.Select(pot => pot.Earmark).Distinct().Count() != Pots.Count)
            throw new ArgumentException("an earmark stands twice", nameof(pots));
        if (FreeLessUsed < 0)
            throw new ArgumentException("more is used than was paid in", nameof(pots));
    }

    /// <summary>Id of the fund.</summary>
    public Id<Fund> Id { get; }

    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Who holds the money.</summary>
    public Id<Organisation> Holder { get; }

    /// <summary>The currency that it is kept in.</summary>
    public Currency Currency { get; }

    /// <summary>Its money by earmark, in the order of the earmarks, without one first.</summary>
    public IReadOnlyList<Pot> Pots { get; }

    /// <summary>Everything that was paid in and is neither held nor spent.</summary>
    [JsonIgnore]
    public Amount Balance => new(Pots.Sum(pot => pot.PaidIn.Number) - Pots.Sum(pot => pot.Used.Number));

    // Money without earmark, less what purposes without one use and what earmarked purposes take beyond their own money.
    private decimal FreeLessUsed => Pots.Sum(pot => pot.Earmark is null
        ? pot.PaidIn.Number - pot.Used.Number
        : Math.Min(0, pot.PaidIn.Number - pot.Used.Number));

    /// <summary>The money under an earmark; an empty pot where there is none.</summary>
    public Pot Pot(string? earmark) =>
        Pots.FirstOrDefault(pot => pot.Earmark == earmark) ?? new Pot(earmark, default, default, default, default);

    /// <summary>What a purpose under an earmark can still be given.</summary>
    public Amount Available(string? earmark)
    {
        var free = new Amount(FreeLessUsed);
        return earmark is null ? free : Pot(earmark) is var own ? free + own.PaidIn.LessAtMost(own.Used) : free;
    }

    /// <summary>The fund with one of its pots changed.</summary>
    /// <exception cref="ArgumentException">More would be used than was paid in.</exception>
    public Fund With(Pot pot) =>
        new(Id, Version + 1, Name, Holder, Currency, [.. Pots.Where(other => other.Earmark != pot.Earmark), pot]);
}

/// <summary>Money that was paid into a fund.</summary>
/// <param name="Id">Id of the payment.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Donors">Who paid, alone or jointly.</param>
/// <param name="Contribution">The contribution that it pays out; null where it is not known which.</param>
/// <param name="Amount">What reached the fund, in its currency, less what was given back.</param>
/// <param name="Earmark">What it may be spent on alone; null for anything.</param>
/// <param name="Given">What was given, where that was in another currency; null where it was in the fund's.</param>
/// <param name="Rate">The rate by which it was converted, with day and source; null where nothing was converted.</param>
/// <param name="Date">The day on which it arrived.</param>
public sealed record FundPayment(
    Id<FundPayment> Id,
    Id<Fund> Fund,
    DonorGroup Donors,
    Id<Contribution>? Contribution,
    Amount Amount,
    string? Earmark,
    Money? Given,
    ExchangeRate? Rate,
    DateOnly Date);
