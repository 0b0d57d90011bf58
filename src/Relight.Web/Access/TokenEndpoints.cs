namespace Relight.Web.Access;

/// <summary>Takes and forgets the token of a reader.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this WebApplication app)
    {
        app.MapPost("/access", Take).DisableAntiforgery();
        app.MapPost("/access/leave", Leave).DisableAntiforgery();
    }

    private static IResult Take(HttpContext context, WebOptions options, [Microsoft.AspNetCore.Mvc.FromForm] string? token)
    {
        if (!FromOwnPage(context.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Reader.Holder(token?.Trim(), options) is null)
            return Results.LocalRedirect($"{context.Request.PathBase}/access?refused=1");
        context.Response.Cookies.Append(Reader.Cookie, token!.Trim(), Cookie(context));
        return Results.LocalRedirect($"{context.Request.PathBase}/access");
    }

    private static IResult Leave(HttpContext context)
    {
        if (!FromOwnPage(context.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        context.Response.Cookies.Delete(Reader.Cookie, Cookie(context));
        return Results.LocalRedirect($"{context.Request.PathBase}/access");
    }

    private static CookieOptions Cookie(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };

    /// <summary>Browsers say where a form was sent from; another site's form is refused.</summary>
    internal static bool FromOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" || request.Headers.Origin == $"{request.Scheme}://{request.Host}");
}
