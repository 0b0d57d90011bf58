using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Tests.Register;

/// <summary>An open operation with a state, a source and what tests need to send commands.</summary>
public sealed class RegisterFixture
{
    public static readonly DateTimeOffset Start = new(2022, 12, 1, 8, 0, 0, TimeSpan.Zero);

    private int _sent;

    private RegisterFixture(Database database)
    {
        Database = database;
        Clock = new TestClock(Start);
        Commands = new Commands(database, Clock);
    }

    public Database Database { get; }

    public TestClock Clock { get; }

    public Commands Commands { get; }

    public Id<Operation> Operation { get; } = Id<Operation>.Named("test");

    public Organisation Donor { get; } = new(Id<Organisation>.Named("FR"), "France", OrganisationKind.State, Country.Parse("FR"));

    public Organisation Other { get; } = new(Id<Organisation>.Named("US"), "United States", OrganisationKind.State, Country.Parse("US"));

    public Source Source { get; } = new(
        Id<Source>.Named("s"), new Uri("https://example.org/news"), "Example", ReportedDate.On(new(2022, 11, 25)),
        Language.Parse("en"), Start.AddDays(-1), "France gives 100 generators. The United States gives 80. In all 180 generators.");

    public static async Task<RegisterFixture> Open(Database database)
    {
        await database.Migrate(TestContext.Current.CancellationToken);
        var fixture = new RegisterFixture(database);
        var operation = new Operation(fixture.Operation, "Winter", [Country.Parse("UA")]);
        await fixture.Do(new OpenOperation(operation));
        await fixture.Do(new RecordOrganisation(fixture.Donor));
        await fixture.Do(new RecordOrganisation(fixture.Other));
        await fixture.Do(new RecordSource(fixture.Source));
        return fixture;
    }

    public Envelope Next() => new(new Guid(++_sent, 0, 0, new byte[8]), Operation, "Olena");

    public Task<Outcome> Send(ICommand command) => Commands.Run(command, Next(), TestContext.Current.CancellationToken);

    public async Task<Outcome> Do(ICommand command)
    {
        var outcome = await Send(command);
        Assert.Empty(outcome.Refusals);
        return outcome;
    }

    public Claim Claim(string name, Bounds count, Stage? stage = null, string quote = "France gives 100 generators", Organisation? by = null) => new()
    {
        Id = Id<Claim>.Named(name),
        Source = Source.Id,
        Donors = DonorGroup.Of((by ?? Donor).Id),
        Item = new Item(ItemKind.GeneratingSet, "generators"),
        Quantity = new Quantity(count, Unit.Piece),
        Stage = stage ?? GoodsStage.Announced,
        Date = ReportedDate.On(new(2022, 11, 25)),
        Quote = quote,
    };

    public async Task<Claim> Recorded(Claim claim)
    {
        await Do(new RecordClaim(claim));
        return claim;
    }

    public Task<Outcome> Adopt(Claim claim, string contribution, int version = 0) => Send(new AdoptClaim(
        Id<Contribution>.Named(contribution), version, claim.Id, ClaimParts.All, version == 0 ? contribution : null, "as reported"));
}

/// <summary>A clock that tests set.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
