using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Intake;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>A table of offers can say whom and what a donor has bound its units to, and what else it asks for.</summary>
public class EarmarkImportTests
{
    private const string Heading = "title,donor,item,units,power_kva,for_countries,for_oblasts,for_facilities,for_organisations,conditions,reference";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_an_offer_is_bound_to_comes_in_with_it(string database)
    {
        await using var test = await TestDatabases.Make(database);
        var register = await RegisterFixture.Open(test.Database);
        using var folder = new ScratchFolder();
        var file = Csv(
            folder, Heading,
            "Set,France,generatingSet,2,100,UA,UA32; UA63,hospital;Water,United States,photo after installation; plate stays,1",
            "Free set,France,generatingSet,2,100,,,,,,2");
        var dry = await Import(register, file, dryRun: true);
        Assert.Equal((2, false, 0), (dry.Entered, dry.Written, dry.Faults.Count));
        Assert.True((await Import(register, file)).Written);

        await using var db = register.Database.Open();
        var offers = (await db.Offers.ToListAsync(Cancel)).ConvertAll(row => row.Read());
        var bound = offers.Single(offer => offer.Title == "Set");
        Assert.Equal(["UA"], bound.Earmark!.Countries.Select(country => country.ToString()));
        Assert.Equal(["UA32", "UA63"], bound.Earmark.Oblasts.Select(oblast => oblast.ToString()));
        Assert.Equal([FacilityKind.Hospital, FacilityKind.Water], bound.Earmark.Facilities);
        Assert.Equal([register.Other.Id], bound.Earmark.Organisations);
        Assert.Equal(["photo after installation", "plate stays"], bound.Conditions);
        var free = offers.Single(offer => offer.Title == "Free set");
        Assert.Null(free.Earmark);
        Assert.Empty(free.Conditions);
        Assert.Equal((0, 2), ((await Import(register, file)).Entered, (await Import(register, file)).AlreadyThere));
        Assert.Empty((await LedgerReplay.Run(register.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Everything_wrong_with_what_it_is_bound_to_is_told_in_its_column_and_nothing_is_entered()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        using var folder = new ScratchFolder();
        var report = await Import(register, Csv(
            folder, Heading,
            "Set,France,generatingSet,2,100,Ukraine; XX,Kyiv,school,Atlantis,,1",
            "Set,France,generatingSet,2,100,UA; UA,UA32; UA32,heat; heat,France; France,a\u202Eb,2",
            $"Set,France,generatingSet,2,100,,,,5a1b6e0c-4f0e-4c1b-9d57-2f6a0f6c1d11,,3"));
        Assert.False(report.Written);
        (int?, string?)[] expected =
        [
            (2, "for_countries"), (2, "for_countries"), (2, "for_oblasts"), (2, "for_facilities"), (2, "for_organisations"),
            (3, "for_countries"), (3, "for_oblasts"), (3, "for_facilities"), (3, "for_organisations"), (3, "conditions"), (4, "for_organisations"),
        ];
        Assert.Equal(expected.Order(), report.Faults.Select(fault => (fault.Row, fault.Column)).Order());
        Assert.Contains("organisations of this operation", report.Faults.Single(fault => fault.Row == 4).Rule, StringComparison.Ordinal);
        await using var db = register.Database.Open();
        Assert.False(await db.Offers.AnyAsync(Cancel));
    }

    [Fact]
    public async Task A_row_without_a_reference_keeps_its_id_where_it_leaves_the_columns_out_or_empty()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        using var folder = new ScratchFolder();
        Assert.Equal(1, (await Import(register, Csv(folder, "title,donor,item,units", "Set,France,generatingSet,2"))).Entered);
        var again = await Import(register, Csv(folder, "title,donor,item,units,for_oblasts,conditions", "Set,France,generatingSet,2,,", "Set,France,generatingSet,2,UA32,", "Set,France,generatingSet,2,,UA32"));
        Assert.Equal((2, 1), (again.Entered, again.AlreadyThere));
    }

    [Fact]
    public async Task A_heading_of_the_authors_own_can_mean_what_it_is_bound_to()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        using var folder = new ScratchFolder();
        var choice = new ColumnChoice(new Dictionary<string, string> { ["nur für Oblast"] = "for_oblasts" }, [], new Dictionary<string, string>());
        Assert.True((await Import(register, Csv(folder, "title,donor,item,units,nur für Oblast", "Set,France,generatingSet,2,UA32"), choice: choice)).Written);
        await using var db = register.Database.Open();
        Assert.Equal("UA32", Assert.Single((await db.Offers.SingleAsync(Cancel)).Read().Earmark!.Oblasts).ToString());
    }

    private static string Csv(ScratchFolder folder, params string[] lines)
    {
        var path = folder.At($"{Guid.NewGuid():N}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static Task<ImportReport> Import(RegisterFixture register, string file, bool dryRun = false, ColumnChoice? choice = null) =>
        new ImportFile(register.Database, register.Clock).Run(
            file, new ImportRequest(register.Operation, ImportKind.Offers, choice ?? ColumnChoice.None, dryRun, "Olena", SitesSeen.All), null, null, Cancel);
}
