using Relight.Access;
using Relight.Intake;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>What looks like a slip is told in every way in, and taken: a day after the source was read, a name that differs in case alone.</summary>
public class DoubtTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The source was read on 30 November; a day more is left for places that are ahead of UTC.
    [Theory]
    [InlineData("2022-12-01", false)]
    [InlineData("2022-12-02", true)]
    [InlineData("2023-01", true)]
    [InlineData("2022", false)]
    public async Task A_claim_dated_after_its_source_was_read_is_doubted(string date, bool doubted)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        Assert.True(ReportedDate.TryParse(date, out var day));
        var command = new RecordClaim(register.Claim("c", Bounds.Exactly(1)) with { Date = day });
        var envelope = register.Next();
        var outcome = await register.Commands.Run(command, envelope, Cancel);
        Assert.Empty(outcome.Refusals);
        Assert.Equal(doubted ? [("claim.date", true)] : [], outcome.Warnings.Select(warning => (warning.Field, warning.Doubt.Contains("(2022-11-30)", StringComparison.Ordinal))));
        Assert.Equal(outcome.Warnings, (await register.Commands.Run(command, envelope, Cancel)).Warnings);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_name_that_differs_in_case_alone_is_doubted_when_it_is_entered_and_when_it_is_corrected(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var shouting = register.Donor with { Id = Id<Organisation>.Named("FR2"), Name = "FRANCE" };
        var entered = await register.Do(new RecordOrganisation(shouting));
        Assert.Equal(("organisation.name", "FRANCE"), (Assert.Single(entered.Warnings).Field, entered.Warnings[0].Value));
        Assert.Contains("'France'", entered.Warnings[0].Doubt, StringComparison.Ordinal);
        var corrected = await register.Do(new CorrectOrganisation(register.Other with { Name = "francE" }, register.Other, "a slip"));
        Assert.Equal("organisation.name", Assert.Single(corrected.Warnings).Field);
        // Its own name in other letters is no other organisation's.
        Assert.Empty((await register.Do(new CorrectOrganisation(register.Other with { Name = "Utopia" }, register.Other with { Name = "francE" }, "a slip"))).Warnings);
        Assert.Empty((await register.Do(new CorrectOrganisation(register.Other with { Name = "UTOPIA" }, register.Other with { Name = "Utopia" }, "a slip"))).Warnings);
        Assert.Empty((await register.Do(new RecordOrganisation(register.Donor with { Id = Id<Organisation>.Named("G"), Name = "Grèce" }))).Warnings);
        Assert.Single((await register.Do(new RecordOrganisation(register.Donor with { Id = Id<Organisation>.Named("G2"), Name = "GRÈCE" }))).Warnings);
        Assert.Equal("is the name of another organisation", Assert.Single((await register.Send(new RecordOrganisation(shouting with { Id = Id<Organisation>.Named("FR3") }))).Refusals).Rule);
    }

    [Fact]
    public async Task A_part_that_is_larger_than_its_whole_is_doubted_in_number_and_in_money()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        async Task<IEnumerable<string>> Doubts(string name, Claim part, Claim whole)
        {
            await register.Recorded(part with { Id = Id<Claim>.Named($"{name} part") });
            await register.Recorded(whole with { Id = Id<Claim>.Named($"{name} whole") });
            var link = new Link(Id<Link>.Named(name), Id<Claim>.Named($"{name} part"), LinkKind.PartOf, Id<Claim>.Named($"{name} whole"), "they say so");
            return (await register.Do(new LinkClaims(link))).Warnings.Select(warning => $"{warning.Field} {warning.Value}");
        }
        Claim Sets(Bounds count) => register.Claim("c", count);
        Claim Money(Bounds amount, string currency = "EUR") => register.Claim("c", default) with
        {
            Item = new Item(ItemKind.Money, "grant"),
            Quantity = null,
            Stage = MoneyStage.Pledged,
            Value = new Money(amount, Currency.Parse(currency, null)),
        };
        Assert.Equal(["link.from 200 pcs"], await Doubts("sets", Sets(Bounds.Exactly(200)), Sets(Bounds.Exactly(100))));
        Assert.Empty(await Doubts("open", Sets(Bounds.Exactly(200)), Sets(Bounds.AtLeast(100))));
        Assert.Equal(["link.from 200 EUR"], await Doubts("money", Money(Bounds.Exactly(200)), Money(Bounds.AtMost(100))));
        Assert.Empty(await Doubts("unknown", Money(Bounds.Unspecified), Money(Bounds.AtMost(100))));
        Assert.Empty(await Doubts("currency", Money(Bounds.Exactly(200), "USD"), Money(Bounds.AtMost(100))));
    }

    [Fact]
    public async Task An_import_tells_both_in_a_dry_run_too()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        foreach (var dryRun in new[] { true, false })
        {
            var claims = await Import(
                register, ImportKind.Claims, dryRun, "donors,item,quantity,stage,date,quote,source_address,source_language,source_retrieved",
                "France,fuel,5 t,announced,2022-11-30,5 t,https://example.org/a,en,2022-11-29", "France,fuel,6 t,announced,2022-12-01,6 t,https://example.org/b,en,2022-11-29");
            Assert.Equal([(3, "date")], claims.Warnings.Select(warning => (warning.Row, warning.Column)));
            var names = await Import(register, ImportKind.Organisations, dryRun, "name,kind", "FRANCE,maker", "Solar,maker", "solar,maker", "Other,maker");
            Assert.Equal([(2, "name"), (4, "name")], names.Warnings.Select(warning => (warning.Row, warning.Column)));
            Assert.Equal((!dryRun, !dryRun), (claims.Written, names.Written));
        }
    }

    [Fact]
    public async Task Two_rows_of_one_name_are_refused_however_far_apart_they_stand_and_nothing_is_entered()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        string[] rows = ["name,kind,reference", .. Enumerable.Range(0, 2_500).Select(i => $"Maker {i % 2_400},maker,{i}"), "MAKER 7,maker,last"];
        var report = await Import(register, ImportKind.Organisations, false, rows);
        Assert.Equal((100, 2402, false), (report.FaultCounts.Single().Count, report.Faults[0].Row, report.Written));
        Assert.All(report.Faults, fault => Assert.Equal(("name", "is the name of another organisation"), (fault.Column, fault.Rule)));
        Assert.Equal([(2502, "name")], report.Warnings.Select(warning => (warning.Row, warning.Column)));
        await using var db = test.Database.Open();
        Assert.Equal(2, db.Organisations.Count());
    }

    private static async Task<ImportReport> Import(RegisterFixture register, ImportKind kind, bool dryRun, params string[] lines)
    {
        using var folder = new ScratchFolder();
        File.WriteAllLines(folder.At("t.csv"), lines);
        return await new ImportFile(register.Database, register.Clock).Run(
            folder.At("t.csv"), new ImportRequest(register.Operation, kind, ColumnChoice.None, dryRun, "Olena", SitesSeen.All), cancel: Cancel);
    }
}
