using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Relight.Web.Api;

namespace Relight.Web.Host;

/// <summary>
/// Turns away an address whose conditions are no text: with the character U+0000, which no text of a register holds and not every
/// database takes, and, for programs, with a percent sign that encodes nothing, or nothing in UTF-8.
/// </summary>
internal sealed partial class PlainAddress(RequestDelegate next)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Task InvokeAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value ?? "";
        var isForPrograms = context.Request.Path.StartsWithSegments(HttpInterface.Root);
        if (query.Contains("%00", StringComparison.Ordinal))
        {
            if (isForPrograms)
                return Problem.Malformed(new Fault("address", null, "must not hold the control character U+0000")).ExecuteAsync(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        return isForPrograms && !IsEncoded(query)
            ? Problem.Malformed(new Fault("address", null, "must be percent-encoded in UTF-8, a percent sign as %25")).ExecuteAsync(context)
            : next(context);
    }

    private static bool IsEncoded(string query)
    {
        if (!query.Contains('%', StringComparison.Ordinal))
            return true;
        if (Stray().IsMatch(query))
            return false;
        try
        {
            var bytes = s_strict.GetBytes(query);
            return s_strict.GetCharCount(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)!) > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Stray();
}
