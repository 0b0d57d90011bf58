using CsCheck;
using Relight.Funds;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Funds;

/// <summary>What answers an appeal adds up against its target as surely as it is known, and counts once.</summary>
public class AppealTests
{
    private static readonly Currency s_euro = Currency.Parse("EUR");
    private static readonly Currency s_dollar = Currency.Parse("USD");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Appeal Appeal(RegisterFixture register, string name, AppealTarget target) => new()
    {
        Id = Id<Appeal>.Named(name),
        Version = 1,
        Title = name,
        By = register.Other.Id,
        Target = target,
        From = new(2022, 11, 1),
        Until = new(2023, 3, 31),
        Conference = new Conference(ReportedDate.On(new(2022, 12, 13)), "Paris"),
    };

    private static GoodsTarget Sets(Bounds bounds) => new(new Item(ItemKind.GeneratingSet, "generating sets"), new Quantity(bounds, Unit.Piece));

    private static AnswerAppeal Answer(Appeal appeal, string contribution) => new(appeal.Id, Id<Contribution>.Named(contribution), "says so");

    private static async Task<AppealForCoordination> Read(TestDatabases test, RegisterFixture register, Appeal appeal)
    {
        await using var db = test.Database.Open();
        return (await AppealList.ReadForCoordination(db, register.Operation, new(), Cancel)).Items.Single(a => a.Id == appeal.Id);
    }

    private static async Task Give(RegisterFixture register, string name, Bounds amount, Currency currency, DateOnly? date, MoneyStage stage = MoneyStage.Pledged, int version = 0)
    {
        var claim = await register.Recorded(register.Claim($"{name} {stage} {currency}", Bounds.Exactly(1)) with
        {
            Item = new Item(ItemKind.Money, "grant"),
            Quantity = null,
            Stage = stage,
            Value = new Money(amount, currency, date),
        });
        Assert.True((await register.Adopt(claim, name, version)).Done);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Progress_is_told_as_bounds(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var appeal = Appeal(register, "sets", Sets(Bounds.Between(800, 1000)));
        await register.Do(new OpenAppeal(appeal));
        await register.Adopt(await register.Recorded(register.Claim("a", Bounds.AtLeast(400))), "a");
        await register.Adopt(await register.Recorded(register.Claim("b", Bounds.Exactly(100), GoodsStage.Received)), "b");
        await register.Do(Answer(appeal, "a"));
        await register.Do(Answer(appeal, "b"));

        var stages = (await Read(test, register, appeal)).Progress.Stages;
        Assert.Equal(("500 or more", 0.5m, null), (stages[0].Total.ToString(), stages[0].ShareAtLeast, stages[0].ShareAtMost));
        Assert.Equal(("100", 0.1m, 0.125m), (stages[4].Total.ToString(), stages[4].ShareAtLeast, stages[4].ShareAtMost));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);

        await register.Do(new TakeBackAnswer(Id<Contribution>.Named("a"), "of another appeal"));
        Assert.Equal(100, (await Read(test, register, appeal)).Progress.Stages[0].Total.Lower);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Money_is_converted_by_a_named_rate_or_told_as_not_convertible(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var appeal = Appeal(register, "money", new MoneyTarget(new Money(Bounds.Exactly(1000), s_euro)));
        var rate = new ExchangeRate(s_dollar, s_euro, 0.5m, new(2022, 11, 20), "a bank");
        await register.Do(new OpenAppeal(appeal));
        await register.Do(new RecordExchangeRate(rate));
        await Give(register, "loan", Bounds.Exactly(200), s_euro, new(2022, 11, 25));
        await Give(register, "loan", Bounds.Exactly(100), s_dollar, new(2022, 11, 25), version: 1);
        await Give(register, "yen", Bounds.Exactly(5), Currency.Parse("JPY"), new(2022, 11, 25));
        await Give(register, "undated", Bounds.Exactly(5), s_dollar, null);
        foreach (var name in new[] { "loan", "yen", "undated" })
            await register.Do(Answer(appeal, name));

        var progress = (await Read(test, register, appeal)).Progress;
        Assert.Equal("250, and 2 unspecified", progress.Stages[0].Total.ToString());
        Assert.Equal((0.25m, null), (progress.Stages[0].ShareAtLeast, progress.Stages[0].ShareAtMost));
        Assert.Equal([rate], progress.Rates);
        Assert.Equal(
            ["no rate from JPY to EUR on or before 2022-11-25", "the amount has no date"],
            progress.NotConvertible.Select(n => n.Why).Order(StringComparer.Ordinal));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task What_is_pledged_in_one_currency_or_unit_and_comes_in_another_is_not_counted_twice()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var (money, fuel) = (Appeal(register, "money", new MoneyTarget(new Money(Bounds.Exactly(1000), s_euro))), Appeal(register, "fuel", new GoodsTarget(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(10), Unit.Tonne))));
        await register.Do(new OpenAppeal(money));
        await register.Do(new OpenAppeal(fuel));
        await register.Do(new RecordExchangeRate(new ExchangeRate(s_dollar, s_euro, 0.5m, new(2022, 11, 20), "a bank")));
        await Give(register, "grant", Bounds.Exactly(400), s_dollar, new(2022, 11, 25));
        await Give(register, "grant", Bounds.Exactly(190), s_euro, new(2022, 11, 25), MoneyStage.Paid, 1);
        await register.Do(Answer(money, "grant"));
        var stages = (await Read(test, register, money)).Progress.Stages;
        Assert.Equal(["200 to 390", "190", "190"], stages.Take(3).Select(stage => stage.Total.ToString()));

        foreach (var (i, (amount, unit, stage)) in new[] { (5m, Unit.Tonne, GoodsStage.Announced), (4_900m, Unit.Kilogram, GoodsStage.Received) }.Index())
        {
            var claim = await register.Recorded(register.Claim($"diesel {i}", default, stage) with { Item = new Item(ItemKind.Fuel, "diesel"), Quantity = new Quantity(Bounds.Exactly(amount), unit) });
            Assert.True((await register.Adopt(claim, "diesel", i)).Done);
        }
        await register.Do(Answer(fuel, "diesel"));
        stages = (await Read(test, register, fuel)).Progress.Stages;
        Assert.Equal(("5 to 9.9", 0.5m), (stages[0].Total.ToString(), stages[0].ShareAtLeast));
        Assert.Equal("4.9", stages.Single(stage => stage.Stage == GoodsStage.Received).Total.ToString());
    }

    [Fact]
    public void However_much_is_told_of_one_gift_in_how_many_units_its_least_is_no_more_than_the_gift() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Bool).Array[1, 8].Sample(told =>
        {
            // Of each gift so much came so far, which is told in tonnes or kilograms, and in no other words.
            const int Gift = 7;
            Adopted<ItemAtStage> Told(int stage, bool inKilograms) => new(
                new ItemAtStage(new Item(ItemKind.Fuel, "diesel"), (GoodsStage)stage, new Quantity(Bounds.Exactly(inKilograms ? Gift * 1000 : Gift), inKilograms ? Unit.Kilogram : Unit.Tonne), ReportedDate.On(new(2022, 11, 25))),
                default, "Olena", default, "told");
            var gifts = told.GroupBy(each => each.Item1).Select(gift => new Contribution
            {
                Id = Id<Contribution>.Named($"{gift.Key}"),
                Version = 1,
                Title = "diesel",
                Donors = new Adopted<DonorGroup>(DonorGroup.Of(Id<Organisation>.Named("FR")), default, "Olena", default, "told"),
                Items = [.. gift.Select(each => (each.Item2, each.Item3)).Distinct().Select(each => Told(each.Item1, each.Item2))],
                Values = [],
                Claims = [],
            }).ToList();
            var progress = AppealProgress.Of(new GoodsTarget(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(10), Unit.Tonne)), gifts, []);
            Assert.Equal(Gift * gifts.Count, progress.Stages[0].Total.Lower);
            Assert.All(progress.Stages, stage => Assert.InRange(stage.Total.Lower, 0, Gift * gifts.Count));
        });

    [Fact]
    public async Task Each_refusal_names_its_field()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var appeal = Appeal(register, "sets", Sets(Bounds.Exactly(10)));
        async Task Refused(ICommand command, params string[] fields) =>
            Assert.Equal(fields, (await register.Send(command)).Refusals.Select(r => r.Field));
        var elsewhere = Assert.IsType<Decision.Refused>(OpenAppeal.Decide(new OpenAppeal.State(null, true, true, false), new OpenAppeal(appeal)));
        Assert.Equal("appeal.id", Assert.Single(elsewhere.Refusals).Field);
        await Refused(new OpenAppeal(appeal with { Title = "" }), "appeal.title");
        await Refused(new OpenAppeal(appeal with { By = Id<Organisation>.Named("none") }), "appeal.by");
        await Refused(new OpenAppeal(appeal with { Until = new(2022, 10, 1) }), "appeal.until");
        await Refused(new OpenAppeal(appeal with { Closed = "done" }), "appeal.closed");
        await Refused(new OpenAppeal(appeal with { Version = 2 }), "appeal.version");
        await Refused(new OpenAppeal(appeal with { Target = Sets(Bounds.Exactly(0)) }), "appeal.target");
        await Refused(new OpenAppeal(appeal with { Target = new GoodsTarget(new Item(ItemKind.Money, ""), Quantity.Pieces(1)) }), "appeal.target.goods.description", "appeal.target.goods.kind");
        await Refused(new OpenAppeal(appeal with { Target = new MoneyTarget(new Money(Bounds.Exactly(1), Currency.Unknown)) }), "appeal.target.amount.currency");
        await Refused(new OpenAppeal(appeal with { Conference = new Conference(ReportedDate.On(new(2022, 12, 13)), "") }), "appeal.conference.place");
        await register.Do(new OpenAppeal(appeal));
        await Refused(Answer(appeal, "none"), "contribution");
        await register.Adopt(await register.Recorded(register.Claim("a", Bounds.Exactly(4))), "a");
        await Give(register, "grant", Bounds.Exactly(5), s_euro, null);
        await Refused(Answer(appeal, "grant"), "contribution");
        await Refused(Answer(appeal, "a") with { Appeal = Id<Appeal>.Named("none") }, "appeal");
        await register.Do(Answer(appeal, "a"));
        await Refused(Answer(appeal, "a"), "contribution");
        var other = Appeal(register, "other", Sets(Bounds.Exactly(10)));
        await register.Do(new OpenAppeal(other));
        await Refused(Answer(other, "a"), "contribution");
        await Refused(new OpenAppeal(appeal with { Version = 2, Target = new MoneyTarget(new Money(Bounds.Exactly(1), s_euro)) }), "appeal.target");
        await register.Do(new OpenAppeal(appeal with { Version = 2, Title = "more sets" }));
        await Refused(new CloseAppeal(appeal.Id, 1, "over"), "expectedVersion");
        await Refused(new CloseAppeal(Id<Appeal>.Named("none"), 1, "over"), "appeal");
        await register.Do(new CloseAppeal(appeal.Id, 2, "over"));
        await Refused(new CloseAppeal(appeal.Id, 3, "over"), "appeal");
        await Refused(new OpenAppeal(appeal with { Version = 4 }), "appeal");
        await Refused(new TakeBackAnswer(Id<Contribution>.Named("grant"), "no"), "contribution");
        await register.Do(new TakeBackAnswer(Id<Contribution>.Named("a"), "no"));
        await Refused(Answer(appeal, "a"), "appeal");
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_contribution_that_ends_answers_nothing_any_more()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var appeal = Appeal(register, "sets", Sets(Bounds.Exactly(10)));
        await register.Do(new OpenAppeal(appeal));
        var claim = await register.Recorded(register.Claim("a", Bounds.Exactly(4)));
        await register.Adopt(claim, "a");
        await register.Do(Answer(appeal, "a"));
        await register.Do(new DropClaim(Id<Contribution>.Named("a"), 1, claim.Id, "of another gift"));
        Assert.Empty((await Read(test, register, appeal)).Answers);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_rate_is_entered_once_and_corrected_by_one_who_saw_it()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var rate = new ExchangeRate(s_dollar, s_euro, 0.5m, new(2022, 11, 20), "a bank");
        async Task Refused(RecordExchangeRate command, string field) => Assert.Equal(field, Assert.Single((await register.Send(command)).Refusals).Field);
        await Refused(new(rate with { Rate = 0 }), "rate.rate");
        await Refused(new(rate with { Rate = 0.0000001m }), "rate.rate");
        await Refused(new(rate with { To = s_dollar }), "rate.to");
        await Refused(new(rate with { From = Currency.Unknown }), "rate.from");
        await Refused(new(rate with { To = Currency.Unknown }), "rate.to");
        await Refused(new(rate with { Date = new(2030, 1, 1) }), "rate.date");
        await Refused(new(rate with { Source = "" }), "rate.source");
        await register.Do(new RecordExchangeRate(rate));
        await Refused(new(rate with { Rate = 0.6m }), "replaces");
        await register.Do(new RecordExchangeRate(rate with { Rate = 0.6m }, 0.5m));
        await Refused(new(rate with { Rate = 0.7m }, 0.5m), "replaces");
        await using var db = test.Database.Open();
        Assert.Equal(0.6m, Assert.Single(await AppealList.ExchangeRates(db, register.Operation, Cancel)).Rate);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }
}
