using System.Security.Cryptography;
using System.Text;
using Relight.Access;

namespace Relight.Web.Access;

/// <summary>Who reads the page, as far as it is known: until accounts exist, the audience that a token or the host gives.</summary>
/// <param name="Audience">What the reader may see.</param>
/// <param name="ByToken">True where a token gave it.</param>
public sealed record Reader(Audience Audience, bool ByToken)
{
    /// <summary>Cookie that keeps the token for pages; the HTTP interface takes it as bearer token.</summary>
    internal const string Cookie = "relight-token";

    /// <summary>Whether the reader may see exact places.</summary>
    public bool MaySeeSites => May(Audience.Operator);

    /// <summary>Whether the reader may see what is open from an audience on.</summary>
    public bool May(Audience least) => Audience >= least;

    /// <summary>The reader of a request.</summary>
    internal static Reader Of(HttpContext context, WebOptions options)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : context.Request.Cookies[Cookie];
        return Holder(token, options) is { } audience ? new Reader(audience, true) : new Reader(options.Audience, false);
    }

    /// <summary>What a token lets its holder see; null where it is not one of the configured. Takes the same time for any token.</summary>
    internal static Audience? Holder(string? token, WebOptions options)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        Audience? found = null;
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        foreach (var (known, audience) in options.Tokens)
            if (CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(known))))
                found = audience;
        return found;
    }
}
