using Relight.Funds;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// Two appeals of the sample and the energy fund, by the figures that were reported: about 17,000 large generating sets
/// needed (December 2022), the Paris conference without a target of its own, and the fund's first quarter, in which 3.6 of
/// its million euros were spent and 119.2 were under procurement.
/// </summary>
internal static class SampleFunds
{
    private const decimal Spent = 3_600_000;
    private const decimal UnderProcurement = 119_200_000;

    private static readonly Currency s_euro = Currency.Parse("EUR", null);

    /// <summary>Contributions with sets that their sources call large, heavy or powerful; small ones do not answer the appeal.</summary>
    private static readonly string[] s_largeSets = ["kz-sets", "eu-reserve-sets", "fr-sets", "az-second"];

    private static readonly string[] s_pledgedInParis = ["fr-paris", "it-paris", "ca-paris", "de-fund"];

    /// <summary>Id of the fund.</summary>
    public static Id<Fund> FundId { get; } = Id<Fund>.Named("sample winter-2022 esf");

    /// <summary>Appeals and what answers them.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Appeals()
    {
        var sets = Appeal("large sets", "Large generating sets for the winter", "ua", new DateOnly(2022, 12, 1), new GoodsTarget(
            new Item(ItemKind.GeneratingSet, "large generating sets"), new Quantity(Bounds.About(17_000), Unit.Piece)), null);
        var paris = Appeal("paris", "Help for the winter, Paris conference", "ua", new DateOnly(2022, 12, 13), new MoneyTarget(
            new Money(Bounds.Unspecified, s_euro)), new Conference(ReportedDate.On(new DateOnly(2022, 12, 13)), "Paris"));
        foreach (var (appeal, answers, why) in new[]
        {
            (sets, s_largeSets, "large by the words of its source"),
            (paris, s_pledgedInParis, "pledged at the conference"),
        })
        {
            yield return ($"appeal {appeal.Id}", new OpenAppeal(appeal));
            foreach (var key in answers)
                yield return ($"answer {key}", new AnswerAppeal(appeal.Id, SamplePledges.ContributionId(key), why));
        }
    }

    /// <summary>The fund, what is known to be paid into it, and what was done with the money.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Fund()
    {
        yield return ("fund esf", new OpenFund(FundId, "Ukraine Energy Support Fund", SamplePledges.OrganisationId("esf"), s_euro));
        yield return ("fund esf payment de", new ContributeToFund(new FundPayment(
            Id<FundPayment>.Named("sample winter-2022 esf de"),
            FundId,
            DonorGroup.Of(SamplePledges.OrganisationId("de")),
            SamplePledges.ContributionId("de-fund"),
            new Amount(129_500_000),
            null, null, null, new DateOnly(2022, 12, 31))));
        foreach (var step in Purchases("spent", "Purchases of the first quarter, reported in one sum", Spent))
            yield return step;
        yield return ("fund esf spent paid", new PayContract(ReservationId("spent"), new Amount(Spent), new DateOnly(2023, 2, 28)));
        foreach (var step in Purchases("procurement", "Procurement of the first quarter, reported in one sum", UnderProcurement))
            yield return step;
    }

    private static IEnumerable<(string Key, ICommand Command)> Purchases(string key, string purpose, decimal amount) =>
    [
        ($"fund esf {key} reserved", new ReserveFromFund(ReservationId(key), FundId, new Amount(amount), purpose)),
        ($"fund esf {key} contracted", new ContractReservation(ReservationId(key), new Amount(amount), "Several sellers", "Several contracts, reported in one sum")),
    ];

    private static Id<Reservation> ReservationId(string key) => Id<Reservation>.Named($"sample winter-2022 esf {key}");

    private static Appeal Appeal(string key, string title, string by, DateOnly from, AppealTarget target, Conference? conference) => new()
    {
        Id = Id<Appeal>.Named($"sample winter-2022 {key}"),
        Version = 1,
        Title = title,
        By = SamplePledges.OrganisationId(by),
        Target = target,
        From = from,
        Until = conference is null ? null : from,
        Conference = conference,
    };
}
