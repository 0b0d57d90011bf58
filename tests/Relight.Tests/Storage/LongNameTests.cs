using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>What stands in indexes may be as long as the rules of the register allow: indexes of PostgreSQL have a limit of their own.</summary>
public class LongNameTests
{
    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Many_donors_with_long_names_give_together(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var random = new Random(5);
        // Letters of many alphabets, so that nothing is left to compress.
        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));
        var donors = Enumerable.Range(0, DonorGroup.Most).Select(i => new Organisation(Id<Organisation>.Named($"long {i}"), Text(Checks.Line), OrganisationKind.State, Country.Parse("FR"))).ToList();
        foreach (var donor in donors)
            await register.Do(new RecordOrganisation(donor));
        var source = register.Source with { Id = Id<Source>.Named("long"), Publisher = Text(Checks.Line), Address = new Uri($"https://example.org/{new string('a', 1_970)}") };
        await register.Do(new RecordSource(source));
        var claim = await register.Recorded(register.Claim("many", Bounds.Exactly(4)) with { Source = source.Id, Donors = DonorGroup.Of([.. donors.Select(donor => donor.Id)]) });
        await register.Do(new AdoptClaim(Id<Contribution>.Named("k"), 0, claim.Id, ClaimParts.All, Text(Checks.Line), "as reported"));
        var search = new KeptLists(test.Database).Claims(register.Operation, [ClaimSearch.Donor(donors[^1].Name)], RowOrder<Claim, ClaimRow>.By(row => row.DonorNames), false);
        Assert.Equal([claim.Id], (await search.Find(null, 10, TestContext.Current.CancellationToken)).Ids);
        Assert.Empty((await LedgerReplay.Run(test.Database, TestContext.Current.CancellationToken)).Differences);
    }

    [Fact]
    public async Task Longer_ones_are_refused()
    {
        await using var test = await TestDatabases.Make("SQLite");
        var register = await RegisterFixture.Open(test.Database);
        var source = register.Source with { Id = Id<Source>.Named("long"), Address = new Uri($"https://example.org/{new string('я', 400)}") };
        Assert.Equal("must not be longer than 2000 characters", Assert.Single((await register.Send(new RecordSource(source))).Refusals).Rule);
        var members = Enumerable.Range(0, DonorGroup.Most + 1).Select(i => Id<Organisation>.Named($"donor {i}"));
        var refusals = (await register.Send(new RecordClaim(register.Claim("many", Bounds.Exactly(4)) with { Donors = DonorGroup.Of([.. members]) }))).Refusals;
        Assert.Contains(refusals, refusal => refusal is { Field: "claim.donors", Value: "61", Rule: "must not be above 60" });
    }
}
