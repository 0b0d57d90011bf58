using System.CommandLine;
using System.Globalization;
using Relight.Grid.Import;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Cli;

/// <summary><c>relight match</c>: offers for a need, needs for an offer, offers by conditions with units, or what to ask donors.</summary>
internal static class MatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var need = Id("--need", "Id of a need: tells the offers that can serve it, best first");
        var offer = Id("--offer", "Id of an offer: tells the needs that it can serve, best first");
        var where = new Option<string?>("--where") { Description = "Conditions, e.g. 'HV = 330 kV ± 5 %, power ≥ 200 MVA, ready before 15 January'; by itself tells the offers that meet them", HelpName = "TEXT" };
        var questions = new Option<bool>("--questions") { Description = "Tell what to ask donors, each in its language" };
        var limit = new Option<int>("--limit") { Description = "How many are told", HelpName = "N", DefaultValueFactory = _ => 20 };
        var options = new OperationOptions();
        var command = new Command("match", "Finds offers for a need, needs for an offer, or what to ask donors") { need, offer, where, questions, limit };
        options.AddTo(command);
        SearchOptions.Positive(limit);
        command.SetAction((parsed, cancellation) => options.RunAsync(terminal, parsed, (database, of) => FindAsync(parsed, database, of, cancellation), cancellation));
        return command;

        async Task<int> FindAsync(ParseResult parsed, Database database, Id<Operation> of, CancellationToken cancellation)
        {
            await using var db = database.Open();
            var (words, most) = (parsed.GetValue(where), parsed.GetValue(limit));
            if (parsed.GetValue(questions))
                return Tell(terminal, await QuestionsToDonors.Read(db, of, Practice.Default, cancellation));
            if (parsed.GetValue(need) is { } wanted)
                return await ForNeedAsync(terminal, db, of, wanted, words, most, cancellation);
            if (parsed.GetValue(offer) is { } given)
                return await ForOfferAsync(terminal, db, of, given, words, most, cancellation);
            if (words is null)
                return Refuse(terminal, "match", "must be told what to find: --need, --offer, --where or --questions");
            if (Read(terminal, words, SearchFields.OfOffers) is not { } query)
                return ExitCode.BadInput;
            var found = await FindMatches.Offers(db, of, query, most, new MatchIndexes(), cancellation);
            foreach (var one in found.Offers)
                terminal.Out.WriteLine($"{one.Id}  {one.Units} × {one.Title}, {one.Donor}");
            return Count(terminal, found.Offers.Count, found.Found, found.Unsettled);
        }
    }

    private static Option<string?> Id(string name, string says) => new(name) { Description = says, HelpName = "ID" };

    private static async Task<int> ForNeedAsync(
        Terminal terminal, RelightContext db, Id<Operation> operation, string text, string? words, int limit, CancellationToken cancellation)
    {
        SearchQuery<Offer>? query = null;
        if (words is not null && (query = Read(terminal, words, SearchFields.OfOffers)) is null)
            return ExitCode.BadInput;
        return Id<Need>.TryParse(text, null, out var id)
            && await FindMatches.ForNeed(db, operation, id, query, limit, Practice.Default, null, cancellation) is { } found
                ? Tell(terminal, found, match => match.Offer.ToString())
                : Refuse(terminal, "--need", $"'{text}' is no need of this operation");
    }

    private static async Task<int> ForOfferAsync(
        Terminal terminal, RelightContext db, Id<Operation> operation, string text, string? words, int limit, CancellationToken cancellation)
    {
        SearchQuery<Need>? query = null;
        if (words is not null && (query = Read(terminal, words, SearchFields.OfNeeds)) is null)
            return ExitCode.BadInput;
        return Id<Offer>.TryParse(text, null, out var id)
            && await FindMatches.ForOffer(db, operation, id, query, limit, Practice.Default, new KeptNeeds(), cancellation) is { } found
                ? Tell(terminal, found, match => match.Need.ToString())
                : Refuse(terminal, "--offer", $"'{text}' is no offer of this operation");
    }

    private static SearchQuery<T>? Read<T>(Terminal terminal, string words, IReadOnlyList<SearchField<T>> fields)
    {
        var faults = new List<SearchFault>();
        var query = SearchQuery<T>.Read(words, fields, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), faults);
        Findings.Refuse(terminal, [.. faults.Select(fault => Finding.Error(string.Create(CultureInfo.InvariantCulture, $"--where, character {fault.At}"), fault.Part, fault.Rule))]);
        return query;
    }

    private static int Tell(Terminal terminal, FoundMatches found, Func<Match, string> other)
    {
        foreach (var match in found.Matches)
        {
            terminal.Out.WriteLine($"{other(match)}  {Words(match.Verdict)}{(match.SmallestMarginPercent is { } margin ? string.Create(CultureInfo.InvariantCulture, $", smallest margin {margin:0.#} %") : "")}");
            foreach (var work in match.Work)
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    to do: {work.What}{(work.Hours > 0 ? $", {work.Hours:0.#} h" : "")}{(work.Skill is { } skill ? $" of a {skill} crew" : "")}"));
            foreach (var question in match.Questions)
                terminal.Out.WriteLine($"    ask the {(question.To == Asked.Donor ? "donor" : "operator")}: {question.Text}");
        }
        return Count(terminal, found.Matches.Count, found.Found, found.Unsettled);
    }

    private static int Tell(Terminal terminal, IReadOnlyList<QuestionsToDonor> donors)
    {
        foreach (var donor in donors)
        {
            terminal.Out.WriteLine($"{donor.Name} ({donor.Language})");
            foreach (var question in donor.Questions)
                terminal.Out.WriteLine($"    {question.Title}: {question.Text}");
        }
        return ExitCode.Done;
    }

    private static int Count(Terminal terminal, int shown, int found, int unsettled)
    {
        terminal.Out.WriteLine($"{Numbers.Count(found)} found{(shown < found ? $", {Numbers.Count(shown)} told" : "")}{(unsettled > 0 ? $"; of {Numbers.Count(unsettled)} more a value that a condition asks for is not known" : "")}.");
        return ExitCode.Done;
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Fits => "fits",
        Verdict.FitsWithWork => "fits with work",
        Verdict.CannotTellYet => "cannot tell yet",
        _ => "does not fit",
    };

    private static int Refuse(Terminal terminal, string place, string rule) => Findings.BadInput(terminal, [Finding.Error(place, null, rule)]);
}
