using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Api;
using Relight.Web.Deliveries;
using Relight.Web.Design;
using Relight.Web.Facilities;
using Relight.Web.Forms;
using Relight.Web.Funds;
using Relight.Web.Host;
using Relight.Web.Languages;
using Relight.Web.Layout;
using Relight.Web.Maps;
using Relight.Web.Matching;
using Relight.Web.Plans;
using Relight.Web.Publication;
using Relight.Web.Register;
using Relight.Web.Situation;
using Relight.Web.Supply;

namespace Relight.Web;

/// <summary>The pages and the HTTP interface of Relight, as a library: the command line hosts it.</summary>
public static class RelightWeb
{
    /// <summary>Builds the application; nothing listens before it is started.</summary>
    /// <exception cref="InvalidOperationException">A configured token is too short, or its audience is unknown.</exception>
    public static WebApplication Build(WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(RelightWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls([.. options.Addresses]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddParts(builder.Services, Tokens.With(options, builder.Configuration));
        var app = builder.Build();
        UseParts(app);
        return app;
    }

    private static void AddParts(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Time);
        services.AddSingleton(options.Database);
        services.AddSingleton<Commands>();
        services.AddSingleton<CurrentOperation>();
        services.AddSingleton<PlanBoards>();
        services.AddSingleton<FacilityBoards>();
        services.AddSingleton<Publications>();
        services.AddSingleton<ValuesInTheMaking>();
        services.AddSingleton<ReplanInTheMaking>();
        services.AddSingleton<ProposalsInTheMaking>();
        services.AddSingleton<SentEntries>();
        services.AddSingleton<MatchIndexes>();
        services.AddSingleton<KeptNeeds>();
        services.AddSingleton<KeptLists>();
        services.AddHostedService<ListsAhead>();
        services.AddSingleton<Assets>();
        services.AddSingleton<CountryNames>();
        services.AddSingleton<RegisterText>();
        services.AddSingleton<MapGround>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Reader.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!, options));
        services.AddResponseCompression(compression => compression.MimeTypes = ["text/html", "application/json", "text/csv", "application/x-ndjson"]);
        // Letters of any script stand in the pages as they are, not as numbers.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // No page keeps protected state beyond the life of the process.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddApi();
        services.AddRazorComponents();
    }

    private static void UseParts(WebApplication app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LanguagePath>();
        app.UseMiddleware<OperationPath>();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseApiProblems();
        app.UseMiddleware<PlainAddress>();
        app.UseRouting();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapTokens();
        app.MapPlans();
        app.MapRegisterDownloads();
        app.MapGiftDownloads();
        app.MapFundDownloads();
        app.MapOutageDownloads();
        app.MapSupplyDownloads();
        app.MapFacilityDownloads();
        app.MapAllocationDownloads();
        app.MapDeliveryDownloads();
        app.MapReceipts();
        app.MapApi();
        app.MapGet("/", (HttpContext context) => Results.LocalRedirect(
            $"{context.Request.PathBase}/{Navigation.Home(context.RequestServices.GetRequiredService<Reader>()).Path}"));
        app.MapRazorComponents<App>();
    }
}
