using System.Security.Cryptography;
using System.Text;
using Relight.Access;
using Relight.Register;

namespace Relight.Web.Access;

/// <summary>Who reads, as far as it is known: until accounts exist, the audience that a token or the host gives.</summary>
/// <param name="Audience">What the reader may see.</param>
/// <param name="ByToken">True where a token gave it.</param>
/// <param name="Organisation">The organisation that the token belongs to, whose own gifts or own places the reader sees; null for none.</param>
/// <param name="MaySeeGrid">Whether the reader may see the network model with its places, as planners do.</param>
public sealed record Reader(Audience Audience, bool ByToken, Id<Organisation>? Organisation = null, bool MaySeeGrid = false)
{
    /// <summary>Cookie that keeps the token for pages; the HTTP interface takes it as bearer token.</summary>
    internal const string Cookie = "relight-token";

    /// <summary>Whether the reader keeps the server, and may take a backup of it; that alone opens no page.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whose exact places the reader sees. Where the host itself shows everyone what operators see, all places are invented.</summary>
    public SitesSeen Sites => (Audience, ByToken, Organisation) switch
    {
        (Audience.Operator, false, _) => SitesSeen.All,
        (Audience.Operator, true, { } own) => SitesSeen.Of(own),
        _ => default,
    };

    /// <summary>Whether the reader may see what is open from an audience on.</summary>
    public bool May(Audience least) => Audience >= least;

    /// <summary>The reader of a request.</summary>
    internal static Reader Of(HttpContext context, WebOptions options)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : context.Request.Cookies[Cookie];
        return Holder(token, options) ?? new Reader(options.Audience, false, null, options.Audience == Audience.Operator);
    }

    /// <summary>Who holds a token; null where it is not one of the configured. Takes the same time for any token.</summary>
    internal static Reader? Holder(string? token, WebOptions options)
    {
        var (audience, donor) = (Find(token, options.Tokens), Find(token, options.Donors));
        var (operatorOf, planner) = (Find(token, options.Operators), Find(token, options.Planners));
        var administers = options.AdministratorToken is { } own && Find(token, new Dictionary<string, bool> { [own] = true }) is true;
        return planner is not null ? new Reader(Audience.Operator, true, planner, MaySeeGrid: true)
            : operatorOf is not null ? new Reader(Audience.Operator, true, operatorOf)
            : audience is { } given ? new Reader(given, true)
            : donor is not null ? new Reader(Audience.Donor, true, donor)
            : administers ? new Reader(Audience.Public, true) { IsAdministrator = true }
            : null;
    }

    private static T? Find<T>(string? token, IReadOnlyDictionary<string, T> tokens)
        where T : struct
    {
        if (string.IsNullOrEmpty(token))
            return null;
        T? found = null;
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        foreach (var (known, holds) in tokens)
            if (CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(known))))
                found = holds;
        return found;
    }
}
