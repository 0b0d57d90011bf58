using System.Globalization;
using Relight.Access;
using Relight.Deliveries;
using Relight.Register;

namespace Relight.Web.Access;

/// <summary>
/// The tokens that let their holder see more, from the host's options and from the configuration: the environment
/// variable <c>Relight__Tokens__Coordination</c> holds the token of coordinators, and <c>Relight__Tokens__Donor</c> that of
/// donors; <c>Relight__Donors__</c>, <c>Relight__Operators__</c> and <c>Relight__Planners__</c> and the id of an
/// organisation hold the token of that donor, of that operator, and of that operator's planners; <c>Relight__Administrator</c> that of who keeps the server.
/// </summary>
internal static class Tokens
{
    /// <summary>Shorter ones could be guessed.</summary>
    private const int LeastLength = 16;

    /// <summary>Options with the configured tokens and the configured delay added.</summary>
    /// <exception cref="InvalidOperationException">A token is too short, its holder unknown, or the delay no number of days; the message says which.</exception>
    public static WebOptions With(WebOptions options, IConfiguration configuration)
    {
        var tokens = options.Tokens.ToDictionary();
        foreach (var entry in configuration.GetSection("Relight:Tokens").GetChildren())
        {
            if (!Enum.TryParse<Audience>(entry.Key, ignoreCase: true, out var audience) || !Enum.IsDefined(audience))
                throw new InvalidOperationException($"Relight:Tokens:{entry.Key}: must be one of Donor, Coordination");
            tokens[entry.Value ?? ""] = audience;
        }
        if (tokens.ContainsValue(Audience.Operator))
            throw new InvalidOperationException("a token of operators belongs to an organisation, whose own places its holder sees: set Relight:Operators and its id");

        options = options with
        {
            Tokens = tokens,
            Donors = OfOrganisations("Donors", options.Donors, configuration),
            Operators = OfOrganisations("Operators", options.Operators, configuration),
            Planners = OfOrganisations("Planners", options.Planners, configuration),
            AdministratorToken = configuration["Relight:Administrator"] ?? options.AdministratorToken,
            PublicationDelay = Delay(configuration) ?? options.PublicationDelay,
            CompanyPrefix = Prefix(configuration) ?? options.CompanyPrefix,
            PublicAddress = PublicAddress(configuration) ?? options.PublicAddress,
        };
        RequireLength(options.Tokens);
        RequireLength(options.Donors);
        RequireLength(options.Operators);
        RequireLength(options.Planners);
        if (options.AdministratorToken is { } own)
            RequireLength(new Dictionary<string, string> { [own] = "the administrator" });
        return options;
    }

    private static Dictionary<string, Id<Organisation>> OfOrganisations(
        string section, IReadOnlyDictionary<string, Id<Organisation>> given, IConfiguration configuration)
    {
        var tokens = given.ToDictionary();
        foreach (var entry in configuration.GetSection($"Relight:{section}").GetChildren())
        {
            if (!Id<Organisation>.TryParse(entry.Key, null, out var organisation))
                throw new InvalidOperationException($"Relight:{section}:{entry.Key}: must be the id of an organisation");
            tokens[entry.Value ?? ""] = organisation;
        }
        return tokens;
    }

    private static TimeSpan? Delay(IConfiguration configuration)
    {
        const string key = "Relight:PublicationDelayDays";
        if (configuration[key] is not { } text)
            return null;
        return double.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= 3650
            ? TimeSpan.FromDays(days)
            : throw new InvalidOperationException($"{key}: must be a number of days from 0 to 3650, and is '{text}'");
    }

    private static string? Prefix(IConfiguration configuration)
    {
        const string key = "Relight:CompanyPrefix";
        return configuration[key] is not { } text || Sscc.IsPrefix(text)
            ? configuration[key]
            : throw new InvalidOperationException($"{key}: must be the company prefix of GS1, 4 to 12 digits, and is '{text}'");
    }

    private static Uri? PublicAddress(IConfiguration configuration)
    {
        const string key = "Relight:PublicAddress";
        if (configuration[key] is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http")
            ? address
            : throw new InvalidOperationException($"{key}: must be an address such as https://relight.example.org, and is '{text}'");
    }

    private static void RequireLength<T>(IReadOnlyDictionary<string, T> tokens)
    {
        foreach (var (token, holder) in tokens)
            if (token.Length < LeastLength)
                throw new InvalidOperationException($"a token of {holder} must have {LeastLength} characters or more");
    }
}
