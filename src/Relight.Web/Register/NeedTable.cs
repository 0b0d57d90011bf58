using System.Globalization;
using Relight.Access;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Register;

/// <summary>The table of needs; where they are stands in it for coordinators alone.</summary>
/// <param name="text">Values of the register in words.</param>
/// <param name="reader">Who reads.</param>
/// <param name="best">The best verdict that an offer has for a need; empty where the reader may not know.</param>
internal sealed class NeedTable(RegisterText text, Reader reader, IReadOnlyDictionary<Id<Need>, Verdict> best)
{
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
            Filter = new Filter<NeedLine>.OneOf(row => row.Kind.ToString(), code => Enum.TryParse<NeedKind>(code, out var kind) ? ItemWords.Of(kind) : code),
            Hxl = "#sector+type",
            Csv = row => row.Kind.ToString(),
        },
        new("priority", NeedWords.Priority, row => new Cell(ItemWords.Of(row.Priority)) { Badge = ToneOf(row.Priority) })
        {
            SortBy = row => (int)row.Priority,
            Filter = new Filter<NeedLine>.OneOf(row => row.Priority.ToString(), code => Enum.TryParse<Priority>(code, out var priority) ? ItemWords.Of(priority) : code),
            IsShort = true,
            Hxl = "#severity",
            Csv = row => row.Priority.ToString(),
        },
        Number("voltage", NeedWords.Voltage, "kV", "#capacity+voltage+kv", requirement => (requirement as TransformerBay)?.HighKilovolts ?? (requirement as BreakerBay)?.SystemUm),
        Number("power", NeedWords.Power, "MVA", "#capacity+power+mva", requirement => (requirement as TransformerBay)?.LoadMegavoltamperes),
        Number("load", NeedWords.Load, "kW", "#capacity+load+kw", requirement => (requirement as FacilityPower)?.LoadKilowatts),
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
            Filter = new Filter<NeedLine>.OneOf(row => row.Oblast?.Code ?? "", AreaWords.Of),
            Hxl = "#adm1+code",
            Csv = row => row.Oblast?.Code,
        },
        new("organisation", NeedWords.NeededBy, row => new Cell(text.Name(row.Organisation ?? "–")) { Language = "en" })
        {
            SortBy = row => row.Organisation,
            Hxl = "#org+impl",
            Csv = row => row.Organisation,
        },
        new("match", NeedWords.BestVerdict, row => best.TryGetValue(row.Id, out var verdict)
            ? new Cell(NeedWords.Of(verdict)) { Badge = NeedWords.ToneOf(verdict), Link = $"needs/{row.Id}#matches" }
            : "–")
        {
            SortBy = row => best.TryGetValue(row.Id, out var verdict) ? (int)verdict : null,
            Filter = new Filter<NeedLine>.OneOf(
                row => best.TryGetValue(row.Id, out var verdict) ? verdict.ToString() : "",
                code => Enum.TryParse<Verdict>(code, out var verdict) ? NeedWords.Of(verdict) : code),
            IsShort = true,
            Hxl = "#status+match",
            Csv = row => best.TryGetValue(row.Id, out var verdict) ? verdict.ToString() : null,
        },
    ];

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
