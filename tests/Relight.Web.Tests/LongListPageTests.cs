using System.Net;
using Relight.Access;
using Relight.Intake;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Tests;

/// <summary>A list that is longer than a page can judge: the page says how far it looked, the download looks through all.</summary>
public sealed class LongListPageTests : IAsyncLifetime
{
    private const int Needs = 2_100;
    private const int Sets = 121;

    private ServedRegister _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ServedRegister.Start(Audience.Coordination, Fill);
        _client = new HttpClient { BaseAddress = new Uri(_app.Address) };
    }

    private static async Task<Database> Fill(string folder)
    {
        var database = Database.InFolder(folder);
        await database.Migrate();
        var (operation, utility) = (new Operation(Id<Operation>.Named("long"), "Winter", [Country.Parse("UA", null)]), new Organisation(Id<Organisation>.Named("long utility"), "Utility", OrganisationKind.Utility, null));
        var set = new Offer { Id = Id<Offer>.Named("long set"), Version = 1, Title = "Set", Donor = utility.Id, Specification = new GeneratingSet { Kilovoltamperes = 500, Kilowatts = 400, Volts = 400, ThreePhase = true, FrequencyHertz = 50, TransferSwitch = true }, Units = 1, Condition = UnitCondition.New };
        var needs = Enumerable.Range(0, Needs).Select(i => new Need
        {
            Id = Id<Need>.Named($"long {i}"),
            Version = 1,
            Title = $"Power {i}",
            Organisation = utility.Id,
            Priority = Priority.Normal,
            // The last alone is served: all others need more than there is.
            Deadline = new DateOnly(2040, 1, 1).AddDays(i),
            Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = i == Needs - 1 ? 200 : 5_000 },
            Units = 1,
        });
        await Send(database, operation, new OpenOperation(operation));
        await Send(database, operation, new RecordOrganisation(utility));
        await Send(database, operation, new EnterRecords([], [], [], [.. needs], [.. Enumerable.Range(0, Sets).Select(i => i == 0 ? set : set with { Id = Id<Offer>.Named($"long set {i}") })]));
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_verdict_is_looked_for_as_far_as_a_page_can_and_in_all_of_a_download()
    {
        var plain = await Text("/en/needs");
        Assert.DoesNotContain("were looked through", plain, StringComparison.Ordinal);
        Assert.Contains("2,100 of 2,100", plain, StringComparison.Ordinal);
        foreach (var question in new[] { "sort=match", "match=Fits" })
        {
            var page = await Text($"/en/needs?{question}");
            Assert.Contains("Only the first 2,000 rows of the list were looked through", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Power 2099", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("were looked through", await Text("/en/needs?sort=match&load=%3C%3D1000"), StringComparison.Ordinal);
        var sorted = (await Text("/en/needs.csv?sort=match")).TrimEnd().Split("\r\n");
        Assert.Equal(Needs + 2, sorted.Length);
        Assert.StartsWith("Power 2099,", sorted[2], StringComparison.Ordinal);
        Assert.Single((await Text("/en/needs.csv?match=Fits")).TrimEnd().Split("\r\n").Skip(2));
    }

    [Fact]
    public async Task Words_in_the_language_of_the_page_are_found_however_far_back_they_stand() =>
        Assert.Contains("1 of 2,100", await Text("/en/needs?title=Power%202099"), StringComparison.Ordinal);

    [Fact]
    public async Task Matches_are_shown_page_by_page_and_what_does_not_fit_is_counted()
    {
        var need = $"/en/needs/{Id<Need>.Named($"long {Needs - 1}")}";
        var first = await Text(need);
        Assert.Contains("1 to 50 of 121 are shown.", first, StringComparison.Ordinal);
        Assert.Equal((50, 50), (Count(first, "class=\"match\""), Count(first, "<option value=\"") - Count(first, "<option value=\"\"")));
        var last = await Text($"{need}?page=3");
        Assert.Contains("101 to 121 of 121 are shown.", last, StringComparison.Ordinal);
        Assert.Equal(21, Count(last, "class=\"match\""));
        Assert.Contains("must be a page, from 1", await Text($"{need}?page=none"), StringComparison.Ordinal);
        var found = await Text($"{need}?where={Uri.EscapeDataString("power ≥ 500 kVA")}&page=2");
        Assert.Contains("121 meet the conditions.", found, StringComparison.Ordinal);
        Assert.Contains("51 to 100 of 121 are shown.", found, StringComparison.Ordinal);
        var offer = await Text($"/en/offers/{Id<Offer>.Named("long set")}");
        Assert.Equal(1, Count(offer, "class=\"match\""));
        Assert.Contains("2,099 more of this kind do not fit and are not listed.", offer, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private async Task<string> Text(string address) =>
        WebUtility.HtmlDecode(await _client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    private static async Task Send(Database database, Operation operation, ICommand command) =>
        Assert.Empty((await new Commands(database, TimeProvider.System).Run(command, new Envelope(Guid.NewGuid(), operation.Id, "test"))).Refusals);
}
