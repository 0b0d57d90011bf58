using System.Text.Json;
using Relight.Access;

namespace Relight.Web.Tests.Api;

/// <summary>The description of the interface is the approved one, and every record that it serves is a view for its audience.</summary>
[Collection<ApiCollection>]
public sealed class DescriptionTests(ApiServer server)
{
    private static readonly JsonSerializerOptions s_indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_interface_is_described_as_approved()
    {
        var description = await server.Read(Audience.Public, "/api/openapi.json");
        Assert.StartsWith("3.1.", description["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Approval.Verify(description.ToJsonString(s_indented) + "\n", "docs", "openapi.verified.json");
    }
}
