using Microsoft.EntityFrameworkCore;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>Matches page by page are those of judging every pair, in the same order, whatever the size of the pages.</summary>
public class MatchPagesTests
{
    private const int Size = 7;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offers_for_a_need_are_those_of_judging_every_pair()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (operation, needs, offers) = await Drawn(test, needsOfAType: 2, offersOfAType: 25);
        var indexes = new MatchIndexes();
        await using var db = test.Database.Open();
        var pagesWithBoth = 0;
        foreach (var need in needs)
        {
            var full = MatchOffers.ForNeed(need, offers.Where(offer => KindRule.CanServe(need.Requirement, offer.Specification.Item)), Practice.Default);
            var paged = await Paged(paging => MatchPages.OfNeed(db, operation, need.Id, null, paging, indexes, Cancel));
            Assert.Equal(full.Select(Said), paged.Select(Said));
            Assert.Equal(full.Select(Said), (await Followed(db, operation, need, indexes)).Select(Said));
            pagesWithBoth += full.Select(match => match.Verdict).Distinct().Count() > 2 ? 1 : 0;
        }
        Assert.True(pagesWithBoth > 5, $"{pagesWithBoth}");
    }

    [Fact]
    public async Task Needs_for_an_offer_are_those_of_judging_every_pair()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (operation, needs, offers) = await Drawn(test, needsOfAType: 25, offersOfAType: 2);
        var kept = new KeptNeeds();
        await using var db = test.Database.Open();
        var byUrgency = needs.OrderBy(need => need.Priority).ThenBy(need => need.Deadline ?? DateOnly.MaxValue).ThenBy(need => need.Id).ToList();
        foreach (var offer in offers)
        {
            var full = byUrgency.Where(need => KindRule.CanServe(need.Requirement, offer.Specification.Item)).Select(need => MatchOffers.Judge(need, offer, Practice.Default))
                .OrderBy(match => match.Verdict).ThenByDescending(match => match.SmallestMarginPercent ?? 0);
            Assert.Equal(full.Select(Said), (await Paged(paging => MatchPages.OfOffer(db, operation, offer.Id, paging, kept, Cancel))).Select(Said));
        }
    }

    [Fact]
    public async Task Conditions_leave_what_can_serve_and_meets_them()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (operation, needs, offers) = await Drawn(test, needsOfAType: 2, offersOfAType: 25);
        var indexes = new MatchIndexes();
        await using var db = test.Database.Open();
        var where = SearchQuery<Offer>.Read("units ≥ 3", SearchFields.OfOffers, new DateOnly(2022, 12, 1), [])!;
        foreach (var need in needs)
        {
            var full = await FindMatches.ForNeed(db, operation, need.Id, where, int.MaxValue, Practice.Default, null, Cancel);
            Assert.Equal(full!.Matches.Select(Said), (await Paged(paging => MatchPages.OfNeed(db, operation, need.Id, where, paging, indexes, Cancel))).Select(Said));
        }
    }

    [Fact]
    public async Task Where_too_many_do_not_fit_they_are_counted_and_not_listed()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Offer());
        var small = fixture.Offer() with { Specification = new GeneratingSet { Kilovoltamperes = 20, Kilowatts = 16, ThreePhase = true, Volts = 400 } };
        await using var db = test.Database.Open();
        db.AddRange(Rows(fixture.Register.Operation, Enumerable.Range(0, MatchPages.MostUnfit + 1).Select(i => small with { Id = Id<Offer>.Named($"small {i}") })));
        await db.SaveChangesAsync(Cancel);
        var page = await MatchPages.OfNeed(db, fixture.Register.Operation, Id<Need>.Named("n"), null, new Paging(99), new MatchIndexes(), Cancel);
        Assert.Equal((1, 1, 1, MatchPages.MostUnfit + 1), (page!.Matches.Items.Count, page.Matches.Number, page.Matches.Pages, page.Unlisted));
        await db.Offers.Where(row => row.Id == Id<Offer>.Named("small 0")).ExecuteDeleteAsync(Cancel);
        page = await MatchPages.OfNeed(db, fixture.Register.Operation, Id<Need>.Named("n"), null, new Paging(99), new MatchIndexes(), Cancel);
        Assert.Equal((MatchPages.MostUnfit + 1, page!.Matches.Pages, 0), (page.Matches.Total, page.Matches.Number, page.Unlisted));
        Assert.Null(await MatchPages.OfNeed(db, fixture.Register.Operation, Id<Need>.Named("none"), null, new Paging(), new MatchIndexes(), Cancel));
        Assert.Null(await MatchPages.OfOffer(db, fixture.Register.Operation, Id<Offer>.Named("none"), new Paging(), new KeptNeeds(), Cancel));
    }

    // Margins follow from numbers alone, and so do verdicts; that the words are the same is looked at where words are made.
    private static (Id<Need>, Id<Offer>, Verdict, decimal?) Said(Match match) => (match.Need, match.Offer, match.Verdict, match.SmallestMarginPercent);

    private static async Task<IReadOnlyList<Match>> Paged(Func<Paging, Task<MatchPage?>> read)
    {
        var all = new List<Match>();
        for (var number = 1; ; number++)
        {
            var page = (await read(new Paging(number, Size)))!;
            all.AddRange(page.Matches.Items);
            Assert.Equal((number, 0), (page.Matches.Number, page.Unlisted));
            if (number >= page.Matches.Pages)
                return all;
        }
    }

    private static async Task<IReadOnlyList<Match>> Followed(RelightContext db, Id<Operation> operation, Need need, MatchIndexes indexes)
    {
        var all = new List<Match>();
        OfferRank? place = null;
        do
        {
            (var part, place) = (await MatchPages.After(db, operation, need.Id, place, Size, indexes, Cancel))!.Value;
            all.AddRange(part);
        }
        while (place is not null);
        return all;
    }

    // As the tables keep them: what is drawn is not always what could be entered.
    private static async Task<(Id<Operation> Operation, IReadOnlyList<Need> Needs, IReadOnlyList<Offer> Offers)> Drawn(TestDatabases test, int needsOfAType, int offersOfAType)
    {
        var register = (await AllocationFixture.Open(test)).Register;
        var draw = new WideDraw(17);
        var needs = WideDraw.Pairs.Select(pair => pair.Requirement).Distinct().SelectMany(type => Enumerable.Range(0, needsOfAType).Select(i => draw.Need(type, $"{type.Name} {i}") with
        {
            Organisation = register.Donor.Id,
            Priority = draw.Of(Enum.GetValues<Priority>()),
            Deadline = draw.Of<DateOnly?>(null, new DateOnly(2023, 1, 1), new DateOnly(2023, 2, 1)),
        })).ToList();
        var offers = WideDraw.Pairs.Select(pair => pair.Specification).Distinct().SelectMany(type => Enumerable.Range(0, offersOfAType).Select(i => draw.Offer(type, $"{type.Name} {i}") with
        {
            Donor = register.Donor.Id,
            Arrival = draw.Of<ReportedDate?>(null, ReportedDate.On(new DateOnly(2023, 1, 1)), ReportedDate.On(new DateOnly(2023, 2, 1))),
        })).ToList();
        await using var db = test.Database.Open();
        db.AddRange(Rows(register.Operation, needs));
        db.AddRange(Rows(register.Operation, offers));
        await db.SaveChangesAsync(Cancel);
        return (register.Operation, needs, offers);
    }

    private static IEnumerable<NeedRow> Rows(Id<Operation> operation, IEnumerable<Need> needs) =>
        needs.Select(need => new NeedRow { Id = need.Id, Operation = operation }.With(need));

    private static IEnumerable<OfferRow> Rows(Id<Operation> operation, IEnumerable<Offer> offers) =>
        offers.Select(offer => new OfferRow { Id = offer.Id, Operation = operation }.With(offer));
}
