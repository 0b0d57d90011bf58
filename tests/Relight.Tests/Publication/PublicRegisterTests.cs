using System.Text.Json;
using CsCheck;
using Relight.Ledger;
using Relight.Publication;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Publication;

/// <summary>What the public sees is old enough, and tells no one or two of anything apart.</summary>
public class PublicRegisterTests
{
    private static readonly Gen<Need> s_need = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[1, 400]).Select((oblast, place, kind, rating) => new Need
    {
        Id = new Id<Need>(Guid.NewGuid()),
        Version = 1,
        Title = "a need",
        Organisation = Id<Organisation>.Named("grid"),
        Site = oblast == 0 ? null : new Site(AreaCode.Parse($"UA6{oblast}"), new ExactPlace($"place {oblast} {place}", null, null)),
        Priority = Priority.High,
        Units = 1 + (rating % 3),
        Requirement = kind switch
        {
            0 => new TransformerBay { HighKilovolts = 330, LowKilovolts = 110, LoadMegavoltamperes = rating },
            1 => new BreakerBay { SystemUm = rating },
            2 => new FacilityPower { Facility = FacilityKind.Water, LoadKilowatts = rating * 10 },
            _ => new GoodsRequirement(new Item(ItemKind.Lighting, "lamps"), Quantity.Pieces(rating)),
        },
    });

    private static readonly Gen<Contribution> s_contribution = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 3]).Select((furthest, whole, part, kind) =>
    {
        Adopted<ItemAtStage> At(int stage, Bounds bounds) => new(
            new ItemAtStage(new Item(ItemKind.GeneratingSet, "sets"), Stage.OfGoods[stage], new Quantity(bounds, Unit.Piece), ReportedDate.On(new(2022, 12, 1))),
            Id<Claim>.Named("c"), "Olena", default, "as reported");
        var bounds = kind switch { 0 => Bounds.Unspecified, 1 => Bounds.AtLeast(whole), 2 => Bounds.Between(whole, whole + part), _ => Bounds.Exactly(whole) };
        return new Contribution
        {
            Id = new Id<Contribution>(Guid.NewGuid()),
            Version = 1,
            Title = "a gift",
            Donors = new(DonorGroup.Of(Id<Organisation>.Named("d")), Id<Claim>.Named("c"), "Olena", default, "as reported"),
            Items = furthest == 0 ? [At(0, bounds)] : [At(0, bounds), At(furthest, Bounds.Exactly(Math.Min(whole, part)))],
            Values = [],
            Claims = [Id<Claim>.Named("c")],
        };
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Groups_of_needs_share_no_member_and_none_is_of_fewer_than_three_needs_or_places() => s_need.Array[0, 60].Sample(needs =>
    {
        var groups = NeedGroup.Of(needs);
        Assert.All(groups, group => Assert.True(group.Needs >= 3));
        // What a group can hold is what meets its description and is in no narrower group: with each need in one group at most,
        // every total is a sum of groups, and nothing less than a group is left of a total when parts are taken away.
        Assert.True(groups.Sum(group => group.Needs) <= needs.Length);
        Assert.True(groups.Sum(group => group.Units) <= needs.Sum(need => need.Units));
        foreach (var group in groups)
        {
            var possible = needs.Where(need => need.Requirement.Kind == group.Kind
                && (group.Item is null || need.Requirement.Item == group.Item)
                && (group.Oblast is null || need.Site?.Oblast == group.Oblast)
                && (group.Rating is null || Band.Of(need.Requirement) == group.Rating)).ToList();
            Assert.True(possible.Count >= group.Needs);
            Assert.True(possible.Select(need => need.Site?.Exact.Name ?? $"{need.Id}").Distinct().Count() >= 3);
        }
    });

    [Fact]
    public void No_sum_of_contributions_and_no_difference_of_two_rests_on_one_or_two_of_them() => s_contribution.Array[0, 25].Sample(contributions =>
    {
        var sums = PublicStage.Of(contributions);
        var amounts = contributions.Select(contribution => contribution.Reached().ToDictionary(reached => reached.Stage, reached => reached.Bounds)).ToList();
        (bool There, decimal Lower, decimal? Upper) Of(Dictionary<Stage, Bounds> reached, Stage? stage) =>
            stage is { } at && reached.TryGetValue(at, out var bounds) ? (true, bounds.Lower, bounds.Upper ?? 0) : (false, 0, 0);
        List<Stage?> told = [null, .. sums.Select(sum => (Stage?)sum.Stage)];
        foreach (var one in told)
            foreach (var other in told)
            {
                var pairs = amounts.ConvertAll(reached => (One: Of(reached, one), Other: Of(reached, other)));
                foreach (var differing in new[] { pairs.Count(p => p.One.There != p.Other.There), pairs.Count(p => p.One.Lower != p.Other.Lower), pairs.Count(p => p.One.Upper != p.Other.Upper) })
                    Assert.True(differing is 0 or >= 3);
            }
        Assert.All(sums, sum =>
        {
            var parts = amounts.Where(reached => reached.ContainsKey(sum.Stage)).Select(reached => reached[sum.Stage]).ToList();
            Assert.Equal((parts.Count, parts.Sum(bounds => bounds.Lower)), (sum.Contributions, sum.AtLeast));
            Assert.Equal(parts.TrueForAll(bounds => bounds is { IsSpecified: true, Upper: not null }), sum.AtMost is not null);
        });
    });

    [Fact]
    public void Ratings_stand_in_bands()
    {
        Band? Of(decimal load) => Band.Of(new TransformerBay { HighKilovolts = 330, LowKilovolts = 110, LoadMegavoltamperes = load });
        Assert.Equal(new Band(0, 63, Unit.Megavoltampere), Of(62.999m));
        Assert.Equal(new Band(63, 125, Unit.Megavoltampere), Of(63));
        Assert.Equal(new Band(250, null, Unit.Megavoltampere), Of(1000));
        Assert.Null(Band.Of(new TransformerBay { HighKilovolts = 330, LowKilovolts = 110 }));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task It_is_of_its_instant_whatever_happens_after(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        for (var i = 0; i < 4; i++)
        {
            await register.Do(new RecordNeed(Need(register, i)));
            await register.Adopt(await register.Recorded(register.Claim($"c{i}", Bounds.Exactly(10 + i))), $"g{i}");
        }
        await Report(register, "r", 500, RegisterFixture.Start.AddDays(-3), null);
        var then = await Public(register, RegisterFixture.Start);
        Assert.Equal((4, 4L), (then.Needs.Single().Needs, then.Needs.Single().Units));
        Assert.Equal((4, 46m, 46m), (then.Stages.Single().Contributions, then.Stages.Single().AtLeast, then.Stages.Single().AtMost));
        Assert.Equal(500, then.OutageReports.Single().People.Lower);

        register.Clock.Now = RegisterFixture.Start.AddDays(10);
        await register.Do(new RecordNeed(Need(register, 0) with { Version = 2, Units = 70 }));
        await register.Do(new WithdrawNeed(Id<Need>.Named("n1"), 1, "met"));
        await register.Do(new RecordNeed(Need(register, 9)));
        await register.Do(new DropClaim(Id<Contribution>.Named("g3"), 1, Id<Claim>.Named("c3"), "not this one"));
        await Report(register, "later", 900, RegisterFixture.Start.AddDays(-2), Id<OutageReport>.Named("r"));
        Assert.Equal(Json(then), Json(await Public(register, RegisterFixture.Start)));

        var now = await Public(register, register.Clock.Now);
        Assert.Equal((4, 73L), (now.Needs.Single().Needs, now.Needs.Single().Units));
        Assert.Equal((3, 33m), (now.Stages.Single().Contributions, now.Stages.Single().AtLeast));
        Assert.Equal(900, now.OutageReports.Single().People.Lower);
    }

    private static string Json(PublicRegister register) => JsonSerializer.Serialize(register, LedgerJson.Options);

    private static Need Need(RegisterFixture register, int number) => new()
    {
        Id = Id<Need>.Named($"n{number}"),
        Version = 1,
        Title = $"Breaker {number}",
        Organisation = register.Donor.Id,
        Site = new Site(AreaCode.Parse("UA3202"), new ExactPlace($"Made-up {number}", null, null)),
        Priority = Priority.High,
        Requirement = new BreakerBay { SystemUm = 123 },
        Units = 1,
    };

    private static Task<Outcome> Report(RegisterFixture register, string name, int people, DateTimeOffset from, Id<OutageReport>? supersedes) =>
        register.Do(new RecordOutageReport(new OutageReport
        {
            Id = Id<OutageReport>.Named(name),
            Source = register.Source.Id,
            Area = AreaCode.Parse("UA32"),
            Service = Service.Water,
            People = Bounds.Exactly(people),
            From = from,
            Until = from.AddHours(6),
            Quote = "180 generators",
            Supersedes = supersedes,
        }));

    private static async Task<PublicRegister> Public(RegisterFixture register, DateTimeOffset asOf)
    {
        await using var db = register.Database.Open();
        return await PublicRegister.Read(db, register.Operation, asOf, Cancel);
    }
}
