using System.Globalization;
using Relight.Matching;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Matching;

/// <summary>The table of the wanted list.</summary>
internal static class WantedTable
{
    /// <summary>Its columns on the page, where the specification stands below the name.</summary>
    public static Table<WantedUnit> Table => new("wanted", WantedWords.Title, [Unit, .. s_figures]);

    /// <summary>Its columns in the file, where the specification has its own.</summary>
    public static Table<WantedUnit> File => new("wanted", WantedWords.Title, [Unit, Specification, Rest, .. s_figures]);

    private static Column<WantedUnit> Unit =>
        new("unit", WantedWords.Unit, row => new Cell(WantedWords.NameOf(row))
        {
            Link = row.Need is { } need ? $"needs/{need}" : null,
            Note = NoteOf(row),
        })
        {
            SortBy = WantedWords.NameOf,
            Filter = new Filter<WantedUnit>.Contains(row => $"{WantedWords.NameOf(row)} {row.Title}"),
            Hxl = "#item+name",
            Csv = row => row.Title ?? $"parts: {row.Part}",
        };

    private static string? NoteOf(WantedUnit row)
    {
        IEnumerable<string?> parts =
        [
            WantedWords.RestOf(row), .. WantedFacts.Of(row).Select(fact => $"{fact.Name}: {fact.Value}"), row.FreesOffered ? ProposalMakingWords.FreesOffered.ToString() : null,
        ];
        return string.Join(" · ", parts.OfType<string>()) is { Length: > 0 } note ? note : null;
    }

    private static Column<WantedUnit> Specification => new("specification", WantedWords.Shortest, _ => "")
    {
        Hxl = "#item+specification",
        Csv = row => row.Shortest is null ? null : string.Join("; ", WantedFacts.Of(row).Select(fact => $"{fact.Name.En}: {fact.Value}")),
    };

    private static Column<WantedUnit> Rest => Number("rest", WantedWords.Rest, "#item+units+rest", row => row.Rest > 0 ? row.Rest : null);

    private static readonly Column<WantedUnit>[] s_figures =
    [
        Number("units", WantedWords.Units, "#item+units", row => row.Missing),
        new("priority", NeedWords.Priority, row => row.Priority is { } priority ? ItemWords.Of(priority) : "–")
        {
            SortBy = row => (int?)row.Priority,
            IsShort = true,
            Hxl = "#severity",
            Csv = row => row.Priority?.ToString(),
        },
        new("deadline", NeedWords.Deadline, row => row.Deadline is { } day ? Show.Date(day) : "–")
        {
            SortBy = row => row.Deadline,
            IsShort = true,
            Hxl = "#date+end",
            Csv = row => row.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        Number("oneMore", WantedWords.OneMore, "#value+onemore+mwh", row => row.OneMoreMegawattHours),
        Number("oneMorePeople", WantedWords.OneMorePeople, "#value+onemore+peoplehours", row => row.OneMorePeopleHours),
        Number("sooner", WantedWords.Sooner, "#value+weeksooner+mwh", row => row.WeekSoonerMegawattHours),
        Number("soonerPeople", WantedWords.SoonerPeople, "#value+weeksooner+peoplehours", row => row.WeekSoonerPeopleHours),
    ];

    private static Column<WantedUnit> Number(string key, Text title, string hxl, Func<WantedUnit, decimal?> number) =>
        new(key, title, row => number(row) is { } known ? Show.Number(known) : "–")
        {
            IsNumber = true,
            SortBy = row => number(row),
            Filter = new Filter<WantedUnit>.Measure(row => Design.Range.Of(number(row)), ""),
            Hxl = hxl,
            Csv = row => number(row)?.ToString(CultureInfo.InvariantCulture),
        };
}
