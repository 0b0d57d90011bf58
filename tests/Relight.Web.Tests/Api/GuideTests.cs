using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>What the guide shows of the HTTP interface is what the interface answers.</summary>
[Collection<ApiCollection>]
public sealed partial class GuideTests(ApiServer server)
{
    private static readonly JsonSerializerOptions s_shown = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_guide_shows_what_the_interface_answers()
    {
        var page = await File.ReadAllTextAsync(Repository.At("docs", "guide", "http-interface.md"), TestContext.Current.CancellationToken);
        var shown = page.ReplaceLineEndings("\n");
        var blocks = Block().Matches(shown);
        Assert.Equal(2, blocks.Count);
        foreach (Match block in blocks)
        {
            var (path, key, body) = (block.Groups["path"].Value.Replace("{operation}", $"{LoadSample.Operation.Id}", StringComparison.Ordinal), block.Groups["key"].Value, block.Groups["body"].Value);
            var answer = await server.Send(Audience.Coordination, HttpMethod.Post, path, body, key);
            var text = Guid().Replace(answer.Json.ToJsonString(s_shown).Replace($"{LoadSample.Operation.Id}", "{operation}", StringComparison.Ordinal), "{id}")
                .Replace("\"command\": \"{id}\"", "\"command\": \"(a UUID)\"", StringComparison.Ordinal);
            Assert.Equal(block.Groups["answer"].Value, text);
        }
    }

    [Fact]
    public async Task The_addresses_that_the_guide_names_answer()
    {
        var page = await File.ReadAllTextAsync(Repository.At("docs", "guide", "http-interface.md"), TestContext.Current.CancellationToken);
        var addresses = Address().Matches(page).SelectMany(row => Code().Matches(row.Value)).Select(code => code.Groups[1].Value).Where(code => !code.Contains("Relight__", StringComparison.Ordinal)).ToList();
        Assert.True(addresses.Count >= 8);
        foreach (var address in addresses.Where(address => char.IsAsciiLetterLower(address[0]) && address.IndexOfAny(['?', '/', '.']) > 0))
            Assert.Equal(200, (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{address}")).Status);
    }

    [GeneratedRegex(@"```http\nPOST (?<path>\S+)\nIdempotency-Key: (?<key>[^\n]+)\n\n(?<body>.*?)\n```\n\n```json\n(?<answer>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guid();

    [GeneratedRegex(@"^\| `[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Address();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
