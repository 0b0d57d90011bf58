using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Relight.Access;
using Relight.Grid.Import;
using Relight.Web;

namespace Relight.Cli;

/// <summary><c>relight serve</c>: serves the pages of a register until it is ended.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = DataFolder.Option();
        var urls = UrlsOption();
        var asOperator = new Option<bool>("--as-operator") { Description = "Show whoever reaches it all that operators see; for addresses of this machine alone" };
        var command = new Command("serve", "Serves the pages of a register") { data, urls, asOperator };
        command.Validators.Add(result =>
        {
            if (result.GetValue(asOperator))
                foreach (var url in (result.GetValue(urls) ?? []).Where(url => !IsOfThisMachine(url)))
                    result.AddError($"--as-operator needs addresses that this machine alone reaches, such as http://127.0.0.1:5080: {url}");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var (database, trouble) = await DataFolder.OpenAsync(parsed.GetValue(data)!, cancellation);
            if (database is not null)
            {
                var options = new WebOptions { Database = database };
                return await ServeAsync(terminal, parsed.GetValue(urls)!, parsed.GetValue(asOperator) ? options with { Audience = Audience.Operator } : options, cancellation);
            }
            Findings.Refuse(terminal, [trouble!]);
            return ExitCode.BadInput;
        });
        return command;
    }

    // A star or a plus for the host is every address of the machine, which others reach.
    private static bool IsOfThisMachine(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <summary>The option that says where to listen.</summary>
    public static Option<string[]> UrlsOption()
    {
        var urls = new Option<string[]>("--urls")
        {
            Description = "Addresses to listen on; port 0 takes a free one",
            HelpName = "URL",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["http://127.0.0.1:5080"],
        };
        urls.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!Uri.TryCreate(token.Value.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var url)
                    || url.Scheme is not ("http" or "https"))
                    result.AddError($"--urls must be addresses such as http://127.0.0.1:5080: {token.Value}");
        });
        return urls;
    }

    /// <summary>Serves until the cancellation; prints the addresses once it listens.</summary>
    public static async Task<int> ServeAsync(Terminal terminal, string[] urls, WebOptions options, CancellationToken cancellation)
    {
        await using var app = RelightWeb.Build(options with { Addresses = urls });
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            Findings.Refuse(terminal, [Finding.Error(string.Join(' ', urls), null, $"cannot be listened on: {error.Message}")]);
            return ExitCode.BadInput;
        }
        terminal.Out.WriteLine($"Relight is at {string.Join(" and ", app.Urls)}. Ctrl-C ends it.");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }
}
