using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>
/// How SQLite answers every question of the lists of claims, contributions, needs and offers: by its own account
/// (EXPLAIN QUERY PLAN) no table is read from end to end, nothing but what meets the conditions is sorted, and where many rows
/// have to be looked through, it is in an index that holds what is asked.
/// </summary>
public sealed partial class ListPlanTests : IAsyncLifetime
{
    // More rows than a list looks at one by one, so that what few rows meet is asked of the database as a whole.
    private const int Rows = 6_000;

    // Nearly all rows have the first version: no index is kept of it, and what few rows meet is found by reading all.
    private const string WithoutIndex = "version";

    private readonly Server _server = new();
    private QueryPlans _plans = null!;

    /// <summary>For each list, a condition on each field that no row meets, so that all that the list does to find rows is done.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> s_conditions = new Dictionary<string, string[]>
    {
        ["claims"] =
        [
            "date>=2031-01-01", "date=1990-01-01..1990-12-31", "date<=1990-01-01", "donor=nobody of this name", "item=battery", "description=no such words", "quantity>=987654321pcs", "quantity<=0.5t",
            "value>=987654321EUR", "value=1..2JPY", "stage=money:lost", "quote=no such words", "language=sw", "publisher=nobody of this name", "address=no.such.host", $"contribution={Guid.Empty}", $"id={Guid.Empty}",
        ],
        ["contributions"] =
        [
            "title=no such words", "donor=nobody of this name", "jointly=true", "item=battery", "stage=money:lost", "furthest=money:lost", "quantity>=987654321pcs", "value>=987654321EUR", "claims>=99", "changed<=1990-01-01", $"id={Guid.Empty}",
        ],
        ["needs"] =
        [
            "title=no such words", "kind=money", "item=battery", "priority=normal", "deadline>=2051-01-01", "organisation=nobody of this name", "oblast=UA01", "version>=99", "voltage>=9000kV", "power>=90000MVA", "load>=90000000kW",
            "amount>=987654321pcs", "money>=987654321EUR", "units>=9999", $"id={Guid.Empty}",
        ],
        ["offers"] =
        [
            "title=no such words", "item=battery", "donor=nobody of this name", "condition=repairable", "origin=ZW", "dispatch=ZW", "place=nowhere", "available>=2051-01-01", "arrival>=2051-01-01", "version>=99",
            "voltage>=9000kV", "low<=0.001kV", "power>=90000MVA", "active>=90000MW", "mass>=9000t", "units>=9999", $"contribution={Guid.Empty}", $"id={Guid.Empty}",
        ],
    };

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await using var db = _server.Database.Open();
        await Multiply(db);
        _plans = new QueryPlans(_server.Database);
    }

    public async ValueTask DisposeAsync()
    {
        _plans.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task No_list_question_reads_a_table_from_end_to_end_or_sorts_all_of_it()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (list, audience) in new[] { ("claims", Audience.Coordination), ("contributions", Audience.Coordination), ("needs", Audience.Coordination), ("needs", Audience.Donor), ("offers", Audience.Coordination) })
        {
            var (sorts, conditions) = await TakenAsync(list, audience);
            foreach (var question in sorts.SelectMany(sort => new[] { $"sort={sort}", $"sort=-{sort}" })
                .Concat(conditions).Concat(conditions.SelectMany(condition => sorts.Select(sort => $"{condition}&sort={sort}"))))
                foreach (var line in NameOf(question) == WithoutIndex ? [] : await WrongAsync(list, audience, question))
                    wrong.Add($"{list} {question} {line}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Every field of a list has a condition above, and every one that it can be sorted by is tried.
    private async Task<(IReadOnlyList<string> Sorts, IReadOnlyList<string> Conditions)> TakenAsync(string list, Audience audience)
    {
        var answer = await _server.Send(audience, HttpMethod.Get, $"{ApiServer.Operation}/{list}?sort=none&none=1");
        var rules = answer.Faults.ToDictionary(fault => fault.Field, fault => fault.Rule);
        var sorts = Names(rules["sort"], "must be one of ", ", with - before");
        var fields = Names(rules["none"], "there are ", ", and sort");
        Assert.Empty(fields.Except(s_conditions[list].Select(NameOf)));
        return (sorts, [.. s_conditions[list].Where(condition => fields.Contains(NameOf(condition)))]);
    }

    private static string NameOf(string condition) => FieldName().Match(condition).Value;

    private static string[] Names(string rule, string before, string after)
    {
        var from = rule.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return rule[from..rule.IndexOf(after, StringComparison.Ordinal)].Split(", ");
    }

    private async Task<IEnumerable<string>> WrongAsync(string list, Audience audience, string question)
    {
        _plans.Seen.Clear();
        var answer = await _server.Send(audience, HttpMethod.Get, $"{ApiServer.Operation}/{list}?{question.Replace(" ", "%20", StringComparison.Ordinal)}");
        return answer.Status != 200 ? [answer.Text] : _plans.Seen.SelectMany(plan => plan.Wrong()).Distinct();
    }

    // Copies each row so often that there are some thousands, under ids of which the first part counts the copies.
    private static async Task Multiply(RelightContext db)
    {
        foreach (var (table, ids) in new[] { ("claim", new[] { "Id" }), ("contribution", ["Id"]), ("need", ["Id"]), ("offer", ["Id"]), ("part", ["Contribution"]), ("adoption", ["Claim", "Contribution"]) })
        {
            var of = table is "part" ? "contribution" : table is "adoption" ? "claim" : table;
            var columns = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info({table})").ToListAsync();
            static string Copied(string id) => $"printf('%08X', n) || substr(\"{id}\", 9)";
            var values = columns.Select(column => ids.Contains(column) ? Copied(column)
                : column == "Document" ? $"replace(\"Document\", lower(\"{ids[0]}\"), lower({Copied(ids[0])}))"
                : $"\"{column}\"");
            var copy =
                $"""
                INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {Rows} / (SELECT count(*) FROM "{of}" WHERE "Id" NOT LIKE '0000____-%') + 1)
                SELECT {string.Join(", ", values)} FROM (SELECT * FROM "{table}") CROSS JOIN copies
                """;
            await db.Database.ExecuteSqlRawAsync(copy);
        }
        await db.Survey(anew: true, default);
    }

    [GeneratedRegex("^[a-zA-Z]+")]
    private static partial Regex FieldName();

    /// <summary>A server on a data folder of its own.</summary>
    private sealed class Server : ApiServer;
}
