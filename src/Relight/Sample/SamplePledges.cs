using Relight.Register;

namespace Relight.Sample;

/// <summary>A value of a claim that the sample's coordinator takes over into a contribution.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Title">Its title.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Parts">What of the claim is taken over.</param>
/// <param name="Why">The reason.</param>
public sealed record SampleAdoption(
    Id<Contribution> Contribution, string Title, Id<Claim> Claim, ClaimParts Parts, string Why);

/// <summary>
/// The publicly reported pledges of winter 2022-23: sources, what they claim, how claims stand to each other, and what
/// a careful coordinator took over. The facts are those of the addresses; every text is written for Relight, quotes
/// too, which therefore begin with <see cref="Mark"/>.
/// </summary>
/// <param name="Organisations">Who gives and receives.</param>
/// <param name="Sources">The documents.</param>
/// <param name="Claims">What they say.</param>
/// <param name="Links">How claims stand to each other.</param>
/// <param name="Adoptions">What was taken over, in order.</param>
public sealed record SamplePledges(
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Link> Links,
    IReadOnlyList<SampleAdoption> Adoptions)
{
    /// <summary>Stands before every quote of the sample: it is a summary, not the words of the page.</summary>
    public const string Mark = "[paraphrased] ";

    private static readonly DateTimeOffset s_written = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<SamplePledges> s_default = new(Read);

    /// <summary>The pledges of the built-in sample.</summary>
    public static SamplePledges Default => s_default.Value;

    /// <summary>Id of a claim by its key in the data files.</summary>
    public static Id<Claim> ClaimId(string key) => Id<Claim>.Named(Named(key));

    /// <summary>Id of a contribution by its key in the data files.</summary>
    public static Id<Contribution> ContributionId(string key) => Id<Contribution>.Named(Named(key));

    /// <summary>Id of an organisation by its key in the data files.</summary>
    public static Id<Organisation> OrganisationId(string key) => Id<Organisation>.Named(Named(key));

    private static SamplePledges Read()
    {
        var documents = new[] { "pledges-2022-autumn", "pledges-2022-december", "pledges-2023" }
            .SelectMany(SampleText.List<DocumentText>)
            .ToList();
        return new SamplePledges(
            [.. SampleText.List<OrganisationText>("organisations").Select(o => new Organisation(
                OrganisationId(o.Key), o.Name, o.Kind, o.Country is null ? null : Country.Parse(o.Country, null)))],
            [.. documents.Select(SourceOf)],
            [.. documents.SelectMany(document => document.Claims.Select(claim => ClaimOf(document, claim)))],
            [.. SampleText.List<LinkText>("links").Select(link => new Link(
                Id<Link>.Named(Named($"{link.From} {link.Kind} {link.To}")), ClaimId(link.From), link.Kind, ClaimId(link.To), link.Why))],
            [.. SampleText.List<ContributionText>("contributions").SelectMany(c => c.Adopt.Select(a => new SampleAdoption(
                ContributionId(c.Key), c.Title, ClaimId(a.Claim), PartsOf(a.Only), a.Why)))]);
    }

    private static ClaimParts PartsOf(ClaimParts? only) =>
        only is { } part ? ClaimParts.Donors | ClaimParts.Recipient | part : ClaimParts.All;

    private static Source SourceOf(DocumentText document)
    {
        var address = new Uri(document.Address);
        return new Source(
            Id<Source>.Named(Named(document.Address)),
            address,
            address.Host,
            SampleText.Date(document.Published),
            Language.Parse(document.Language, null),
            s_written,
            string.Join('\n', document.Claims.Select(claim => Mark + claim.Summary)));
    }

    private static Claim ClaimOf(DocumentText document, ClaimText claim) => new()
    {
        Id = ClaimId(claim.Key),
        Source = Id<Source>.Named(Named(document.Address)),
        Donors = new DonorGroup([.. claim.Donors.Select(OrganisationId)]),
        Recipient = OrganisationId(claim.Recipient ?? "ua"),
        Item = new Item(claim.Kind, claim.Item),
        Quantity = claim.Quantity is null ? null : SampleText.Quantity(claim.Quantity),
        Value = claim.Value is null ? null : MoneyOf(claim.Value, SampleText.Date(claim.Date ?? document.Published)),
        Stage = Stage.Parse(claim.Stage, null),
        Date = SampleText.Date(claim.Date ?? document.Published),
        Quote = Mark + claim.Summary,
        Channel = claim.Channel,
        Note = claim.Note,
    };

    private static Money MoneyOf(string text, ReportedDate date)
    {
        var (bounds, currency) = SampleText.Amount(text);
        return new Money(bounds, Currency.Parse(currency!, null), date.Earliest == date.Latest ? date.Latest : null);
    }

    private static string Named(string key) => "sample winter-2022 " + key;

    private sealed record OrganisationText(string Key, string Name, OrganisationKind Kind, string? Country);

    private sealed record DocumentText(string Address, string Published, string Language, IReadOnlyList<ClaimText> Claims);

    private sealed record ClaimText(
        string Key,
        IReadOnlyList<string> Donors,
        ItemKind Kind,
        string Item,
        string Stage,
        string Summary,
        string? Recipient = null,
        string? Quantity = null,
        string? Value = null,
        string? Date = null,
        string? Channel = null,
        string? Note = null);

    private sealed record LinkText(string From, LinkKind Kind, string To, string Why);

    private sealed record ContributionText(string Key, string Title, IReadOnlyList<AdoptText> Adopt);

    private sealed record AdoptText(string Claim, string Why, ClaimParts? Only = null);
}
