using System.Text.Json.Nodes;
using Relight.Facilities;
using Relight.Sample;
using Relight.Tests.Sample;

namespace Relight.Tests.Cli;

/// <summary><c>relight facilities</c> tells what the page tells, and names the option that is wrong.</summary>
public class FacilitiesCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_of_the_sample_what_the_outlook_tells()
    {
        using var folder = new ScratchFolder();
        var database = await SampleCopies.Loaded.Into(folder.Path);
        var json = JsonNode.Parse(CommandRun.Of("facilities", "--data", folder.Path, "--from", "2022-12-12", "--days", "3", "--json").Out)!;
        await using (var db = database.Open())
        {
            var outlook = await ReadFacilityOutlook.Run(
                db, LoadSample.Operation.Id, new FacilityPeriod(new DateOnly(2022, 12, 12), 3), DateOnly.FromDateTime(DateTime.UtcNow), Relight.Matching.Practice.Default, Cancel);
            Assert.Equal(outlook.Facilities.Select(line => $"{line.Facility.Id}"), json["facilities"]!.AsArray().Select(line => line!["facility"]!["id"]!.GetValue<string>()));
            Assert.Equal((3, outlook.SavedPeopleHours), (json["days"]!.GetValue<int>(), json["savedPeopleHours"]!.GetValue<decimal>()));
        }
        var run = CommandRun.Of("facilities", "--data", folder.Path, "--from", "2022-12-12", "--days", "3");
        Assert.Equal(0, run.ExitCode);
        foreach (var part in new[] { "2022-12-12 to 2022-12-14", "left without", "Fuel, litres" })
            Assert.Contains(part, run.Out, StringComparison.Ordinal);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Theory]
    [InlineData("--days", "--days", "0", "--from", "2022-12-12")]
    [InlineData("--days", "--days", "32", "--from", "2022-12-12")]
    [InlineData("--from", "--from", "tomorrow")]
    [InlineData("--from", "--from", "1999-12-12")]
    [InlineData("--from", "--days", "3")]
    public void What_is_wrong_is_told_by_its_option_before_any_data_is_made(string place, params string[] options)
    {
        using var folder = new ScratchFolder();
        var run = CommandRun.Of(["facilities", "--data", folder.At("data"), .. options]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"error: {place}: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }
}
