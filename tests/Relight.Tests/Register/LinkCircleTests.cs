using CsCheck;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>Links that make no sense together are refused: the same once more, its reverse, a circle of any length, and a part of what is the same.</summary>
public class LinkCircleTests
{
    private static readonly LinkKind[] s_kinds = Enum.GetValues<LinkKind>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<LinkKind> Kinds => [.. s_kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_link_is_taken_once_and_never_with_its_reverse(LinkKind kind)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test, "a", "b");
        await register.Do(Link("a", kind, "b"));
        Assert.Equal("is there already", Assert.Single((await register.Send(Link("a", kind, "b"))).Refusals, refusal => refusal.Field == "link").Rule);
        var reverse = Assert.Single((await register.Send(Link("b", kind, "a"))).Refusals);
        Assert.Equal(kind == LinkKind.Contradicts ? "link" : "link.to", reverse.Field);
        Assert.Contains("already", reverse.Rule, StringComparison.Ordinal);
        await using var db = test.Database.Open();
        Assert.Single(db.Links);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_circle_over_other_claims_and_other_kinds_is_refused_and_named(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await Open(test, "a", "b", "c", "d");
        await register.Do(Link("a", LinkKind.Supersedes, "b"));
        await register.Do(Link("b", LinkKind.PaysInto, "c"));
        await register.Do(Link("c", LinkKind.Fulfils, "d"));
        var refusal = Assert.Single((await register.Send(Link("d", LinkKind.PartOf, "a"))).Refusals);
        Assert.Equal("link.to", refusal.Field);
        Assert.Contains(string.Join(" → ", new[] { "a", "b", "c", "d" }.Select(Of)), refusal.Rule, StringComparison.Ordinal);
        // Contradiction leads nowhere, and what was taken back leads no longer.
        await register.Do(Link("d", LinkKind.Contradicts, "a"));
        await register.Do(new RemoveLink(IdOf("b", LinkKind.PaysInto, "c"), "a mistake"));
        await register.Do(Link("d", LinkKind.PartOf, "a"));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task No_claim_is_part_of_one_that_says_the_same_gift()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test, "a", "b", "c", "whole");
        await register.Do(Link("a", LinkKind.Restates, "b"));
        Assert.Equal("link", Assert.Single((await register.Send(Link("a", LinkKind.PartOf, "b"))).Refusals).Field);
        await register.Do(Link("b", LinkKind.PartOf, "whole"));
        await register.Do(Link("c", LinkKind.Restates, "whole"));
        // That a and c are one would make b a part of what it restates.
        var refusal = Assert.Single((await register.Send(Link("c", LinkKind.Restates, "a"))).Refusals);
        Assert.Contains($"{Of("b")}", refusal.Rule, StringComparison.Ordinal);
        Assert.Single((await register.Send(Link("c", LinkKind.Fulfils, "b"))).Refusals);
    }

    [Fact]
    public async Task A_report_may_tell_of_a_delivery_and_of_the_promise_at_once()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test, "promise", "delivery", "report");
        await register.Do(Link("delivery", LinkKind.Fulfils, "promise"));
        await register.Do(Link("report", LinkKind.Restates, "delivery"));
        await register.Do(Link("report", LinkKind.Restates, "promise"));
    }

    [Fact]
    public void Whatever_links_are_taken_one_after_the_other_they_can_be_put_in_an_order() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, s_kinds.Length - 1], Gen.Int[0, 5]).Array[1, 20].Sample(wanted =>
        {
            var taken = new List<Link>();
            foreach (var (from, kind, to) in wanted)
            {
                var link = new Link(IdOf($"{from}", s_kinds[kind], $"{to}"), Of($"{from}"), s_kinds[kind], Of($"{to}"), "as they say");
                var decision = LinkClaims.Decide(
                    new(false, Refusals.Records.TheClaim, Refusals.Records.TheClaim, new ClaimNet(taken, new Dictionary<Id<Claim>, Id<Contribution>>()), taken), new LinkClaims(link));
                var after = taken.Append(link).ToList();
                var isNew = !taken.Exists(other => other.Kind == link.Kind && (Same(other, link) || (link.Kind == LinkKind.Contradicts && Same(other, Reverse(link)))));
                Assert.Equal(decision is Decision.Accepted, isNew && from != to && HasOrder(after) && !IsPartOfItself(after));
                if (decision is Decision.Accepted)
                    taken.Add(link);
            }
        });

    [Fact]
    public void A_link_that_would_be_refused_is_not_proposed()
    {
        var organisations = new Dictionary<Id<Organisation>, Organisation> { [Refusals.Records.France.Id] = Refusals.Records.France };
        Claim At(string name, int day) => Refusals.Records.TheClaim with { Id = Of(name), Date = ReportedDate.On(new DateOnly(2022, 11, day)) };
        Claim[] claims = [At("a", 1), At("b", 2), At("c", 3)];
        // The later speaks of the earlier: c of a. Decided was that a speaks of b, and b of c.
        Link[] links = [Plain("a", LinkKind.Restates, "b"), Plain("b", LinkKind.Restates, "c")];
        Assert.Equal([(Of("c"), Of("a"))], LinkProposals.For(claims, links[..1], organisations).Where(each => each.From == Of("c") && each.To == Of("a")).Select(each => (each.From, each.To)));
        Assert.Empty(LinkProposals.For(claims, links, organisations));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_is_proposed_for_one_claim_can_be_decided_on(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await Open(test, "a", "b", "c");
        await register.Do(Link("a", LinkKind.Restates, "b"));
        await using var db = test.Database.Open();
        var before = (await LinkProposalList.Read(db, register.Operation, Of("a"), Cancel))!;
        var (from, to) = (Assert.Single(before).From, before[0].To);
        Assert.Equal(new[] { Of("a"), Of("c") }.Order(), new[] { from, to }.Order());
        // The way from its end to its beginning is decided on: now it would close a circle.
        var (first, second) = to == Of("a") ? ("b", "c") : ("c", "b");
        if (to == Of("a"))
            await register.Do(Link(first, LinkKind.Restates, second));
        else
            await register.Do(Link("c", LinkKind.Restates, "a"));
        Assert.DoesNotContain(await LinkProposalList.Read(db, register.Operation, Of("a"), Cancel) ?? [], each => each.From == from && each.To == to);
        foreach (var proposal in await LinkProposalList.Read(db, register.Operation, null, Cancel) ?? [])
            await register.Do(new LinkClaims(new Link(Id<Link>.Named($"{proposal.From} {proposal.To}"), proposal.From, proposal.Kind, proposal.To, "as proposed")));
    }

    private static async Task<RegisterFixture> Open(TestDatabases test, params string[] claims)
    {
        var register = await RegisterFixture.Open(test.Database);
        foreach (var name in claims)
            await register.Recorded(register.Claim(name, Bounds.Exactly(100)));
        return register;
    }

    private static Id<Claim> Of(string name) => Id<Claim>.Named(name);

    private static Id<Link> IdOf(string from, LinkKind kind, string to) => Id<Link>.Named($"{from} {kind} {to}");

    private static Link Plain(string from, LinkKind kind, string to) => new(IdOf(from, kind, to), Of(from), kind, Of(to), "as they say");

    // Each under an id of its own: what is refused is not that the id is taken.
    private static LinkClaims Link(string from, LinkKind kind, string to) => new(Plain(from, kind, to));

    private static bool Same(Link one, Link other) => (one.From, one.To) == (other.From, other.To);

    private static Link Reverse(Link link) => link with { From = link.To, To = link.From };

    // Taking away, again and again, the claims that no link leads to leaves none.
    private static bool HasOrder(List<Link> links)
    {
        var left = links.FindAll(link => link.Kind != LinkKind.Contradicts);
        while (left.Count > 0 && left.RemoveAll(link => !left.Exists(other => other.To == link.From)) > 0)
        {
        }
        return left.Count == 0;
    }

    // By going on until nothing is new: same gifts are in each other, and parts are in their wholes.
    private static bool IsPartOfItself(List<Link> links)
    {
        var within = new HashSet<(Id<Claim> In, Id<Claim> Out)>();
        foreach (var link in links)
        {
            if (Relight.Register.Link.SaysSameGift(link.Kind))
                within.UnionWith([(link.From, link.To), (link.To, link.From)]);
            if (Relight.Register.Link.SaysContained(link.Kind))
                within.Add((link.From, link.To));
        }
        for (var before = -1; before < within.Count;)
        {
            before = within.Count;
            within.UnionWith([.. from one in within from other in within where one.Out == other.In select (one.In, other.Out)]);
        }
        return links.Exists(link => link.Kind == LinkKind.PartOf && (link.To == link.From || within.Contains((link.To, link.From))));
    }
}
