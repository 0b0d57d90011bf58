using Relight.Web.Api;

namespace Relight.Web.Host;

/// <summary>Turns away an address with the character U+0000 in a condition: no text of a register holds it, and not every database takes it.</summary>
internal sealed class PlainAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) != true)
            return next(context);
        if (context.Request.Path.StartsWithSegments(HttpInterface.Root))
            return Problem.Malformed(new Fault("address", null, "must not hold the control character U+0000")).ExecuteAsync(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
