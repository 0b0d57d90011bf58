using System.Security.Cryptography;
using System.Text;
using Relight.Access;
using Relight.Register;

namespace Relight.Web.Access;

/// <summary>Who reads the page, as far as it is known: until accounts exist, the audience that a token or the host gives.</summary>
/// <param name="Audience">What the reader may see.</param>
/// <param name="ByToken">True where a token gave it.</param>
/// <param name="Organisation">The organisation that the token belongs to, whose own gifts the reader sees; null for none.</param>
public sealed record Reader(Audience Audience, bool ByToken, Id<Organisation>? Organisation = null)
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
        if (Find(token, options.Tokens) is { } audience)
            return new Reader(audience, true);
        return Find(token, options.Donors) is { } donor ? new Reader(Audience.Donor, true, donor) : new Reader(options.Audience, false);
    }

    /// <summary>What a token lets its holder see; null where it is not one of the configured. Takes the same time for any token.</summary>
    internal static Audience? Holder(string? token, WebOptions options) =>
        Find(token, options.Tokens) ?? (Find(token, options.Donors) is null ? null : Audience.Donor);

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
