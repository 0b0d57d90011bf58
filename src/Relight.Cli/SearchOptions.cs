using System.CommandLine;
using System.Globalization;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary>The options of every command that searches: how long, from which seed, on how many threads.</summary>
/// <param name="usual">Seconds where no limit is given, as the help shows them; null for those of a plan.</param>
internal sealed class SearchOptions(string? usual = null)
{
    private readonly Option<double?> _seconds = Seconds(usual);

    private readonly Option<long?> _states = new("--states")
    {
        Description = "Search through this many grid states: same plan on every machine",
        HelpName = "N",
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Seed of the search",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads to use",
        HelpName = "N",
        DefaultValueFactory = _ => new PlannerOptions().Threads,
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        Positive(_states);
        Positive(_threads);
        command.Add(_seconds);
        command.Add(_states);
        command.Add(_seed);
        command.Add(_threads);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_seconds) is not null && result.GetResult(_states) is not null)
                result.AddError("Give --seconds or --states, not both.");
        });
    }

    /// <summary>What they say.</summary>
    public PlannerOptions Read(ParseResult parsed) => new()
    {
        States = parsed.GetValue(_states),
        Time = Limit(parsed, _seconds),
        Seed = parsed.GetValue(_seed),
        Threads = parsed.GetValue(_threads),
    };

    /// <summary>The option that limits the search in time.</summary>
    /// <param name="usual">Seconds where it is not given, as the help shows them; null for those of a plan.</param>
    public static Option<double?> Seconds(string? usual = null)
    {
        var seconds = new Option<double?>("--seconds")
        {
            Description = $"Search for this long (default {usual ?? $"{Planner.DefaultSeconds}"})",
            HelpName = "N",
        };
        Positive(seconds);
        return seconds;
    }

    /// <summary>What that option says; null where it is not given.</summary>
    public static TimeSpan? Limit(ParseResult parsed, Option<double?> seconds) =>
        parsed.GetValue(seconds) is { } limit ? TimeSpan.FromSeconds(limit) : null;

    /// <summary>Refuses what is not a number from 0 on.</summary>
    public static void NotNegative(Option<double> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number)
            && !(number >= 0 && number < 1e9))
            result.AddError($"{option.Name} must be 0 or more, and less than 1,000,000,000: {result.Tokens[0].Value}");
    });

    /// <summary>Refuses what is not a number above 0.</summary>
    public static void Positive<T>(Option<T> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1
            && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number)
            && !(number > 0 && number < 1e9))
            result.AddError($"{option.Name} must be more than 0, and less than 1,000,000,000: {result.Tokens[0].Value}");
    });
}
