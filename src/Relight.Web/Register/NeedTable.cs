using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Access;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Languages.Words;
using Column = Relight.Web.Register.StoredColumn<Relight.Register.Need, Relight.Storage.NeedRow>;
using Order = Relight.Storage.RowOrder<Relight.Register.Need, Relight.Storage.NeedRow>;

namespace Relight.Web.Register;

/// <summary>The table of needs; where they are stands in it for coordinators alone.</summary>
/// <param name="text">Values of the register in words.</param>
/// <param name="reader">Who reads.</param>
/// <param name="indexes">Indexes of the offers, by which the needs of a page are judged.</param>
internal sealed class NeedTable(RegisterText text, Reader reader, MatchIndexes indexes)
{
    /// <summary>The table as the database reads it: a page of it reads, and judges, the needs that it shows.</summary>
    public StoredTable<Need, NeedRow, NeedLine> Stored => new(
        Table,
        // A reader who does not see a column must not find out by an order what stands in it.
        reader.May(Audience.Coordination) ? s_inside : s_columns,
        Order.By(row => row.Rank),
        false,
        (db, operation, rows, cancel) => NeedLine.Of(db, operation, rows, reader, cancel))
    {
        Finish = reader.May(Audience.Coordination) ? Judge : (_, _, lines, _) => Task.FromResult(lines),
        Finished = ["match"],
    };

    private static readonly Dictionary<string, Column> s_columns = new()
    {
        ["title"] = new(Order.By(row => row.Title)),
        ["kind"] = new(Order.By(row => row.Kind), Whether(words => ListWords.Members<NeedKind>(words) is { } kinds ? NeedSearch.Kind(kinds) : null)),
        ["priority"] = new(Order.By(row => row.Rank), Whether(words => ListWords.Members<Priority>(words) is { } priorities ? NeedSearch.Priority(priorities) : null)),
        ["voltage"] = new(Order.By(row => row.Kilovolts), Within("kV", NeedSearch.Kilovolts)),
        ["power"] = new(Order.By(row => row.Megavoltamperes), Within("MVA", NeedSearch.Megavoltamperes)),
        ["load"] = new(Order.By(row => row.Kilowatts), Within("kW", NeedSearch.Kilowatts)),
        ["deadline"] = new(Order.By(row => row.Deadline)),
    };

    private static readonly Dictionary<string, Column> s_inside = new(s_columns)
    {
        ["oblast"] = new(Order.ByOptional(row => row.Oblast), Whether(words => NeedSearch.Oblast(ListWords.Codes(words)))),
        ["organisation"] = new(Order.By(row => row.OrganisationWords)),
    };

    public Table<NeedLine> Table => new("needs", LayoutWords.Needs, [.. Columns(), .. reader.May(Audience.Coordination) ? Inside() : []]);

    private static Column<NeedLine>[] Columns() =>
    [
        new("title", NeedWords.Need, row => new Cell(NeedWords.TitleOf(row.Requirement)) { Link = $"needs/{row.Id}" })
        {
            SortBy = row => NeedWords.TitleOf(row.Requirement),
            Filter = new Filter<NeedLine>.Contains(row => NeedWords.TitleOf(row.Requirement) + " " + row.Title),
            Hxl = "#indicator+need+name",
            Csv = row => row.Title,
        },
        new("kind", NeedWords.Kind, row => ItemWords.Of(row.Kind).ToString())
        {
            SortBy = row => ItemWords.Of(row.Kind).ToString(),
            Filter = new Filter<NeedLine>.OneOf(row => row.Kind.ToString(), code => Enum.TryParse<NeedKind>(code, out var kind) ? ItemWords.Of(kind) : code) { Codes = Enum.GetNames<NeedKind>() },
            Hxl = "#sector+type",
            Csv = row => row.Kind.ToString(),
        },
        new("priority", NeedWords.Priority, row => new Cell(ItemWords.Of(row.Priority)) { Badge = ToneOf(row.Priority) })
        {
            SortBy = row => (int)row.Priority,
            Filter = new Filter<NeedLine>.OneOf(row => row.Priority.ToString(), code => Enum.TryParse<Priority>(code, out var priority) ? ItemWords.Of(priority) : code) { Codes = Enum.GetNames<Priority>() },
            IsShort = true,
            Hxl = "#severity",
            Csv = row => row.Priority.ToString(),
        },
        Number("voltage", NeedWords.Voltage, "kV", "#capacity+voltage+kv", RequirementNumbers.Kilovolts),
        Number("power", NeedWords.Power, "MVA", "#capacity+power+mva", RequirementNumbers.Megavoltamperes),
        Number("load", NeedWords.Load, "kW", "#capacity+load+kw", RequirementNumbers.Kilowatts),
        new("deadline", NeedWords.Deadline, row => row.Deadline is { } day ? Show.Date(day) : "–")
        {
            SortBy = row => row.Deadline,
            IsShort = true,
            Hxl = "#date+end",
            Csv = row => row.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
    ];

    private Column<NeedLine>[] Inside() =>
    [
        new("oblast", NeedWords.Oblast, row => row.Oblast is { } area ? AreaWords.Of(area.Code) : "–")
        {
            SortBy = row => row.Oblast is { } area ? AreaWords.Of(area.Code) : null,
            Filter = new Filter<NeedLine>.OneOf(row => row.Oblast?.Code ?? "", AreaWords.Of) { Codes = [.. AreaWords.Codes] },
            Hxl = "#adm1+code",
            Csv = row => row.Oblast?.Code,
        },
        new("organisation", NeedWords.NeededBy, row => new Cell(text.Name(row.Organisation ?? "–")) { Language = "en" })
        {
            SortBy = row => row.Organisation,
            IsLong = true,
            Hxl = "#org+impl",
            Csv = row => row.Organisation,
        },
        new("match", NeedWords.BestVerdict, row => row.Best is { } verdict
            ? new Cell(NeedWords.Of(verdict)) { Badge = NeedWords.ToneOf(verdict), Link = $"needs/{row.Id}#matches" }
            : "–")
        {
            SortBy = row => (int?)row.Best,
            Filter = new Filter<NeedLine>.OneOf(row => $"{row.Best}", VerdictName) { Codes = Enum.GetNames<Verdict>() },
            IsShort = true,
            Hxl = "#status+match",
            Csv = row => row.Best?.ToString(),
        },
    ];

    internal static string VerdictName(string code) => Enum.TryParse<Verdict>(code, out var verdict) ? NeedWords.Of(verdict) : code;

    private async Task<IReadOnlyList<NeedLine>> Judge(RelightContext db, Id<Operation> operation, IReadOnlyList<NeedLine> lines, CancellationToken cancel)
    {
        var ids = lines.Select(line => line.Id).ToList();
        var rows = await db.Needs.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        var best = await BestMatches.OfNeeds(db, operation, rows.ConvertAll(row => row.Read()), indexes, cancel);
        return [.. lines.Select(line => line with { Best = best.TryGetValue(line.Id, out var verdict) ? verdict : null })];
    }

    private static Func<RelightContext, Id<Operation>, string, Task<ListCondition?>> Whether(Func<string, RowCondition<NeedRow>?> condition) =>
        (_, _, words) => Task.FromResult<ListCondition?>(condition(words));

    private static Func<RelightContext, Id<Operation>, string, Task<ListCondition?>> Within(string unit, Func<double, double, RowCondition<NeedRow>> condition) =>
        Whether(words => ListWords.Number(words, unit) is { } range ? condition(range.Low, range.High) : null);

    internal static Tone ToneOf(Priority priority) => priority switch { Priority.Critical => Tone.Bad, Priority.High => Tone.Work, _ => Tone.None };

    private static Column<NeedLine> Number(string key, Languages.Text title, string unit, string hxl, Func<Requirement, decimal?> value) =>
        new(key, title, row => value(row.Requirement) is { } number ? Show.Number(number) : "–")
        {
            IsNumber = true,
            SortBy = row => value(row.Requirement),
            Filter = new Filter<NeedLine>.Measure(row => Design.Range.Of(value(row.Requirement)), unit),
            Hxl = hxl,
            Csv = row => value(row.Requirement)?.ToString(CultureInfo.InvariantCulture),
        };
}
