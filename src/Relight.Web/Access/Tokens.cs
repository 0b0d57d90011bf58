using Relight.Access;

namespace Relight.Web.Access;

/// <summary>
/// The tokens that let their holder see more, from the host's options and from the configuration: the environment
/// variable <c>Relight__Tokens__Operator</c> holds the token of operators, and so for the other audiences.
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

        return tokens.Keys.Any(token => token.Length < LeastLength)
            ? throw new InvalidOperationException($"a token of {tokens.First(pair => pair.Key.Length < LeastLength).Value} must have {LeastLength} characters or more")
            : options with { Tokens = tokens };
    }
}
