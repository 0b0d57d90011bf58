using System.Text.Json.Nodes;
using Relight.Access;

namespace Relight.Web.Tests.Api;

/// <summary>Lists: pages that join without gap or repeat, conditions with units, orders, counts, exports.</summary>
public abstract class ReadTests(ApiServer server)
{
    public static TheoryData<string> Lists => ["organisations", "sources", "claims", "links", "contributions", "needs", "offers"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_join_without_gap_or_repeat_in_any_order(string list)
    {
        var total = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/{list}/count"))["total"]!.GetValue<long>();
        Assert.True(total > 20, $"{list}: {total}");
        foreach (var sort in new[] { "", "&sort=id", "&sort=-id" }.Concat(SortsOf(list)))
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                var page = await server.Read(Audience.Operator, $"{ApiServer.Operation}/{list}?limit=7{sort}{(after is null ? "" : $"&after={after}")}");
                seen.AddRange(page["items"]!.AsArray().Select(IdOf));
                after = page["next"]?.GetValue<string>();
            }
            while (after is not null);
            Assert.Equal(total, seen.Count);
            Assert.Equal(total, seen.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Exports_hold_every_row_under_a_row_of_tags(string list)
    {
        var total = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/{list}/count"))["total"]!.GetValue<int>();
        var lines = (await server.Send(Audience.Operator, HttpMethod.Get, $"{ApiServer.Operation}/{list}.ndjson")).Text.TrimEnd('\n').Split('\n');
        Assert.Equal(total, lines.Length);
        Assert.Equal(total, lines.Select(line => IdOf(JsonNode.Parse(line))).Distinct().Count());
        var csv = await server.Send(Audience.Operator, HttpMethod.Get, $"{ApiServer.Operation}/{list}.csv?sort=-id");
        Assert.Equal("text/csv", csv.Type);
        var rows = csv.Text.TrimStart('\uFEFF').Split("\r\n");
        Assert.All(rows[1].Split(','), tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
        Assert.True(rows.Length >= total + 3);
    }

    [Theory]
    [InlineData("offers", "power>=150MVA", 4)]
    [InlineData("offers", "power>=150000kVA", 4)]
    [InlineData("needs", "voltage=330kV", 1)]
    [InlineData("claims", "quantity>=100", 3)]
    [InlineData("claims", "quantity>=1000kg", 1)]
    [InlineData("claims", "value>=1000000EUR", 1)]
    [InlineData("claims", "date=2022-12", 5)]
    [InlineData("claims", "item=generatingSet&stage=goods:announced,goods:committed", 5)]
    [InlineData("contributions", "donor=germany", 1)]
    public async Task Conditions_keep_what_certainly_meets_them(string list, string condition, int least)
    {
        var all = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/{list}/count"))["total"]!.GetValue<long>();
        var kept = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/{list}/count?{condition}"))["total"]!.GetValue<long>();
        Assert.InRange(kept, least, all - 1);
    }

    [Theory]
    [InlineData("value>=1EUR", "value")]
    [InlineData("value<=100000000EUR&value>=1EUR", "-value")]
    [InlineData("quantity>=1pcs", "quantity")]
    [InlineData("item=generatingSet", "item")]
    public async Task What_is_sorted_by_what_was_asked_for_is_what_is_found_in_another_order(string question, string sort)
    {
        async Task<IEnumerable<string>> Found(string order) => (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/contributions?{question}&sort={order}&limit=200"))["items"]!
            .AsArray().Select(item => item!["id"]!.GetValue<string>()).Order();
        var found = await Found("title");
        Assert.NotEmpty(found);
        Assert.Equal(found, await Found(sort));
    }

    [Fact]
    public async Task Two_conditions_on_one_field_both_count()
    {
        var ranged = await server.Read(Audience.Operator, $"{ApiServer.Operation}/offers?power=100..200MVA&limit=500");
        var twice = await server.Read(Audience.Operator, $"{ApiServer.Operation}/offers?power>=100MVA&power<=200MVA&limit=500");
        Assert.Equal(ranged.ToJsonString(), twice.ToJsonString());
        Assert.NotEmpty(ranged["items"]!.AsArray());
    }

    [Fact]
    public async Task An_order_by_a_number_has_unknown_ones_last_in_either_direction()
    {
        foreach (var (sort, sign) in new[] { ("power", 1), ("-power", -1) })
        {
            var items = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/needs?sort={sort}&limit=500"))["items"]!.AsArray();
            var loads = items.Select(item => item!["requirement"]!["loadMegavoltamperes"]?.GetValue<decimal>()).ToList();
            var known = loads.TakeWhile(load => load is not null).Select(load => load!.Value * sign).ToList();
            Assert.True(known.Count > 5);
            Assert.Equal(known.Order(), known);
            Assert.All(loads.Skip(known.Count), load => Assert.Null(load));
        }
    }

    [Fact]
    public async Task Everything_wrong_with_an_address_is_told_at_once()
    {
        var answer = await server.Send(Audience.Operator, HttpMethod.Get, $"{ApiServer.Operation}/offers?power>=200kV&colour=red&limit=0&sort=taste&after=xyz&arrival=soon");
        Assert.Equal(400, answer.Status);
        Assert.Equal("application/problem+json", answer.Type);
        Assert.Equal(["after", "arrival", "colour", "limit", "power", "sort"], answer.Faults.Select(fault => fault.Field).Order());
        Assert.Contains("MVA", answer.Faults.Single(fault => fault.Field == "power").Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_in_one_list_is_none_in_another()
    {
        var next = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/needs?limit=2"))["next"]!.GetValue<string>();
        foreach (var other in new[] { $"needs?limit=2&sort=title&after={next}", $"needs?limit=2&kind=goods&after={next}", "needs?after=AAAA" })
            Assert.Equal(["after"], (await server.Send(Audience.Operator, HttpMethod.Get, $"{ApiServer.Operation}/{other}")).Faults.Select(fault => fault.Field));
    }

    [Fact]
    public async Task Counts_by_a_field_add_up()
    {
        var count = await server.Read(Audience.Operator, $"{ApiServer.Operation}/needs/count?by=kind");
        Assert.Equal(count["total"]!.GetValue<long>(), count["values"]!.AsArray().Sum(value => value!["count"]!.GetValue<long>()));
        Assert.Contains("gridAsset", count["values"]!.AsArray().Select(value => value!["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_record_that_is_known_is_not_sent_again()
    {
        var claim = IdOf((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/claims?limit=1"))["items"]![0]!["claim"]);
        Assert.Equal(304, await Again($"{ApiServer.Operation}/claims/{claim}"));
        // A version says nothing of the claims and names that are read with a contribution.
        var contribution = IdOf((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/contributions?limit=1"))["items"]![0]);
        Assert.Equal(200, await Again($"{ApiServer.Operation}/contributions/{contribution}"));
    }

    // The status of a second reading by whom has what the first one gave.
    private async Task<int> Again(string address)
    {
        var first = await server.Send(Audience.Coordination, HttpMethod.Get, address);
        Assert.True(first.Status == 200 && first.ETag is { Length: > 2 }, $"{address}: {first.Status} {first.ETag}");
        return (await server.Send(Audience.Coordination, HttpMethod.Get, address, change: request => request.Headers.TryAddWithoutValidation("If-None-Match", first.ETag))).Status;
    }

    [Fact]
    public async Task The_funnel_the_ledger_and_matches_can_be_read()
    {
        Assert.NotEmpty((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funnel"))["lines"]!.AsArray());
        var ledger = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/ledger?limit=3");
        var numbers = ledger["items"]!.AsArray().Select(line => line!["number"]!.GetValue<long>()).ToList();
        var more = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/ledger?limit=3&after={ledger["next"]!.GetValue<string>()}");
        Assert.Equal(numbers[^1] - 1, more["items"]![0]!["number"]!.GetValue<long>());
        var need = IdOf((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?kind=gridAsset&limit=1"))["items"]![0]);
        Assert.NotEmpty((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs/{need}/matches"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Matches_are_read_page_by_page()
    {
        var need = IdOf((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?kind=gridAsset&limit=1"))["items"]![0]);
        var address = $"{ApiServer.Operation}/needs/{need}/matches";
        var all = (await server.Read(Audience.Coordination, $"{address}?limit=500"))["items"]!.AsArray().Select(match => match!["offer"]!.GetValue<string>()).ToList();
        Assert.True(all.Count > 4, $"{all.Count}");
        var (paged, next) = (new List<string>(), "");
        do
        {
            var page = await server.Read(Audience.Coordination, $"{address}?limit=2{next}");
            paged.AddRange(page["items"]!.AsArray().Select(match => match!["offer"]!.GetValue<string>()));
            next = page["next"] is { } after ? $"&after={after.GetValue<string>()}" : null;
        }
        while (next is not null);
        Assert.Equal(all, paged);
        var elsewhere = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/offers?limit=1"))["next"]!.GetValue<string>();
        foreach (var wrong in new[] { "after=here", $"after={elsewhere}", "limit=0", "limit=many", "sort=title", "colour=red" })
        {
            var answer = await server.Send(Audience.Coordination, HttpMethod.Get, $"{address}?{wrong}");
            Assert.Equal((400, wrong.Split('=')[0]), (answer.Status, answer.Faults.Select(fault => fault.Field).Distinct().Single()));
        }
    }

    [Theory]
    [InlineData("/api/operations/not-an-id/needs")]
    [InlineData("/api/operations/00000000-0000-0000-0000-000000000000/needs")]
    [InlineData("/api/nothing")]
    public async Task What_is_not_there_is_a_problem(string path)
    {
        var answer = await server.Send(Audience.Operator, HttpMethod.Get, path);
        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.Type));
    }

    private static string[] SortsOf(string list) => list switch
    {
        "needs" => ["&sort=deadline", "&sort=-deadline", "&sort=title", "&sort=power", "&sort=-load", "&sort=oblast"],
        "offers" => ["&sort=units", "&sort=-units", "&sort=-power", "&sort=arrival"],
        "contributions" => ["&sort=changed", "&sort=-changed", "&sort=-title", "&sort=value"],
        "claims" => ["&sort=-date", "&sort=donor", "&sort=quantity"],
        _ => [],
    };

    private static string IdOf(JsonNode? item) => (item!["id"] ?? item["claim"]!["id"])!.GetValue<string>();
}

/// <summary>On SQLite.</summary>
[Collection<ApiCollection>]
public sealed class ReadTestsOnSqlite(ApiServer server) : ReadTests(server);

/// <summary>On PostgreSQL, where there is one to test on.</summary>
[Collection<PostgresApiCollection>]
public sealed class ReadTestsOnPostgres(PostgresApiServer server) : ReadTests(server.OrSkip());
