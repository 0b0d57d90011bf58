using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Intake;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>Tables of claims, needs and offers: what they become, and everything that is wrong with them told at once.</summary>
public class ImportTests
{
    private const string Heading = "donors,item,description,quantity,unit,value,currency,stage,date,quote,source_address,source_language,source_retrieved,reference";
    private const string Good = "France,generatingSet,sets of 50 to 100 kVA,>=100,pcs,,,announced,2022-11-25,100 sets,https://example.org/a,en,2022-11-26,1";

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Claims_come_in_with_their_sources_once_however_often_they_are_imported(string kind)
    {
        await using var databases = await TestDatabases.Make(kind);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var file = Csv(folder, Heading, Good, "France; United States,money,,,,at least 53000000,USD,pledged,2022-11-29,53 million,https://example.org/b,en,2022-11-30,2");
        var dry = await Import(fixture, file, dryRun: true);
        Assert.Equal((2, 2, 0, false), (dry.Rows, dry.Entered, dry.AlreadyThere, dry.Written));
        await using (var db = fixture.Database.Open())
            Assert.Empty(await db.Claims.ToListAsync(TestContext.Current.CancellationToken));

        var report = await Import(fixture, file);
        Assert.Equal((2, 2, 0, true), (report.Rows, report.Entered, report.AlreadyThere, report.Written));
        var again = await Import(fixture, file);
        Assert.Equal((2, 0, 2), (again.Rows, again.Entered, again.AlreadyThere));
        await using (var db = fixture.Database.Open())
        {
            var claims = (await db.Claims.ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
            Assert.Equal(2, claims.Count);
            var sets = claims.Single(claim => claim.Item.Kind == ItemKind.GeneratingSet);
            Assert.Equal((Bounds.AtLeast(100), Unit.Piece, "100 sets"), (sets.Quantity!.Bounds, sets.Quantity.Unit, sets.Quote));
            var money = claims.Single(claim => claim.Item.Kind == ItemKind.Money);
            Assert.Equal((true, "at least 53,000,000 USD"), (money.Donors.IsJoint, money.Value!.ToString()));
        }
        await using (var db = fixture.Database.Open())
            Assert.Empty((await LedgerVerification.Run(db, TestContext.Current.CancellationToken)).Tampered);
        Assert.Empty((await LedgerReplay.Run(fixture.Database, TestContext.Current.CancellationToken)).Differences);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_by_row_and_column_and_nothing_is_entered()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var file = Csv(
            folder,
            Heading,
            Good,
            "Atlantis,generator,,many,kV,12,EURO,sent,soon,,ftp://x,english,yesterday,2",
            "France,money,,5,pcs,,,announced,2022-11-25,q,https://example.org/a,en,2022-11-26,3",
            "France,fuel,,\"1,300\",t,,,announced,2022-11-25,q,https://example.org/a,en,2022-11-26,4",
            "France,fuel,di\u202Eesel,10,t,,,announced,2022-11-25,q,https://example.org/a,en,2022-11-26,5",
            Good.Replace("100 sets", "other words", StringComparison.Ordinal));
        var told = new List<ImportFault>();
        var report = await Import(fixture, file, each: told.Add);
        Assert.False(report.Written);
        Assert.Equal(report.Faults, told);
        (int?, string?)[] expected =
        [
            (3, "donors"), (3, "item"), (3, "quantity"), (3, "currency"), (3, "stage"), (3, "date"), (3, "quote"), (3, "source_address"), (3, "source_language"), (3, "source_retrieved"),
            (4, "quantity"), (4, "stage"), (4, "value"), (5, "quantity"), (6, "description"), (7, null),
        ];
        Assert.Equal(expected.OrderBy(place => place.Item1).ThenBy(place => place.Item2), told.Select(fault => (fault.Row, fault.Column)).OrderBy(place => place.Row).ThenBy(place => place.Column));
        Assert.Contains("two ways", told.Single(fault => fault.Row == 5).Rule, StringComparison.Ordinal);
        await using var db = fixture.Database.Open();
        Assert.Empty(await db.Claims.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_register_itself_refuses_is_told_by_row_and_column_too()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var file = Csv(
            folder,
            Heading + ",source_text",
            Good + ",other words",
            $"France,fuel,{new string('x', 400)},10,t,,,announced,2022-11-25,q,https://example.org/a,en,2022-11-26,5,q");
        var report = await Import(fixture, file);
        Assert.Equal([(2, "quote"), (3, "description")], report.Faults.Select(fault => (fault.Row, fault.Column)));
    }

    [Fact]
    public async Task No_column_is_left_out_without_a_word()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var file = Csv(folder, Heading.Replace("donors", "Geber", StringComparison.Ordinal) + ",Farbe,", Good + ",rot,left over");
        var report = await Import(fixture, file);
        Assert.Equal(["Geber", "Farbe", "donors"], report.Faults.Select(fault => fault.Column));

        var choice = ColumnChoice.None with { Map = new Dictionary<string, string> { ["Geber"] = "donors" }, Ignore = ["Farbe"] };
        report = await Import(fixture, file, choice);
        Assert.Equal([(2, "column 16", "stands under no heading")], report.Faults.Select(fault => (fault.Row, fault.Column, fault.Rule)));

        file = Csv(folder, Heading.Replace("donors", "Geber", StringComparison.Ordinal) + ",Farbe", Good + ",rot");
        report = await Import(fixture, file, choice);
        Assert.True(report.Written);
        Assert.Contains(new ColumnUse("Farbe", null, false), report.Columns);

        // The next table with the same headings needs no word.
        file = Csv(folder, Heading.Replace("donors", "geber", StringComparison.Ordinal) + ",FARBE", Good[..^1] + "9,blau");
        report = await Import(fixture, file);
        Assert.True(report.Written, string.Join('\n', report.Faults));
        Assert.Contains(new ColumnUse("geber", "donors", true), report.Columns);
        Assert.Contains(new ColumnUse("FARBE", null, true), report.Columns);
    }

    [Fact]
    public async Task Another_publisher_or_day_of_a_document_that_is_kept_is_left_out_with_a_word()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var other = Good.Replace("2022-11-26,1", "2022-11-27,2", StringComparison.Ordinal) + ",Another News";
        var report = await Import(fixture, Csv(folder, Heading + ",source_publisher", Good + ",", other));
        Assert.True(report.Written, string.Join('\n', report.Faults));
        Assert.Equal([(3, "source_publisher"), (3, "source_retrieved")], report.Warnings.Select(warning => (warning.Row, warning.Column)));
        report = await Import(fixture, Csv(folder, Heading + ",source_publisher", other.Replace("27,2", "26,3", StringComparison.Ordinal)));
        Assert.Equal([(2, "source_publisher")], report.Warnings.Select(warning => (warning.Row, warning.Column)));
    }

    [Fact]
    public async Task A_mapping_that_names_what_is_not_there_is_refused()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var file = Csv(folder, Heading, Good);
        var choice = new ColumnChoice(new Dictionary<string, string> { ["Geber"] = "givers" }, ["Farbe"], new Dictionary<string, string> { ["stage"] = "announced" });
        var report = await Import(fixture, file, choice);
        Assert.Equal(["Farbe", "Geber", "givers", "stage"], report.Faults.Select(fault => fault.Column).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Needs_and_offers_take_numbers_with_units_and_refuse_others()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var needs = Csv(
            folder,
            "title,organisation,kind,priority,high_kv,low_kv,load_mva,load_kw,facility,amount,unit,item,description,site_oblast,site_name",
            "Autotransformer,France,transformerBay,critical,330 kV,110000 V,200 MVA,,,,,,,UA63,Made-up substation",
            "Fuel,France,goods,high,,,,,,500000,l,fuel,diesel,,");
        var report = await Import(fixture, needs, kind: ImportKind.Needs);
        Assert.True(report.Written, string.Join('\n', report.Faults));
        var wrong = Csv(
            folder,
            "title,organisation,kind,priority,high_kv,low_kv,load_mva,load_kw,facility,description,site_oblast,site_name",
            "Autotransformer,France,transformerBay,critical,330,110,200 kV,50,,,,",
            "Hospital,France,facilityPower,critical,,,,,,,UA63,",
            "Bay,France,transformerBay,critical,110,330,,,,,,");
        report = await Import(fixture, wrong, kind: ImportKind.Needs);
        Assert.Equal(
            [(2, "load_kw"), (2, "load_mva"), (3, "facility"), (3, "load_kw"), (3, "site_name"), (4, "low_kv")],
            report.Faults.Select(fault => (fault.Row!.Value, fault.Column!)).Order());
        Assert.Contains("measures something else", report.Faults.First(fault => fault.Column == "load_mva").Rule, StringComparison.Ordinal);

        var offers = Csv(
            folder,
            "title,donor,item,units,high_kv,low_kv,power_mva,vector_group,origin,dispatch_country,power_kva,condition",
            "Autotransformer 330/115 kV,France,powerTransformer,1,330,115,200000 kVA,YNa0d11,DE,FR,,used",
            "Sets,France,generatingSet,20,,,,,,,100,new",
            "Set,France,generatingSet,1,,,,,,,100 kV,new");
        report = await Import(fixture, offers, kind: ImportKind.Offers);
        Assert.Equal([(4, "power_kva")], report.Faults.Select(fault => (fault.Row, fault.Column)));
        await using var db = fixture.Database.Open();
        var bay = (TransformerBay)(await db.Needs.SingleAsync(row => row.Item == ItemKind.PowerTransformer, TestContext.Current.CancellationToken)).Read().Requirement;
        Assert.Equal((330m, 110m, 200m), (bay.HighKilovolts, bay.LowKilovolts, bay.LoadMegavoltamperes));
    }

    [Fact]
    public async Task Exact_places_are_taken_from_operators_alone()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        var file = Csv(
            folder, "title,organisation,kind,priority,load_kw,facility,site_oblast,site_name", "Hospital,France,facilityPower,critical,50,hospital,UA63,Made-up hospital");
        var report = await Import(fixture, file, kind: ImportKind.Needs, seen: default(SitesSeen));
        Assert.Equal([(2, "site_name")], report.Faults.Select(fault => (fault.Row, fault.Column)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("donors\n")]
    [InlineData("\"donors,item\nno end")]
    public async Task A_file_that_is_no_table_says_so(string text)
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.At("x.csv"), text);
        Assert.NotEmpty((await Import(fixture, folder.At("x.csv"))).Faults);
        File.WriteAllBytes(folder.At("x.xlsx"), [.. "PK\u0003\u0004"u8, 1, 2, 3, 4, 5, 6]);
        Assert.Contains("damaged", (await Import(fixture, folder.At("x.xlsx"))).Faults.Single().Rule, StringComparison.Ordinal);
        File.WriteAllBytes(folder.At("y.csv"), [.. Encoding.UTF8.GetBytes(Heading + "\n"), 0xC3, 0x28, .. "\n"u8]);
        Assert.Contains("UTF-8", (await Import(fixture, folder.At("y.csv"))).Faults.Single().Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sql_and_markup_come_in_as_text_and_go_out_as_text()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        const string Nasty = "'; DROP TABLE claim; -- <script>alert(1)</script> =cmd|' /C calc'!A0";
        var report = await Import(fixture, Csv(folder, Heading, Good.Replace("sets of 50 to 100 kVA", Nasty, StringComparison.Ordinal)));
        Assert.True(report.Written, string.Join('\n', report.Faults));
        await using var db = fixture.Database.Open();
        Assert.Equal(Nasty, (await db.Claims.SingleAsync(TestContext.Current.CancellationToken)).Read().Item.Description);
    }

    [Theory]
    [InlineData(ImportKind.Claims)]
    [InlineData(ImportKind.Needs)]
    [InlineData(ImportKind.Offers)]
    [InlineData(ImportKind.Organisations)]
    public async Task The_templates_are_taken_as_they_are(ImportKind kind)
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        foreach (var name in new[] { "t.xlsx", "t.csv" })
        {
            using (var stream = File.Create(folder.At(name)))
                if (name == "t.csv")
                    ImportTemplate.WriteCsv(kind, stream);
                else
                    ImportTemplate.WriteXlsx(kind, stream);
            var report = await Import(fixture, folder.At(name), kind: kind);
            Assert.Equal(["there is no row under the heading"], report.Faults.Select(fault => fault.Rule));
            Assert.Equal(ImportTables.ColumnsOf(kind).Select(column => column.Name), report.Columns.Select(use => use.Column));
        }
    }

    [Fact]
    public async Task A_spreadsheet_comes_in_like_a_text_file()
    {
        await using var databases = await TestDatabases.Make(TestDatabases.Sqlite);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        using (var stream = File.Create(folder.At("claims.xlsx")))
        using (var file = new XlsxWriter(stream))
        {
            file.Sheet("claims");
            file.Row(Heading.Split(','));
            file.Row(Heading.Split(',').Select(name => "#" + name));
            for (var i = 1; i <= 600; i++)
                file.Row(Good.Replace("100 sets", $"100 sets: report {i}", StringComparison.Ordinal).Split(',').SkipLast(1).Append(i.ToString(CultureInfo.InvariantCulture)));
        }
        var report = await Import(fixture, folder.At("claims.xlsx"));
        Assert.True(report.Written, string.Join('\n', report.Faults));
        Assert.Equal((600, 600), (report.Rows, report.Entered));
    }

    private static string Csv(ScratchFolder folder, params string[] lines)
    {
        var path = folder.At($"{Guid.NewGuid():N}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static Task<ImportReport> Import(
        RegisterFixture fixture, string file, ColumnChoice? choice = null, bool dryRun = false,
        ImportKind kind = ImportKind.Claims, SitesSeen? seen = null, Action<ImportFault>? each = null) =>
        new ImportFile(fixture.Database, fixture.Clock).Run(
            file, new ImportRequest(fixture.Operation, kind, choice ?? ColumnChoice.None, dryRun, "Olena", seen ?? SitesSeen.All), null, each, TestContext.Current.CancellationToken);
}
