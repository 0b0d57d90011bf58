using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>What is entered is checked as a whole: every fault with its field, at once.</summary>
public class RecordTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Need Need(RegisterFixture register, string title = "Autotransformer 330/110 kV", int version = 1) => new()
    {
        Id = Id<Need>.Named("n"),
        Version = version,
        Title = title,
        Organisation = register.Donor.Id,
        Site = new Site(AreaCode.Parse("UA32"), new ExactPlace("Made-up North", new Relight.Grid.ElementId(Relight.Grid.ElementKind.Branch, 7), 12)),
        Priority = Priority.High,
        Deadline = new(2023, 1, 15),
        Requirement = new TransformerBay { HighKilovolts = 330, LowKilovolts = 110 },
        Units = 1,
    };

    [Fact]
    public async Task A_claim_tells_everything_that_is_wrong_with_it_at_once()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Send(new RecordClaim(register.Claim("c", Bounds.Exactly(1), MoneyStage.Paid, quote: "nobody said this") with
        {
            Donors = DonorGroup.Of(Id<Organisation>.Named("nobody")),
            Source = register.Source.Id,
            Item = new Item(ItemKind.GeneratingSet, "sets \u202Eof"),
            Note = "a\0b",
        }));
        Assert.Equal(
            ["claim.donors[0]", "claim.item.description", "claim.note", "claim.quote", "claim.stage"],
            outcome.Refusals.Select(refusal => refusal.Field).Order());
    }

    [Theory]
    [InlineData(ItemKind.GeneratingSet, "generators of 50 to 100 kV", "claim.item.description")]
    [InlineData(ItemKind.PowerTransformer, "12 current transformers", "claim.item.kind")]
    public async Task A_slip_is_doubted_and_taken(ItemKind kind, string words, string field)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Do(new RecordClaim(register.Claim("c", Bounds.Exactly(1)) with { Item = new Item(kind, words) }));
        Assert.Equal(field, Assert.Single(outcome.Warnings).Field);
    }

    [Fact]
    public async Task The_same_text_of_the_same_address_is_kept_once()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Send(new RecordSource(register.Source with { Id = Id<Source>.Named("again") }));
        Assert.Equal("source.text", Assert.Single(outcome.Refusals).Field);
        Assert.True((await register.Send(new RecordSource(register.Source with { Id = Id<Source>.Named("again"), Text = "France gives 101." }))).Done);
    }

    [Fact]
    public async Task A_text_of_ten_megabytes_is_refused_with_its_field()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Send(new RecordSource(register.Source with { Id = Id<Source>.Named("big"), Text = new string('x', 10_000_000) }));
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal("source.text", refusal.Field);
        Assert.True(refusal.Value!.Length < 200);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Markup_and_queries_are_kept_as_the_text_that_they_are(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        const string Name = "Robert'); DROP TABLE claim;-- <script>alert(1)</script> مرحبا";
        await register.Do(new RecordOrganisation(new Organisation(Id<Organisation>.Named("x"), Name, OrganisationKind.Maker, null)));
        await register.Do(new RecordOffer(new Offer
        {
            Id = Id<Offer>.Named("o"),
            Version = 1,
            Title = Name,
            Donor = Id<Organisation>.Named("x"),
            Specification = new Goods(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(1000), Unit.Litre)),
            Units = 3,
            Condition = UnitCondition.New,
        }));
        await using var db = test.Database.Open();
        var offers = await OfferList.ReadForCoordination(db, register.Operation, new OfferFilter(Text: "drop table"), new Paging(), Cancel);
        Assert.Equal((Name, Name), (offers.Items[0].Title, offers.Items[0].Donor));
    }

    [Fact]
    public async Task A_need_is_checked_and_its_title_gives_no_place_away()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var outcome = await register.Send(new RecordNeed(Need(register, "Autotransformer for made-up north") with
        {
            Units = 0,
            Requirement = new TransformerBay { HighKilovolts = 110, LowKilovolts = 330, FrequencyHertz = 500 },
        }));
        Assert.Equal(
            ["need.requirement.frequencyHertz", "need.requirement.lowKilovolts", "need.title", "need.units"],
            outcome.Refusals.Select(refusal => refusal.Field).Order());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_change_on_what_is_out_of_date_tells_both_values(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        await register.Do(new RecordNeed(Need(register)));
        await register.Do(new RecordNeed(Need(register, "Autotransformer, 200 MVA", 2)));
        var late = await register.Send(new RecordNeed(Need(register, "Autotransformer, 125 MVA", 2)));
        var conflict = Assert.Single(late.Refusals.OfType<Conflict>(), c => c.Field == "need.title");
        Assert.Equal(("\"Autotransformer, 125 MVA\"", "\"Autotransformer, 200 MVA\""), (conflict.Value, conflict.Theirs));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Needs_are_listed_filtered_sorted_and_paged(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        for (var i = 0; i < 7; i++)
            await register.Do(new RecordNeed(Need(register, $"Need {i}") with
            {
                Id = Id<Need>.Named($"n{i}"),
                Priority = (Priority)(i % 3),
                Deadline = i == 3 ? null : new DateOnly(2023, 1, 10 - i),
            }));
        await using var db = test.Database.Open();
        var urgent = await NeedList.ReadForDonors(db, register.Operation, new NeedFilter(), new Paging(1, 3), Cancel);
        Assert.Equal(["Need 6", "Need 0", "Need 3"], urgent.Items.Select(need => need.Title));
        Assert.Equal((7, 3), (urgent.Total, urgent.Pages));
        var high = await NeedList.ReadForCoordination(db, register.Operation, new NeedFilter(Priority: Priority.High, Sort: NeedSort.Deadline), new Paging(), Cancel);
        Assert.Equal(["Need 4", "Need 1"], high.Items.Select(need => need.Title));
        Assert.Equal("UA32", high.Items[0].Oblast!.Code);
        Assert.Empty((await NeedList.ReadForCoordination(db, register.Operation, new NeedFilter(), new Paging(int.MaxValue, int.MaxValue), Cancel)).Items);
    }

    [Fact]
    public async Task Looking_a_place_up_is_for_its_operator_and_stands_in_the_ledger()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        await register.Do(new RecordNeed(Need(register)));
        Task<(SiteForOperator? Site, Outcome Outcome)> Look(SitesSeen seen) => ReadSite.Run(
            register.Commands, test.Database, new ReadSite(Id<Need>.Named("n"), seen), register.Next(), Cancel);

        Assert.Null((await Look(default)).Site);
        var (none, refused) = await Look(SitesSeen.Of(Id<Organisation>.Named("another")));
        Assert.Null(none);
        Assert.Contains("their own needs alone", refused.Refusals.Single().Rule, StringComparison.Ordinal);
        Assert.Equal("Made-up North", (await Look(SitesSeen.Of(Need(register).Organisation))).Site!.Exact.Name);
        Assert.Equal("Made-up North", (await Look(SitesSeen.All)).Site!.Exact.Name);
        await using var db = test.Database.Open();
        var latest = (await LedgerPage.Read(db, register.Operation, new Paging(), Cancel)).Items[0];
        Assert.Equal(("site-read", "Olena"), (latest.Type, latest.By));
    }
}
