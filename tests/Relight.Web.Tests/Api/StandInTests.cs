using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relight.Web.Api;

namespace Relight.Web.Tests.Api;

/// <summary>Whatever cannot be read in a body, the rest of it is judged: something stands in for a value of every type.</summary>
[Collection<ApiCollection>]
public sealed class StandInTests(ApiServer server)
{
    [Fact]
    public void Something_stands_in_for_every_value_of_every_body()
    {
        var (walked, wrong) = (0, new List<string>());
        foreach (var type in server.Commands.Select(command => command.Body).Distinct())
            foreach (var (body, leaves) in BodySamples.Of(type))
                foreach (var leaf in leaves)
                {
                    using var document = JsonDocument.Parse(BodySamples.With(body, leaf.Path, new JsonObject { ["nothing"] = 1 }));
                    var info = ApiJson.Options.GetTypeInfo(type);
                    var faults = new List<Fault>();
                    BodyShape.Check(document.RootElement, info, "", faults);
                    Assert.NotEmpty(faults);
                    var rest = typeof(BodyRest<>).MakeGenericType(type).GetMethod("Of")!.Invoke(null, [document.RootElement, info, faults])!;
                    if (((ICollection)rest.GetType().GetProperty("StandIns")!.GetValue(rest)!).Count != 2)
                        wrong.Add($"{type.Name}: {leaf.Path} ({leaf.Type.Name})");
                    walked++;
                }
        Assert.True(walked > 200, $"{walked}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }
}
