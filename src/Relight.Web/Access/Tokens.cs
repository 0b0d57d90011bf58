using Relight.Access;
using Relight.Register;

namespace Relight.Web.Access;

/// <summary>
/// The tokens that let their holder see more, from the host's options and from the configuration: the environment
/// variable <c>Relight__Tokens__Operator</c> holds the token of operators, and so for the other audiences;
/// <c>Relight__Donors__</c> and the id of an organisation holds the token of that donor.
/// </summary>
internal static class Tokens
{
    /// <summary>Shorter ones could be guessed.</summary>
    private const int LeastLength = 16;

    /// <summary>Options with the configured tokens added.</summary>
    /// <exception cref="InvalidOperationException">A token is too short, or its audience is unknown; the message says which.</exception>
    public static WebOptions With(WebOptions options, IConfiguration configuration)
    {
        var tokens = options.Tokens.ToDictionary();
        foreach (var entry in configuration.GetSection("Relight:Tokens").GetChildren())
        {
            if (!Enum.TryParse<Audience>(entry.Key, ignoreCase: true, out var audience))
                throw new InvalidOperationException($"Relight:Tokens:{entry.Key}: must be one of {string.Join(", ", Enum.GetNames<Audience>())}");
            tokens[entry.Value ?? ""] = audience;
        }

        var donors = options.Donors.ToDictionary();
        foreach (var entry in configuration.GetSection("Relight:Donors").GetChildren())
        {
            if (!Id<Organisation>.TryParse(entry.Key, null, out var donor))
                throw new InvalidOperationException($"Relight:Donors:{entry.Key}: must be the id of an organisation");
            donors[entry.Value ?? ""] = donor;
        }

        RequireLength(tokens);
        RequireLength(donors);
        return options with { Tokens = tokens, Donors = donors };
    }

    private static void RequireLength<T>(Dictionary<string, T> tokens)
    {
        foreach (var (token, holder) in tokens)
            if (token.Length < LeastLength)
                throw new InvalidOperationException($"a token of {holder} must have {LeastLength} characters or more");
    }
}
