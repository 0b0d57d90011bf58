using System.Net;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Languages.Words;

namespace Relight.Web.Tests;

/// <summary>Pages of a register with several operations: the address says of which.</summary>
[Collection<PagesCollection>]
public sealed class OperationPathTests
{
    private static readonly Operation s_first = new(Id<Operation>.Named("first"), "Autumn floods", [Country.Parse("UA", null)]);
    private static readonly Operation s_other = new(Id<Operation>.Named("other"), "Winter", [Country.Parse("UA", null)]);
    private static readonly Organisation s_donor = new(Id<Organisation>.Named("other donor"), "Donor of the winter", OrganisationKind.FacilityOperator, Country.Parse("PL", null));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ServedRegister> Serve(Audience audience, params Operation[] operations) => ServedRegister.Start(audience, async folder =>
    {
        var database = Database.InFolder(folder);
        await database.Migrate(Cancel);
        var commands = new Commands(database, TimeProvider.System);
        foreach (var operation in operations)
            Assert.True((await commands.Run(new OpenOperation(operation), Envelope(operation), Cancel)).Done);
        Assert.True((await commands.Run(new RecordOrganisation(s_donor), Envelope(s_other), Cancel)).Done);
        return database;

        static Envelope Envelope(Operation operation) => new(Guid.CreateVersion7(), operation.Id, "test");
    });

    private static HttpClient Client(ServedRegister register) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(register.Address) };

    private static async Task<string> Read(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_address_names_the_operation_and_links_stay_in_it()
    {
        await using var register = await Serve(Audience.Coordination, s_first, s_other);
        using var client = Client(register);
        foreach (var (path, operation, start) in new[] { ("/en/needs", s_first, "/en/"), ($"/en/in/{s_other.Id}/needs", s_other, $"/en/in/{s_other.Id}/"), ($"/in/{s_other.Id}/needs", s_other, $"/in/{s_other.Id}/") })
        {
            var html = await Read(client, path);
            Assert.Contains($"<base href=\"{start}\"", html, StringComparison.Ordinal);
            Assert.Contains($"aria-label=\"{LayoutWords.OtherOperations.With(operation.Name)}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"{(start.StartsWith("/en", StringComparison.Ordinal) ? "/en" : "")}/in/{s_first.Id}/\"", html, StringComparison.Ordinal);
        }
        Assert.Contains($"href=\"/ar/in/{s_other.Id}/needs?page=1\"", await Read(client, $"/en/in/{s_other.Id}/needs?page=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_operation_has_its_own_records()
    {
        await using var register = await Serve(Audience.Coordination, s_first, s_other);
        using var client = Client(register);
        foreach (var page in new[] { "situation", "needs", "offers", "claims", "contributions", "appeals", "funds", "deliveries", "facilities", "allocations", "outages" })
            await Read(client, $"/uk/in/{s_other.Id}/{page}");
        Assert.Contains(s_donor.Name, await Read(client, $"/en/in/{s_other.Id}/facilities/new"), StringComparison.Ordinal);
        Assert.DoesNotContain(s_donor.Name, await Read(client, "/en/facilities/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_of_an_operation_is_its_situation()
    {
        await using var register = await Serve(Audience.Coordination, s_first, s_other);
        using var client = Client(register);
        foreach (var end in new[] { "", "/" })
        {
            using var answer = await client.GetAsync($"/ar/in/{s_other.Id}{end}", Cancel);
            Assert.Equal($"/ar/in/{s_other.Id}/situation", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task An_operation_that_is_not_there_is_no_page()
    {
        await using var register = await Serve(Audience.Public, s_first, s_other);
        using var client = Client(register);
        foreach (var path in new[] { $"/in/{Guid.NewGuid()}/needs", "/in/none/needs", "/in", "/en/in/" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Cancel)).StatusCode);
    }

    [Fact]
    public async Task One_operation_alone_is_not_for_choosing()
    {
        await using var register = await Serve(Audience.Public, s_other);
        using var client = Client(register);
        var html = await Read(client, "/en/needs");
        Assert.Contains(s_other.Name, html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"operations\"", html, StringComparison.Ordinal);
    }
}
