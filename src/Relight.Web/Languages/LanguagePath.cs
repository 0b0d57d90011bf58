using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Relight.Web.Languages;

/// <summary>
/// Takes the language from the first segment of the address (<c>/uk/plan</c>), which then counts as part of the base
/// address, so that links within a page stay in its language. Without one the page speaks the reader's own language, as
/// the browser says: a link without a language opens in the language of the one who follows it.
/// </summary>
internal sealed class LanguagePath(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        context.Items[typeof(LanguagePath)] = request.PathBase;
        var first = request.Path.Value?.Split('/', 3) is [_, var segment, ..] ? segment : null;
        if (PageLanguage.Find(first) is { } named && first == named.Code)
        {
            request.PathBase = request.PathBase.Add("/" + first);
            request.Path = request.Path.Value!.Length > first.Length + 1 ? request.Path.Value[(first.Length + 1)..] : "/";
            Speak(named);
        }
        else
        {
            Speak(Preferred(request));
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }

        return next(context);
    }

    /// <summary>The base address without a language.</summary>
    public static PathString Root(HttpContext context) => (PathString)context.Items[typeof(LanguagePath)]!;

    private static void Speak(PageLanguage language)
    {
        CultureInfo.CurrentCulture = language.Culture;
        CultureInfo.CurrentUICulture = language.Culture;
    }

    private static PageLanguage Preferred(HttpRequest request)
    {
        var accepted = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var values) ? values : [];
        return accepted
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => PageLanguage.Find(value.Value.Value?.Split('-')[0]))
            .FirstOrDefault(language => language is not null) ?? PageLanguage.English;
    }
}
