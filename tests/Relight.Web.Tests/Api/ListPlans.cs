using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Storage;

namespace Relight.Web.Tests.Api;

/// <summary>
/// How a database answers every question of the lists of claims, contributions, needs and offers: by its own account
/// no table is read from end to end, nothing but what meets the conditions is sorted, and where many rows
/// have to be looked through, it is in an index that holds what is asked. Claims and contributions are looked through in memory,
/// into which they were read before; the database is asked for those of a page.
/// </summary>
public abstract partial class ListPlans(ApiServer server) : IAsyncLifetime
{
    // More rows than a list looks at one by one, so that what few rows meet is asked of the database as a whole.
    private const int Rows = 6_000;

    private static readonly (string Table, string[] Ids)[] s_copied = [("claim", ["Id"]), ("contribution", ["Id"]), ("need", ["Id"]), ("offer", ["Id"]), ("adoption", ["Claim", "Contribution"])];

    // Nearly all rows have the first version: no index is kept of it, and what few rows meet is found by reading all.
    private const string WithoutIndex = "version";

    private QueryPlans _plans = null!;

    /// <summary>For each list, a condition on each field that no row meets, so that all that the list does to find rows is done.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> s_conditions = new Dictionary<string, string[]>
    {
        ["claims"] =
        [
            "date>=2031-01-01", "date=1990-01-01..1990-12-31", "date<=1990-01-01", "donor=nobody of this name", "item=battery", "item=battery,gasTurbine", "description=no such words", "quantity>=987654321pcs", "quantity<=0.5t",
            "value>=987654321EUR", "value=1..2JPY", "stage=money:lost", "stage=money:lost,goods:lost", "quote=no such words", "language=sw", "publisher=nobody of this name", "address=no.such.host", $"contribution={Guid.Empty}", $"id={Guid.Empty}",
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

    public virtual async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await using var db = server.Database.Open();
        foreach (var (table, ids) in s_copied)
            await Multiply(db, table, ids, table is "adoption" ? "claim" : table);
        await Survey(db);
        // Reads claims and contributions into memory.
        await server.Read(Audience.Coordination, $"{ApiServer.Operation}/claims");
        _plans = new QueryPlans(Explain);
    }

    public async ValueTask DisposeAsync()
    {
        _plans?.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>Has the database explain a statement; null where it was put to another one.</summary>
    private protected abstract IQueryPlan? Explain(DbCommand command);

    /// <summary>Names of the columns of a table.</summary>
    protected abstract IQueryable<string> ColumnsOf(RelightContext db, string table);

    /// <summary>An id of a copy, as the database works it out: the first eight digits count the copies.</summary>
    protected abstract string Copied(string id);

    /// <summary>Has the database look at how its values are distributed.</summary>
    protected abstract Task Survey(RelightContext db);

    [Fact]
    public virtual async Task No_list_question_reads_a_table_from_end_to_end_or_sorts_all_of_it()
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
        var answer = await server.Send(audience, HttpMethod.Get, $"{ApiServer.Operation}/{list}?sort=none&none=1");
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
        var answer = await server.Send(audience, HttpMethod.Get, $"{ApiServer.Operation}/{list}?{question.Replace(" ", "%20", StringComparison.Ordinal)}");
        return answer.Status != 200 ? [answer.Text] : _plans.Seen.IsEmpty ? ["nothing was explained"] : _plans.Seen.SelectMany(plan => plan.Wrong()).Distinct();
    }

    // Copies each row so often that there are some thousands, under ids of which the first part counts the copies.
    private async Task Multiply(RelightContext db, string table, string[] ids, string of)
    {
        var columns = await ColumnsOf(db, table).ToListAsync();
        var values = columns.Select(column => ids.Contains(column) ? Copied(column)
            : column == "Document" ? $"replace(\"Document\", lower(CAST(\"{ids[0]}\" AS text)), lower(CAST({Copied(ids[0])} AS text)))"
            : $"\"{column}\"");
        var copy =
            $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {Rows} / (SELECT count(*) FROM "{of}" WHERE CAST("Id" AS text) NOT LIKE '0000____-%') + 1)
            SELECT {string.Join(", ", values)} FROM (SELECT * FROM "{table}") AS rows CROSS JOIN copies
            """;
        await db.Database.ExecuteSqlRawAsync(copy);
    }

    [GeneratedRegex("^[a-zA-Z]+")]
    private static partial Regex FieldName();
}
