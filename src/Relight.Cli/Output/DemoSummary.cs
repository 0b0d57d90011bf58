using Relight.Matching;
using Relight.Register;
using Relight.Sample;
using Relight.Storage;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>What the demo prints: who gives what, what fits where, what to repair first, and what that brings.</summary>
internal static class DemoSummary
{
    private const int QuestionsShown = 3;
    private const int MatchesShownOfAKind = 5;
    private const int AcFindingsShown = 8;

    /// <summary>Prints it all.</summary>
    public static async Task WriteAsync(Terminal terminal, Database database, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var summary = await ReadSummary.Run(db, LoadSample.Operation.Id, cancellation);
        WriteGifts(terminal, summary.Given);
        WriteMatches(terminal, summary);
        await WriteBestMatchesAsync(terminal, db, cancellation);
        WritePlan(terminal, summary);
    }

    private static void WriteGifts(Terminal terminal, IReadOnlyList<GivenRow> given)
    {
        Heading(terminal, "Who gives what (public facts of winter 2022 to 2023; nothing is counted twice)");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Donor", "Gives", "Promised", "Come furthest");
        var last = "";
        foreach (var row in given)
        {
            var donors = string.Join(", ", row.Donors) + (row.Donors.Count > 1 ? " (jointly)" : "");
            table.AddRow(
                new Text(donors == last ? "" : donors),
                new Text($"{(row.WorthOfGoods ? "worth of goods" : Words(row.Item))}, {row.Measure}"),
                new Text(row.Promised.ToString()),
                new Text($"{row.Furthest.Name}: {row.There}"));
            last = donors;
        }
        terminal.Tables.Write(table);
    }

    private static void WriteMatches(Terminal terminal, SampleSummary summary)
    {
        Heading(terminal, "What fits where: pairs of a need and an offer of its kind");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("Kind", "Needs", "Can be served", "Fits", "Fits with work", "Cannot tell yet", "Does not fit");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var row in summary.Matches)
        {
            int[] counts = [row.Needs, row.Served, row.Fits, row.FitsWithWork, row.CannotTellYet, row.DoesNotFit];
            table.AddRow([Words(row.Kind), .. counts.Select(count => Numbers.Count(count))]);
        }
        terminal.Tables.Write(table);
        if (summary.Questions.Count > 0)
            terminal.Out.WriteLine($"To ask donors: {string.Join(" ", summary.Questions.Take(QuestionsShown))}");
    }

    private static async Task WriteBestMatchesAsync(Terminal terminal, RelightContext db, CancellationToken cancellation)
    {
        var operation = LoadSample.Operation.Id;
        var all = new Paging(1, Paging.MostRows);
        var needs = await NeedList.ReadForCoordination(db, operation, new NeedFilter(), all, cancellation);
        var offers = await OfferList.ReadForCoordination(db, operation, new OfferFilter(), all, cancellation);
        var matches = await MatchOffers.ForAll(db, operation, Practice.Default, cancellation);
        var best = matches.GroupBy(match => match.Need).ToDictionary(group => group.Key, group => group.First());
        var titles = offers.Items.ToDictionary(offer => offer.Id, offer => $"{offer.Title} ({offer.Donor})");

        Heading(terminal, "The best offer for the most urgent needs of each kind");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Need", "Best offer", "Verdict", "Because");
        var shown = needs.Items.Where(need => best.ContainsKey(need.Id))
            .DistinctBy(need => (need.Title, best[need.Id].Offer))
            .GroupBy(need => need.Kind).SelectMany(kind => kind.Take(MatchesShownOfAKind));
        foreach (var need in shown)
        {
            var match = best[need.Id];
            table.AddRow(new Text(need.Title), new Text(titles[match.Offer]), new Text(Words(match.Verdict)), new Text(Because(match)));
        }
        terminal.Tables.Write(table);
    }

    /// <summary>The rule that decides: the worst verdict, of these the least margin.</summary>
    private static string Because(Match match)
    {
        var rule = match.Rules.Where(rule => rule.Counts)
            .OrderByDescending(rule => rule.Verdict).ThenBy(rule => rule.MarginPercent ?? decimal.MaxValue).FirstOrDefault();
        return rule is null ? "" : $"{rule.Rule}: {rule.Because}";
    }

    private static void WritePlan(Terminal terminal, SampleSummary summary)
    {
        if (summary.Plan is not { } reading)
            return;
        var scenario = reading.Scenario;
        Heading(terminal, $"What to repair first ({scenario.Model.Label}; hours from {scenario.At(0):yyyy-MM-dd HH:mm} UTC)");
        var from = scenario.Problem.Repairs.ToDictionary(repair => repair.Element, repair => repair.AvailableFrom);
        var units = summary.FirstRepairs.ToDictionary(row => row.Repair.Element, row => row.Equipment?.Title);
        PlanView.WriteRepairs(
            terminal, reading.Best.Plan, ReadSummary.Repairs, scenario.NameOf, element => Equipment(units[element], from[element]));
        PlanView.WriteCurve(terminal, reading.Best.Plan);
        AcView.Write(terminal, reading.Best.Plan, scenario.NameOf, AcFindingsShown);
        if (reading.ListOrder is { } list)
            PlanView.WriteWorth(terminal, reading.Best.Plan, list.Plan);
        if (summary.Joint is not { } joint)
            return;
        Heading(terminal, "What it saves to plan and allocate together");
        AllocationView.Write(terminal, joint);
    }

    private static string Equipment(string? unit, double hour) =>
        hour > 0 ? $"{unit ?? "parts"}, hour {Numbers.Hours(hour)}" : unit ?? "at hand";

    private static void Heading(Terminal terminal, string text)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(text);
    }

    /// <summary>The name of a value in words: <c>FitsWithWork</c> is "fits with work".</summary>
    private static string Words(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
