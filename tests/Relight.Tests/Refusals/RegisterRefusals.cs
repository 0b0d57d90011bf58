using Relight.Access;
using Relight.Intake;
using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands of the register refuse, but for contributions.</summary>
internal static class RegisterRefusals
{
    private static readonly IReadOnlySet<Id<Organisation>> s_known = new HashSet<Id<Organisation>> { France.Id };
    private static readonly Id<Organisation> s_nobody = Id<Organisation>.Named("nobody");

    public static IEnumerable<RefusalCase> Cases =>
    [
        .. Operations, .. Organisations, .. Sources, .. Claims, .. Links, .. Needs, .. Offers, .. Reports, .. Entries,
    ];

    private static IEnumerable<RefusalCase> Operations
    {
        get
        {
            RefusalCase Case(string at, bool taken = false, Operation? operation = null) => new(
                nameof(OpenOperation), at, () => OpenOperation.Decide(taken, new OpenOperation(operation ?? Winter), Now));
            yield return Case("operation.id", taken: true);
            yield return Case("operation.id", operation: Winter with { Id = Id<Operation>.Named("another") });
            yield return Case("operation.beneficiaries", operation: Winter with { Beneficiaries = [] });
        }
    }

    private static Operation Winter => new(Now.Operation, "Winter", [Country.Parse("UA")]);

    private static IEnumerable<RefusalCase> Organisations
    {
        get
        {
            RefusalCase Record(string at, Organisation? organisation = null, bool open = true, bool id = false, bool name = false) => new(
                nameof(RecordOrganisation), at, () => RecordOrganisation.Decide(new(open, id, name), new RecordOrganisation(organisation ?? France)));
            yield return Record("operation", open: false);
            yield return Record("organisation.id", id: true);
            yield return Record("organisation.name", name: true);
            yield return Record("organisation.kind", France with { Kind = (OrganisationKind)99 });
            yield return Record("organisation.country", France with { Country = null });

            RefusalCase Correct(string at, Organisation organisation, Organisation? standing, bool name = false) => new(
                nameof(CorrectOrganisation), at, () => CorrectOrganisation.Decide(new(standing, name), new CorrectOrganisation(organisation, France, "a slip")));
            yield return Correct("organisation", France, null);
            yield return Correct("organisation.name", France, France, name: true);
            yield return Correct("organisation.kind", France with { Kind = (OrganisationKind)99 }, France);
            yield return Correct("organisation.country", France with { Country = null }, France);
            yield return Correct("was", France, France with { Name = "French Republic" });
        }
    }

    private static IEnumerable<RefusalCase> Sources
    {
        get
        {
            RefusalCase Case(string at, Source? source = null, bool open = true, bool id = false, Id<Source>? same = null) => new(
                nameof(RecordSource), at, () => RecordSource.Decide(new(open, id, same), new RecordSource(source ?? TheSource), Now));
            yield return Case("operation", open: false);
            yield return Case("source.id", id: true);
            yield return Case("source.address", TheSource with { Address = new Uri("ftp://example.org/news") });
            yield return Case("source.address", TheSource with { Address = new Uri("news/1", UriKind.Relative) });
            yield return Case("source.retrieved", TheSource with { Retrieved = Now.At.AddMinutes(1) });
            yield return Case("source.text", same: Id<Source>.Named("earlier"));
        }
    }

    private static IEnumerable<RefusalCase> Claims
    {
        get
        {
            RefusalCase Case(string at, Claim? claim = null, bool id = false, Source? source = null) => new(
                nameof(RecordClaim), at, () => RecordClaim.Decide(new(id, source ?? TheSource, s_known), new RecordClaim(claim ?? TheClaim)));
            yield return Case("claim.id", id: true);
            yield return new(nameof(RecordClaim), "claim.source", () => RecordClaim.Decide(new(false, null, s_known), new RecordClaim(TheClaim)));
            yield return Case("claim.donors[0]", TheClaim with { Donors = DonorGroup.Of(s_nobody) });
            var many = Enumerable.Range(0, DonorGroup.Most + 1).Select(i => Id<Organisation>.Named($"{i}")).ToHashSet();
            yield return new(nameof(RecordClaim), "claim.donors", () => RecordClaim.Decide(new(false, TheSource, many), new RecordClaim(TheClaim with { Donors = DonorGroup.Of([.. many]) })));
            yield return Case("claim.recipient", TheClaim with { Recipient = s_nobody });
            yield return Case("claim.quote", TheClaim with { Quote = "nobody said this" });
            yield return Case("claim.item.kind", TheClaim with { Item = new Item((ItemKind)99, "things") });
            yield return Case("claim.stage", TheClaim with { Stage = MoneyStage.Paid });
            yield return Case("claim.stage", MoneyClaim with { Stage = GoodsStage.Announced });
            yield return Case("claim.value", MoneyClaim with { Value = null });
            yield return Case("claim.quantity", MoneyClaim with { Quantity = Quantity.Pieces(5) });

            RefusalCase Retract(bool known = true, Id<Contribution>? adopted = null, bool linked = false) => new(
                nameof(RetractClaim), "claim", () => RetractClaim.Decide(new(known, adopted, linked), new RetractClaim(TheClaim.Id, "a slip")));
            yield return Retract(known: false);
            yield return Retract(adopted: TheContribution.Id);
            yield return Retract(linked: true);
        }
    }

    private static IEnumerable<RefusalCase> Links
    {
        get
        {
            var part = TheClaim with { Id = Id<Claim>.Named("part") };
            var link = new Link(Id<Link>.Named("l"), part.Id, LinkKind.PartOf, TheClaim.Id, "they say so");
            RefusalCase Case(string at, Link? wanted = null, bool id = false, bool to = true, bool from = true, params Link[] others) => new(
                nameof(LinkClaims), at, () => LinkClaims.Decide(new(id, from ? part : null, to ? TheClaim : null, new ClaimNet(others, Counted()), others), new LinkClaims(wanted ?? link)));
            yield return Case("link.id", id: true);
            yield return Case("link.from", from: false);
            yield return Case("link.to", to: false);
            yield return Case("link.to", link with { To = part.Id });
            yield return Case("link.kind", link with { Kind = (LinkKind)99 });
            yield return Case("link", others: link with { Id = Id<Link>.Named("other") });
            yield return Case("link.to", others: new Link(Id<Link>.Named("other"), TheClaim.Id, LinkKind.Fulfils, part.Id, "they say so"));
            yield return Case("link", link with { Kind = LinkKind.Contradicts }, others: new Link(Id<Link>.Named("other"), TheClaim.Id, LinkKind.Contradicts, part.Id, "they say so"));
            yield return Case("link", others: new Link(Id<Link>.Named("other"), part.Id, LinkKind.Restates, TheClaim.Id, "they say so"));
            yield return new(nameof(LinkClaims), "link", () => LinkClaims.Decide(
                new(false, part, TheClaim, new ClaimNet([], Counted((part.Id, "one"), (TheClaim.Id, "two"))), []), new LinkClaims(link)));
            yield return new(nameof(RemoveLink), "link", () => RemoveLink.Decide(false, new RemoveLink(link.Id, "a slip")));
        }
    }

    internal static Dictionary<Id<Claim>, Id<Contribution>> Counted(params (Id<Claim> Claim, string In)[] claims) =>
        claims.ToDictionary(each => each.Claim, each => Id<Contribution>.Named(each.In));

    private static IEnumerable<RefusalCase> Needs
    {
        get
        {
            RefusalCase Case(string at, Need? need = null, bool elsewhere = false, bool known = true) => new(
                nameof(RecordNeed), at, () => RecordNeed.Decide(new(null, elsewhere, known), new RecordNeed(need ?? TheNeed), Now));
            var site = new Site(AreaCode.Parse("UA32"), new ExactPlace("Made-up North", null, null));
            yield return Case("need.id", elsewhere: true);
            yield return Case("need.organisation", known: false);
            yield return Case("need.units", TheNeed with { Units = 0 });
            yield return Case("need.units", TheNeed with { Units = 100_001 });
            yield return Case("need.priority", TheNeed with { Priority = (Priority)99 });
            yield return Case("need.deadline", TheNeed with { Deadline = new DateOnly(1, 1, 1) });
            yield return Case("need.title", TheNeed with { Site = site, Title = "Unit for made-up north" });
            yield return new(nameof(WithdrawNeed), "need", () => WithdrawNeed.Decide(new(null, false), new WithdrawNeed(TheNeed.Id, 1, "met")));
            yield return new(nameof(WithdrawNeed), "need", () => WithdrawNeed.Decide(new(1, true), new WithdrawNeed(TheNeed.Id, 1, "met")));
            yield return new(nameof(WithdrawNeed), "expectedVersion", () => WithdrawNeed.Decide(new(2, false), new WithdrawNeed(TheNeed.Id, 1, "met")));
            yield return new(nameof(ReadSite), "need", () => ReadSite.Decide(TheNeed, new ReadSite(TheNeed.Id, SitesSeen.All)));
            yield return new(nameof(ReadSite), "need", () => ReadSite.Decide(TheNeed with { Site = site }, new ReadSite(TheNeed.Id, SitesSeen.Of(s_nobody))));
        }
    }

    private static IEnumerable<RefusalCase> Offers
    {
        get
        {
            RefusalCase Case(string at, Offer? offer = null, bool elsewhere = false, bool donor = true, bool contribution = true) => new(
                nameof(RecordOffer), at, () => RecordOffer.Decide(new(null, elsewhere, donor, contribution), new RecordOffer(offer ?? TheOffer)));
            yield return Case("offer.id", elsewhere: true);
            yield return Case("offer.donor", donor: false);
            yield return Case("offer.contribution", TheOffer with { Contribution = TheContribution.Id }, contribution: false);
            yield return Case("offer.units", TheOffer with { Units = 0 });
            yield return Case("offer.units", TheOffer with { Units = 1_000_001 });
            yield return Case("offer.condition", TheOffer with { Condition = (UnitCondition)99 });
            yield return Case("offer.arrival", TheOffer with { AvailableFrom = ReportedDate.On(Today), Arrival = ReportedDate.On(Today.AddDays(-1)) });
            yield return new(nameof(WithdrawOffer), "offer", () => WithdrawOffer.Decide(null, false, 0, new WithdrawOffer(TheOffer.Id, 1, "gone")));
            yield return new(nameof(WithdrawOffer), "expectedVersion", () => WithdrawOffer.Decide(2, false, 0, new WithdrawOffer(TheOffer.Id, 1, "gone")));
        }
    }

    private static IEnumerable<RefusalCase> Reports
    {
        get
        {
            var report = new OutageReport
            {
                Id = Id<OutageReport>.Named("r"),
                Source = TheSource.Id,
                Area = AreaCode.Parse("UA32"),
                Service = Service.Heat,
                People = Bounds.Exactly(1000),
                From = Now.At.AddHours(-2),
                Until = Now.At.AddHours(-1),
                Quote = "France gives",
            };
            RefusalCase Case(string at, OutageReport wanted, OutageReport? superseded = null, bool id = false) => new(
                nameof(RecordOutageReport), at, () => RecordOutageReport.Decide(new(id, TheSource, superseded), new RecordOutageReport(wanted), Now));
            yield return Case("report.id", report, id: true);
            yield return new(nameof(RecordOutageReport), "report.source", () => RecordOutageReport.Decide(new(false, null, null), new RecordOutageReport(report), Now));
            yield return Case("report.service", report with { Service = (Service)99 });
            yield return Case("report.until", report with { Until = report.From.AddMinutes(-1) });
            yield return Case("report.until", report with { Until = Now.At.AddMinutes(1) });
            yield return Case("report.people", report with { People = Bounds.Exactly(1.5m) });
            yield return Case("report.people", report with { People = Bounds.AtLeast(1.5m) });
            yield return Case("report.quote", report with { Quote = "nobody said this" });
            yield return Case("report.supersedes", report with { Supersedes = Id<OutageReport>.Named("other") });
            yield return Case("report.supersedes", report with { Supersedes = Id<OutageReport>.Named("other") }, report with { Service = Service.Water });
            RefusalCase Back(string at, RetractOutageReport.State state, string why = "another area was meant") =>
                new(nameof(RetractOutageReport), at, () => RetractOutageReport.Decide(state, new RetractOutageReport(report.Id, why)));
            yield return Back("report", new(false, null));
            yield return Back("report", new(true, Id<OutageReport>.Named("later")));
            yield return Back("why", new(true, null), "");
        }
    }

    private static IEnumerable<RefusalCase> Entries
    {
        get
        {
            yield return new(nameof(RememberColumns), "kind", () => RememberColumns.Decide(new RememberColumns((ImportKind)99, new Dictionary<string, string>(), [])));
            yield return new(nameof(RememberColumns), "map", () => RememberColumns.Decide(
                new RememberColumns(ImportKind.Claims, new Dictionary<string, string> { ["Menge"] = "no such column" }, [])));
            yield return new(nameof(EnterRecords), "records", () => EnterRecords.Decide(Known, new EnterRecords([], [], [], [], []), Now));
            yield return new(nameof(EnterRecords), "claims[0].claim.source, needs[0].need.units", () => EnterRecords.Decide(
                Known, new EnterRecords([], [], [TheClaim with { Source = Id<Source>.Named("another") }], [TheNeed with { Units = 0 }], []), Now));
        }
    }

    private static EnterRecords.State Known => new()
    {
        OperationOpen = true,
        Taken = new HashSet<Guid>(),
        Elsewhere = new HashSet<Guid>(),
        Names = new HashSet<string>(),
        Organisations = s_known,
        Contributions = new HashSet<Id<Contribution>>(),
        Sources = new Dictionary<Id<Source>, Source> { [TheSource.Id] = TheSource },
        SameText = new Dictionary<(string, string), Id<Source>>(),
        Needs = new Dictionary<Id<Need>, Need>(),
        Offers = new Dictionary<Id<Offer>, Offer>(),
    };
}
