using Relight.Access;
using Relight.Intake;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>Of a row in which something cannot be read, the rest is held against the register's rules too: nobody mends a table twice.</summary>
public class ImportRestTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task What_cannot_be_read_and_what_is_refused_of_the_rest_are_told_together(string kind)
    {
        (int?, string?)[] expected = [(2, "arrival"), (2, "donor"), (2, "title"), (2, "units"), (3, "item"), (3, "units")];
        Assert.Equal(expected, await Wrong(
            kind, ImportKind.Offers, "title,donor,item,units,power_kva,arrival,available_from",
            "a\u0007b,Nobody,generatingSet,many,100,2022-01-01,2023-01-01",
            "Good,France,colour,0,100,,"));
    }

    [Fact]
    public async Task What_depends_on_a_value_that_cannot_be_read_is_not_judged() => Assert.Equal(
        [(2, "available_from")],
        await Wrong(TestDatabases.Sqlite, ImportKind.Offers, "title,donor,item,units,arrival,available_from", "Set,France,generatingSet,1,2022-01-01,soon"));

    [Fact]
    public async Task Numbers_that_are_compared_are_not_where_one_of_them_is_none()
    {
        // Whether the lower side is below the upper one nobody knows; that there is no unit is known.
        Assert.Equal(
            [(2, "high_kv"), (2, "units")],
            await Wrong(TestDatabases.Sqlite, ImportKind.Needs, "title,organisation,kind,priority,units,high_kv,low_kv", "Bay,France,transformerBay,high,0,tall,110"));
    }

    [Fact]
    public async Task Of_a_kind_that_is_none_no_column_is_one_too_many()
    {
        Assert.Equal(
            [(2, "kind"), (2, "title")],
            await Wrong(TestDatabases.Sqlite, ImportKind.Needs, "title,organisation,kind,priority,high_kv,load_kw", "a\u0007b,France,bay,high,330,50"));
        Assert.Equal(
            [(2, "item")],
            await Wrong(TestDatabases.Sqlite, ImportKind.Offers, "title,donor,item,high_kv,power_kva", "Set,France,colour,330,100"));
    }

    [Fact]
    public async Task A_stage_fits_an_item_that_is_none_and_donors_must_be_named()
    {
        const string Heading = "donors,item,quantity,value,currency,stage,date,quote,channel,source_address,source_language,source_retrieved";
        Assert.Equal(
            [(2, "channel"), (2, "item"), (3, "donors"), (3, "quote")],
            await Wrong(
                TestDatabases.Sqlite, ImportKind.Claims, Heading,
                "France,colour,,5,EUR,pledged,2022-11-25,5 million,a\u0007b,https://example.org/a,en,2022-11-26",
                ";,fuel,5 t,,,announced,2022-11-25,,,https://example.org/a,en,2022-11-26"));
    }

    [Fact]
    public async Task A_row_that_is_wrong_and_stands_twice_is_told_to_stand_twice() => Assert.Equal(
        [(2, "units"), (3, null), (3, "units")],
        await Wrong(TestDatabases.Sqlite, ImportKind.Offers, "title,donor,item,units,reference", "Set,France,generatingSet,many,7", "Set,France,generatingSet,more,7"));

    private static async Task<IEnumerable<(int? Row, string? Column)>> Wrong(string database, ImportKind kind, params string[] lines)
    {
        await using var databases = await TestDatabases.Make(database);
        var fixture = await RegisterFixture.Open(databases.Database);
        using var folder = new ScratchFolder();
        File.WriteAllLines(folder.At("t.csv"), lines);
        var request = new ImportRequest(fixture.Operation, kind, ColumnChoice.None, false, "Olena", SitesSeen.All);
        var report = await new ImportFile(fixture.Database, fixture.Clock).Run(folder.At("t.csv"), request, cancel: TestContext.Current.CancellationToken);
        Assert.False(report.Written);
        return report.Faults.Select(fault => (fault.Row, fault.Column)).OrderBy(place => place.Row).ThenBy(place => place.Column, StringComparer.Ordinal);
    }
}
