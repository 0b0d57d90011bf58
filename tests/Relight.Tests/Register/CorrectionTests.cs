using Relight.Funds;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>What was entered wrongly, withdrawn or lost is put right, and the ledger keeps both.</summary>
public class CorrectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task Refused(RegisterFixture register, ICommand command, params string[] fields) =>
        Assert.Equal(fields, (await register.Send(command)).Refusals.Select(r => r.Field));

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_claim_on_which_nothing_rests_is_taken_back(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var (wrong, other) = (await register.Recorded(register.Claim("wrong", Bounds.Exactly(70))), await register.Recorded(register.Claim("other", Bounds.Exactly(70))));
        var link = new Link(Id<Link>.Named("l"), wrong.Id, LinkKind.Contradicts, other.Id, "differ");
        await register.Do(new LinkClaims(link));
        await register.Adopt(wrong, "k");
        await Refused(register, new RetractClaim(wrong.Id, "mistyped"), "claim", "claim");
        await register.Do(new DropClaim(Id<Contribution>.Named("k"), 1, wrong.Id, "mistyped"));
        await Refused(register, new RetractClaim(wrong.Id, "mistyped"), "claim");
        await register.Do(new RemoveLink(link.Id, "mistyped"));
        await Refused(register, new RetractClaim(wrong.Id, ""), "why");
        await register.Do(new RetractClaim(wrong.Id, "mistyped"));
        await Refused(register, new RetractClaim(wrong.Id, "mistyped"), "claim");
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_step_entered_by_mistake_is_taken_back_and_the_sums_follow(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(100), GoodsStage.Committed)), "k");
        var contribution = Id<Contribution>.Named("k");
        await register.Do(new AdvanceStage(contribution, 1, ItemKind.GeneratingSet, GoodsStage.Committed, GoodsStage.Allocated, Quantity.Pieces(60), null, new(2022, 11, 30), "waybill"));
        await register.Do(new AdvanceStage(contribution, 2, ItemKind.GeneratingSet, GoodsStage.Committed, GoodsStage.Withdrawn, Quantity.Pieces(10), null, new(2022, 11, 30), "letter"));
        var back = new TakeBackStage(contribution, 3, ItemKind.GeneratingSet, "pcs", GoodsStage.Allocated, "of another gift");
        await Refused(register, back with { Contribution = Id<Contribution>.Named("none") }, "contribution");
        await Refused(register, back with { ExpectedVersion = 1 }, "expectedVersion");
        await Refused(register, back with { Stage = GoodsStage.Received }, "stage");
        await Refused(register, back with { Measure = "loads" }, "stage", "stage");
        await register.Do(back);
        await register.Do(back with { ExpectedVersion = 4, Stage = GoodsStage.Withdrawn });
        await Refused(register, back with { ExpectedVersion = 5, Stage = GoodsStage.Committed }, "stage");
        await using var db = test.Database.Open();
        var line = (await Funnel.Read(db, register.Operation, Cancel)).Lines.Single();
        Assert.Equal([100, 100, 0, 0, 0, 0], line.Stages.Select(s => s.Total.Lower));
        Assert.Empty(line.Out);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Money_goes_its_way_stage_by_stage_and_can_be_withdrawn()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var euro = Currency.Parse("EUR");
        Money Euros(decimal amount) => new(Bounds.Exactly(amount), euro, new(2022, 11, 25));
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(1)) with
        {
            Item = new Item(ItemKind.Money, "grant"),
            Quantity = null,
            Stage = MoneyStage.Pledged,
            Value = Euros(100),
        }), "k");
        AdvanceStage Step(int version, MoneyStage from, MoneyStage to, decimal amount) =>
            new(Id<Contribution>.Named("k"), version, ItemKind.Money, from, to, null, Euros(amount), new(2022, 11, 30), "agreement");
        await Refused(register, Step(1, MoneyStage.Pledged, MoneyStage.Paid, 100), "to");
        await register.Do(Step(1, MoneyStage.Pledged, MoneyStage.Signed, 100));
        await Refused(register, Step(2, MoneyStage.Signed, MoneyStage.Paid, 101), "money");
        await register.Do(Step(2, MoneyStage.Signed, MoneyStage.Paid, 80));
        await register.Do(Step(3, MoneyStage.Signed, MoneyStage.Withdrawn, 20));
        await register.Do(Step(4, MoneyStage.Paid, MoneyStage.Reserved, 50));
        await register.Do(Step(5, MoneyStage.Reserved, MoneyStage.Contracted, 50));
        await register.Do(Step(6, MoneyStage.Contracted, MoneyStage.Spent, 30));
        await Refused(register, Step(7, MoneyStage.Withdrawn, MoneyStage.Paid, 1), "to");
        await using var db = test.Database.Open();
        var line = (await Funnel.Read(db, register.Operation, Cancel)).Lines.Single();
        Assert.Equal([100, 100, 80, 50, 50, 30], line.Stages.Select(s => s.Total.Lower));
        Assert.Equal(20, line.Out.Single().Total.Lower);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Needs_and_offers_are_withdrawn_with_a_reason(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var need = new Need
        {
            Id = Id<Need>.Named("n"),
            Version = 1,
            Title = "sets",
            Organisation = register.Other.Id,
            Priority = Priority.High,
            Units = 1,
            Requirement = new FacilityPower { Facility = FacilityKind.Heat, LoadKilowatts = 50 },
        };
        var offer = new Offer
        {
            Id = Id<Offer>.Named("o"),
            Version = 1,
            Title = "sets",
            Donor = register.Donor.Id,
            Specification = new GeneratingSet(),
            Units = 2,
            Condition = UnitCondition.New,
        };
        await register.Do(new RecordNeed(need));
        await register.Do(new RecordOffer(offer));
        var (fund, euro) = (Id<Fund>.Named("f"), Currency.Parse("EUR"));
        await register.Do(new OpenFund(fund, "F", register.Other.Id, euro));
        await register.Do(new ContributeToFund(new FundPayment(Id<FundPayment>.Named("p"), fund, DonorGroup.Of(register.Donor.Id), null, new Amount(9), null, null, null, new(2022, 11, 1))));
        await register.Do(new ReserveFromFund(Id<Reservation>.Named("r"), fund, new Amount(9), "set", null, need.Id));

        await Refused(register, new WithdrawNeed(need.Id, 1, "met"), "need");
        await register.Do(new ReleaseReservation(Id<Reservation>.Named("r"), "met"));
        await Refused(register, new WithdrawNeed(need.Id, 2, "met"), "expectedVersion");
        await Refused(register, new WithdrawNeed(need.Id, 1, " "), "why");
        await register.Do(new WithdrawNeed(need.Id, 1, "met"));
        await Refused(register, new WithdrawNeed(need.Id, 1, "met"), "need");
        await Refused(register, new WithdrawOffer(offer.Id, 2, "sunk"), "expectedVersion");
        await register.Do(new WithdrawOffer(offer.Id, 1, "sunk"));
        await Refused(register, new WithdrawOffer(offer.Id, 1, ""), "offer", "why");
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task An_organisation_is_put_right_by_one_who_saw_how_it_stands()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var better = register.Donor with { Name = "French Republic" };
        await Refused(register, new CorrectOrganisation(better with { Name = "United States" }, register.Donor, "name"), "organisation.name");
        await Refused(register, new CorrectOrganisation(better with { Country = null }, register.Donor, "name"), "organisation.country");
        await Refused(register, new CorrectOrganisation(better with { Id = Id<Organisation>.Named("none") }, register.Donor, "name"), "organisation");
        await Refused(register, new CorrectOrganisation(better with { Name = "", Kind = (OrganisationKind)99 }, register.Donor, ""), "organisation.name", "organisation.kind", "why");
        await register.Do(new CorrectOrganisation(better, register.Donor, "full name"));
        await Refused(register, new CorrectOrganisation(better, register.Donor, "full name"), "was");
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }
}
