using Relight.Funds;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Writer;

/// <summary>Commands as a busy operation sends them: claims, contributions, and money through a fund that all share.</summary>
internal static class Load
{
    private static readonly Organisation s_donor = new(Id<Organisation>.Named("writer donor"), "Donor", OrganisationKind.State, Country.Parse("FR"));
    private static readonly Id<Fund> s_fund = Id<Fund>.Named("writer fund");
    private static readonly DateOnly s_day = new(2022, 11, 25);

    private static readonly Source s_source = new(
        Id<Source>.Named("writer source"), new Uri("https://example.org/news"), "Example", ReportedDate.On(s_day),
        Language.Parse("en"), new DateTimeOffset(2022, 11, 26, 0, 0, 0, TimeSpan.Zero), "The donor gives generators.");

    /// <summary>The operation.</summary>
    public static Operation Operation { get; } = new(Id<Operation>.Named("writer"), "Load", [Country.Parse("UA")]);

    /// <summary>What claims need that are made here.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Sources() =>
    [
        ("donor", new RecordOrganisation(s_donor)),
        ("source", new RecordSource(s_source)),
    ];

    /// <summary>What all writers need.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Opening() =>
    [
        ("operation", new OpenOperation(Operation)),
        .. Sources(),
        ("fund", new OpenFund(s_fund, "Fund", s_donor.Id, Currency.Parse("EUR"))),
    ];

    /// <summary>A claim, and a contribution of its own that it is adopted into.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Claim(string name, int round)
    {
        var claim = Id<Claim>.Named(name);
        yield return ($"{name} claim", new RecordClaim(ClaimOf(claim, round)));
        yield return ($"{name} adopt", new AdoptClaim(Id<Contribution>.Named(name), 0, claim, ClaimParts.All, name, "as reported"));
    }

    /// <summary>The endless commands of one writer: each round needs what the round paid in, so none is refused.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Of(int writer)
    {
        for (var round = 0; ; round++)
        {
            var name = $"writer {writer} {round}";
            var reservation = Id<Reservation>.Named(name);
            foreach (var step in Claim(name, round))
                yield return step;
            yield return ($"{name} pay in", new ContributeToFund(new FundPayment(
                Id<FundPayment>.Named(name), s_fund, DonorGroup.Of(s_donor.Id), null, new Amount(10), null, null, null, s_day)));
            yield return ($"{name} reserve", new ReserveFromFund(reservation, s_fund, new Amount(9), "generator"));
            yield return ($"{name} contract", new ContractReservation(reservation, new Amount(8), "Works", name));
            yield return ($"{name} pay", new PayContract(reservation, new Amount(8), s_day));
        }
    }

    private static Claim ClaimOf(Id<Claim> id, int count) => new()
    {
        Id = id,
        Source = s_source.Id,
        Donors = DonorGroup.Of(s_donor.Id),
        Item = new Item(ItemKind.GeneratingSet, "generators"),
        Quantity = Quantity.Pieces(count + 1),
        Stage = GoodsStage.Announced,
        Date = ReportedDate.On(s_day),
        Quote = "The donor gives generators.",
    };
}
