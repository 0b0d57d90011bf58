using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>What cannot be read and what the register refuses of the rest are told in one answer.</summary>
[Collection<ApiCollection>]
public sealed class AllAtOnceTests(ApiServer server)
{
    private static readonly string s_germany = SamplePledges.OrganisationId("de").ToString();

    [Fact]
    public async Task What_cannot_be_read_and_what_is_refused_are_told_together()
    {
        var answer = await server.Post($"{ApiServer.Operation}/offers", $$"""
            {"title":"a\u0007b","donor":"{{Guid.NewGuid()}}","specification":{"type":"generatingSet","volts":"400 V"},"units":0,"availableFrom":"2023-02","arrival":"2023-01-01","colour":"red"}
            """);
        Assert.Equal(400, answer.Status);
        Assert.Equal(["arrival", "colour", "donor", "specification.volts", "title", "units"], answer.Faults.Select(fault => fault.Field).Order());
        Assert.Contains("1 to 1000000", Rule(answer, "units"), StringComparison.Ordinal);
        Assert.Contains("number", Rule(answer, "specification.volts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_depends_on_a_value_that_cannot_be_read_is_not_judged()
    {
        // Whether it arrives before it leaves nobody knows; that there is no unit is known.
        var answer = await server.Post($"{ApiServer.Operation}/offers", $$"""
            {"title":"Set","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":0,"availableFrom":"soon","arrival":"2023-01-01"}
            """);
        Assert.Equal(["availableFrom", "units"], answer.Faults.Select(fault => fault.Field).Order());
    }

    [Fact]
    public async Task Of_a_part_of_no_known_kind_nothing_is_judged_and_of_the_rest_everything()
    {
        var answer = await server.Post($"{ApiServer.Operation}/needs", $$"""
            {"title":"","organisation":"{{s_germany}}","priority":"high","requirement":{"type":"bay","highKilovolts":-5},"units":1}
            """);
        Assert.Equal(["requirement.type", "title"], answer.Faults.Select(fault => fault.Field).Order());
    }

    [Fact]
    public async Task Places_in_lists_keep_their_numbers()
    {
        var answer = await server.Post($"{ApiServer.Operation}/offers", $$"""
            {"title":"Set","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":1,"conditions":[7,"fine","a\u0007b"]}
            """);
        Assert.Equal(["conditions[0]", "conditions[2]"], answer.Faults.Select(fault => fault.Field).Order());
    }

    [Fact]
    public async Task Headers_that_are_missing_are_told_with_the_rest()
    {
        var made = await server.Post($"{ApiServer.Operation}/offers", Offer("Set", "1"));
        var address = made.Json["address"]!.GetValue<string>();
        var answer = await server.Send(Audience.Coordination, HttpMethod.Put, address, Offer("Set", "\"many\""));
        Assert.Equal((400, "Idempotency-Key If-Match units"), (answer.Status, string.Join(' ', answer.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal))));
        answer = await server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/offers", Offer("", "0"));
        Assert.Equal((400, "Idempotency-Key title units"), (answer.Status, string.Join(' ', answer.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal))));
        answer = await server.Send(Audience.Coordination, HttpMethod.Put, address, Offer("Set", "1"), "k");
        Assert.Equal((428, "If-Match"), (answer.Status, answer.Faults.Single().Field));
    }

    [Fact]
    public async Task Nothing_is_entered_however_little_cannot_be_read()
    {
        var title = $"Set {Guid.NewGuid():N}";
        Assert.Equal(400, (await server.Post($"{ApiServer.Operation}/offers", Offer(title, "1").Replace("\"units\"", "\"colour\":\"red\",\"units\"", StringComparison.Ordinal))).Status);
        Assert.Equal(0, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/offers/count?title={title}"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_operator_learns_nothing_more_of_anothers_need_from_a_body_that_cannot_be_read()
    {
        var need = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?limit=500"))["items"]!.AsArray()
            .First(each => each!["organisation"]!.GetValue<string>() != "Facilities")!["id"]!.GetValue<string>();
        var answer = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Put, $"{ApiServer.Operation}/needs/{need}", $$"""
            {"title":7,"organisation":"{{s_germany}}","priority":"high","requirement":{"type":"transformerBay","highKilovolts":330,"lowKilovolts":110},"units":1}
            """, "k", "\"7\"");
        Assert.Equal((400, "title"), (answer.Status, answer.Faults.Single().Field));
    }

    [Fact]
    public async Task A_wrong_condition_and_a_wrong_field_to_count_by_are_told_together()
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/offers/count?by=colour&power=many&limit=0");
        Assert.Equal((400, "by limit power"), (answer.Status, string.Join(' ', answer.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal))));
    }

    private static string Offer(string title, string units) =>
        $$"""{"title":"{{title}}","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":{{units}}}""";

    private static string Rule(ApiAnswer answer, string field) => answer.Faults.Single(fault => fault.Field == field).Rule;
}
