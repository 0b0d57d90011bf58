using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Sample;
using Relight.Storage;
using Relight.Tests.Storage;

namespace Relight.Tests.Plans;

/// <summary>The sample, planned together with the allocation of its units, once for all tests.</summary>
public sealed class JointSample : IAsyncLifetime
{
    internal TestDatabases Test { get; private set; } = null!;

    internal JointPlanning Joint { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Test = await TestDatabases.WithSample();
        var planned = await new PlanJointly(Test.Database, TimeProvider.System).Run(LoadSample.Operation.Id, null, new PlannerOptions { States = 2000 }, "test");
        Assert.Empty(planned.Refusals);
        Joint = planned.Joint!;
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    /// <summary>A copy that a test may change.</summary>
    internal async Task<TestDatabases> Copied()
    {
        var copy = await TestDatabases.MakeEmpty(TestDatabases.Sqlite);
        await Copy.Run(Test.Database, copy.Database, null, TestContext.Current.CancellationToken);
        return copy;
    }
}

/// <summary>The loop, the values of needs, the wanted list, and arrivals that change.</summary>
public sealed class JointPlanningTests(JointSample sample) : IClassFixture<JointSample>
{
    private readonly TestDatabases _test = sample.Test;
    private readonly JointPlanning _joint = sample.Joint;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Together_is_never_worse_than_first_and_every_round_is_told()
    {
        Assert.InRange(_joint.Rounds.Count, 1, PlanJointly.MostRounds);
        Assert.True(_joint.Joint.WeightedMegawattHours <= _joint.Rounds.Min(round => round.Loss.WeightedMegawattHours) + 1e-6);
        Assert.True(_joint.Joint.WeightedMegawattHours <= _joint.ByFit.WeightedMegawattHours);
        Assert.True(_joint.Joint.WeightedMegawattHours < _joint.ByVoltage.WeightedMegawattHours);
        Assert.InRange(_joint.Misfits + _joint.Doubtful, 1, _joint.GivenByVoltage);
        Assert.Empty((await LedgerReplay.Run(_test.Database, Cancel)).Differences);

        // Units that the plan reckons with fit, and none is given twice.
        await using var db = _test.Database.Open();
        var reading = (await ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel))!;
        Assert.Equal((_joint.Plan, PlanJointly.Name), (reading.Best.Stored.Id, reading.Best.Stored.Name));
        Assert.NotNull(reading.ListOrder);
        var offers = SampleOffers.All.ToDictionary(offer => offer.Id);
        Assert.All(reading.Units.GroupBy(unit => unit.Offer), units => Assert.True(units.Count() <= offers[units.Key].Units));
        Assert.All(reading.Units, unit => Assert.Equal(SampleDamage.MarketHour, unit.Without is > 500 ? unit.Without : SampleDamage.MarketHour));
    }

    [Fact]
    public async Task The_ways_of_its_units_are_reckoned_and_what_is_not_known_stays_so()
    {
        await using var db = _test.Database.Open();
        var supply = await SupplyOfNeeds.Load(db, LoadSample.Operation.Id, DateTimeOffset.UtcNow, Cancel);
        var units = (await ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel))!.Units;
        var ways = units.Select(unit =>
        {
            var (need, offer) = (supply.Needs.Single(one => one.Id == unit.Need), supply.Offers.Single(one => one.Id == unit.Offer));
            return Transport.Of(supply.StartOf(offer), need, offer, Transport.TonnesOf(offer, Filling.UnitsTogether(need, offer)), TransportTerms.Usual);
        }).ToList();
        Assert.Equal(ways.Sum(way => way.Euros ?? 0), _joint.TransportEuros);
        Assert.Equal(ways.Count(way => way.Euros is null), _joint.WaysUnknown);
        Assert.True(_joint.TransportEuros > 0);
    }

    [Fact]
    public async Task Where_money_is_weighed_against_light_a_way_that_costs_more_than_it_brings_is_not_gone()
    {
        await using var test = await sample.Copied();
        var planned = await new PlanJointly(test.Database, TimeProvider.System).Run(
            LoadSample.Operation.Id, LoadSample.ScenarioId, new PlannerOptions { States = 400 }, "test", TransportTerms.Usual with { EurosPerMegawattHour = TransportTerms.LeastPrice }, stop: Cancel);
        Assert.Empty(planned.Refusals);
        Assert.True(planned.Joint!.TransportEuros < _joint.TransportEuros, $"{planned.Joint.TransportEuros} {_joint.TransportEuros}");
        Assert.True(planned.Joint.Rounds[^1].Units < _joint.Rounds[^1].Units);
    }

    [Fact]
    public async Task Values_fall_with_the_hour_and_are_nothing_where_the_plan_has_it()
    {
        await using var db = _test.Database.Open();
        var reading = (await ValuesReading.Latest(db, LoadSample.Operation.Id, Cancel))!;
        Assert.Equal((_joint.Plan, false), (reading.Values.Plan, reading.IsOutOfDate));
        Assert.NotEmpty(reading.Values.Values);
        Assert.All(reading.Values.Values, value =>
        {
            Assert.Equal(0, value.At(value.PresentHour).WeightedMegawattHours);
            Assert.True(value.OneMore.WeightedMegawattHours >= -1e-6);
            Assert.True(value.WorthAt(0) >= value.WorthAt(value.WithoutHour));
            Assert.Equal(0, value.WorthAt(value.WithoutHour));
        });
        Assert.Contains(reading.Values.Values, value => value.WorthAt(0) > 1000);
    }

    [Fact]
    public async Task The_proposal_is_worth_what_the_plan_says_and_says_what_was_lost_to()
    {
        await using var db = _test.Database.Open();
        var proposal = (await ProposeAllocation.Run(db, LoadSample.Operation.Id, DateTimeOffset.UtcNow, new ProposalOptions(), cancel: Cancel)).Proposal!;
        Assert.Equal(0, proposal.Gap);
        Assert.Contains(proposal.Gifts, gift => gift.Basis == WorthBasis.Plan && gift.Worth > 0);
        Assert.Contains(proposal.Gifts, gift => gift.Basis == WorthBasis.Load);
        Assert.Equal(proposal.Worth, proposal.Gifts.Sum(gift => gift.Worth));
        Assert.NotEmpty(proposal.Without);
        Assert.All(proposal.Without.Where(without => without.Why == Shortage.WorthMoreElsewhere), without => Assert.NotEmpty(without.LostTo));
    }

    [Fact]
    public async Task The_wanted_list_is_sorted_and_names_no_place_whatever_field_is_looked_at()
    {
        await using var db = _test.Database.Open();
        var list = await WantedList.Read(db, LoadSample.Operation.Id, DateTimeOffset.UtcNow, Cancel);
        Assert.Equal((_joint.Plan, false), (list.Plan, list.IsOutOfDate));
        Assert.Contains(list.Units, unit => unit.OneMoreMegawattHours > 0 && unit.OneMorePeopleHours > 0);
        var valued = list.Units.TakeWhile(unit => unit.OneMoreMegawattHours is not null).Select(unit => unit.OneMoreMegawattHours).ToList();
        Assert.Equal(valued.OrderDescending(), valued);
        Assert.All(list.Units.Where(unit => unit.OneMoreMegawattHours is not null), unit => Assert.True(unit.OneMoreMegawattHours >= unit.WeekSoonerMegawattHours));

        var texts = new List<string>();
        Walk(JsonDocument.Parse(LedgerJson.Write(list)).RootElement, texts);
        var grid = SampleProblem.Default.Grid;
        var secrets = SampleNeeds.Of(SampleProblem.Default).Select(need => need.Site?.Exact.Name).OfType<string>()
            .Concat(grid.Sites.Select(site => site.Name)).Concat(Oblast.All.Select(oblast => oblast.PCode))
            .Concat(SampleProblem.Default.Damage.Select(damaged => damaged.Element.ToString())).ToHashSet();
        Assert.True(texts.Count > 200);
        Assert.All(texts, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(texts, text => text is "element" or "bus" or "oblast" or "site");
    }

    [Fact]
    public async Task Values_go_out_of_date_when_the_register_changes_and_can_be_computed_anew()
    {
        await using var test = await sample.Copied();
        var need = SampleNeeds.Of(SampleProblem.Default).First(need => need.Requirement is TransformerBay);
        var commands = new Commands(test.Database, TimeProvider.System);
        await commands.Run(new RecordNeed(need with { Version = 2, Priority = Priority.Critical }), new Envelope(Guid.NewGuid(), LoadSample.Operation.Id, "test"), Cancel);
        await using var db = test.Database.Open();
        Assert.True((await WantedList.Read(db, LoadSample.Operation.Id, DateTimeOffset.UtcNow, Cancel)).IsOutOfDate);
        Assert.Empty((await new ValueNeeds(test.Database, TimeProvider.System).Run(LoadSample.Operation.Id, null, new PlannerOptions { States = 100 }, "test", null, Cancel)).Refusals);
        await using var again = test.Database.Open();
        Assert.False((await WantedList.Read(again, LoadSample.Operation.Id, DateTimeOffset.UtcNow, Cancel)).IsOutOfDate);
    }

    [Fact]
    public async Task Where_time_has_ended_no_unit_is_allocated_anew_and_the_values_say_so()
    {
        await using var test = await sample.Copied();
        var made = await new ValueNeeds(test.Database, TimeProvider.System).Run(
            LoadSample.Operation.Id, null, new PlannerOptions { Time = TimeSpan.FromMilliseconds(1) }, "test", null, Cancel);
        Assert.Empty(made.Refusals);
        await using var db = test.Database.Open();
        var values = (await ValuesReading.Latest(db, LoadSample.Operation.Id, Cancel))!.Values;
        Assert.Equal(made.Values, values.Id);
        Assert.True(values.Interrupted);
        Assert.All(values.Values, value => Assert.Null(value.FreeingOthers));
    }

    [Fact]
    public async Task When_an_arrival_changes_the_plan_says_what_changed()
    {
        await using var test = await sample.Copied();
        var replan = new ReplanArrivals(test.Database, TimeProvider.System);
        Assert.Empty((await replan.Run(LoadSample.Operation.Id, 0, new PlannerOptions { States = 50 }, "test", null, Cancel)).Changes);
        await using var db = test.Database.Open();
        var unit = (await ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel))!.Units[^1];
        var offer = SampleOffers.All.Single(offer => offer.Id == unit.Offer);
        var later = offer with { Version = 2, Arrival = ReportedDate.On(offer.Arrival!.Latest.AddDays(14)) };
        Assert.True((await new Commands(test.Database, TimeProvider.System).Run(new RecordOffer(later), new Envelope(Guid.NewGuid(), LoadSample.Operation.Id, "test"), Cancel)).Done);
        var done = await replan.Run(LoadSample.Operation.Id, 0, new PlannerOptions { States = 200 }, "test", null, Cancel);
        Assert.Contains(done.Changes, change => change.Unit.Element == unit.Element && change.Hour == unit.Hour + (14 * 24));
        var move = done.Replan!.Moves.Single(move => move.Element == unit.Element);
        Assert.NotEmpty(move.Causes);
        await using var again = test.Database.Open();
        var reading = (await ReadPlan.Latest(again, LoadSample.Operation.Id, Cancel))!;
        Assert.Equal((done.Kept, ReplanArrivals.Name), (reading.Best.Stored.Id, reading.Best.Stored.Name));
        Assert.Equal(unit.Hour + (14 * 24), reading.Units.Single(other => other.Element == unit.Element).Hour);
        Assert.Empty((await replan.Run(LoadSample.Operation.Id, 0, new PlannerOptions { States = 50 }, "test", null, Cancel)).Changes);
        Assert.Equal(1, await again.JointPlannings.CountAsync(Cancel));
    }

    [Fact]
    public async Task When_a_consignment_is_late_the_plan_tells_which_repair_and_stays_until_another_is_adopted()
    {
        await using var test = await sample.Copied();
        var (operation, commands) = (LoadSample.Operation.Id, new Commands(test.Database, TimeProvider.System));
        PlanReading before;
        Id<Place> hub;
        await using (var db = test.Database.Open())
        {
            before = (await ReadPlan.Latest(db, operation, Cancel))!;
            Assert.Empty(await RepairConcerned.Read(db, operation, before, Cancel));
            hub = (await db.Places.AsNoTracking().FirstAsync(row => row.IsHub, Cancel)).Id;
        }
        var unit = before.Units.First(unit => unit.Hour > 0);
        var begins = before.Best.Plan.Repairs.Single(repair => repair.Element == unit.Element).Start;
        var late = before.Scenario.At(begins + (10 * 24));
        var leg = new PlannedLeg(hub, null, TransportMode.Road, late.AddDays(-2), late);
        Assert.Empty((await commands.Run(
            new PlanConsignment(Id<Consignment>.Named("late"), "A unit", [new ConsignmentLine(unit.Offer, 1, unit.Need)], false, [leg]), new Envelope(Guid.NewGuid(), operation, "test"), Cancel)).Refusals);

        await using (var db = test.Database.Open())
        {
            var concerned = Assert.Single(await RepairConcerned.Read(db, operation, before, Cancel));
            Assert.Equal((unit.Need, late, before.Scenario.At(begins), true), (concerned.Need, concerned.IsThere!.Value, concerned.RepairBegins, concerned.CannotBegin));
        }
        var replan = new ReplanArrivals(test.Database, TimeProvider.System);
        var proposed = await replan.Propose(operation, 0, new PlannerOptions { States = 200 }, null, Cancel);
        var move = proposed.Replan!.Moves.Single(move => move.Element == unit.Element);
        Assert.Contains(move.Causes, cause => cause.Kind == MoveCauseKind.Equipment);
        await using (var db = test.Database.Open())
            Assert.Equal(before.Best.Stored.Id, (await ReadPlan.Latest(db, operation, Cancel))!.Best.Stored.Id);
        var adopted = await replan.Adopt(operation, proposed, "test");
        Assert.Empty(adopted.Refusals);
        await using (var db = test.Database.Open())
        {
            var now = (await ReadPlan.Latest(db, operation, Cancel))!;
            Assert.Equal(adopted.Kept, now.Best.Stored.Id);
            Assert.Empty(await RepairConcerned.Read(db, operation, now, Cancel));
        }
        // Worked out from a plan that is no longer the latest, it is not kept.
        Assert.Equal("plan", Assert.Single((await replan.Adopt(operation, proposed, "test")).Refusals).Field);
    }

    [Fact]
    public async Task A_plan_that_is_proposed_is_kept_until_it_is_adopted_or_left_or_another_is_kept()
    {
        await using var test = await sample.Copied();
        var (operation, replan) = (LoadSample.Operation.Id, new ReplanArrivals(test.Database, TimeProvider.System));
        await Later(test, 14);
        var found = await replan.Propose(operation, 0, new PlannerOptions { States = 100 }, null, Cancel);
        Assert.Empty(await replan.Keep(operation, found, "test"));
        var kept = (await Proposed(test))!.Found;
        Assert.Equal((found.Before, found.Replan!.NowHours), (kept.Before, kept.Replan!.NowHours));
        Assert.Equal(found.Changes, kept.Changes);
        Assert.Equal(found.Replan.Moves.Select(move => move.ToString()), kept.Replan.Moves.Select(move => move.ToString()));
        Assert.Equal(found.Replan.Moves.Select(move => move.Why), kept.Replan.Moves.Select(move => move.Why));
        Assert.Equal(found.Replan.Comparison.Totals.WeightedUnservedMegawattHours, kept.Replan.Comparison.Totals.WeightedUnservedMegawattHours, 1e-3);
        Assert.Equal(found.Replan.Comparison.OtherTotals.WeightedUnservedMegawattHours, kept.Replan.Comparison.OtherTotals.WeightedUnservedMegawattHours, 1e-3);

        // Left, it is gone; proposed anew, one takes the place of the other; adopted, it is the plan.
        Assert.Empty(await replan.Settle(operation, adopt: false, "test"));
        Assert.Null(await Proposed(test));
        Assert.Equal("plan", Assert.Single(await replan.Settle(operation, adopt: true, "test")).Field);
        Assert.Empty(await replan.Keep(operation, found, "test"));
        Assert.Empty(await replan.Keep(operation, found, "test"));
        Assert.Empty(await replan.Settle(operation, adopt: true, "test"));
        Assert.Null(await Proposed(test));
        Assert.Equal("proposal.plan", Assert.Single(await replan.Keep(operation, found, "test")).Field);
        await using var db = test.Database.Open();
        Assert.Equal(ReplanArrivals.Name, (await ReadPlan.Latest(db, operation, Cancel))!.Best.Stored.Name);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_unit_that_came_damaged_does_not_come_any_more_for_the_plan()
    {
        await using var test = await sample.Copied();
        var (operation, commands) = (LoadSample.Operation.Id, new Commands(test.Database, TimeProvider.System));
        await using var db = test.Database.Open();
        var before = (await ReadPlan.Latest(db, operation, Cancel))!;
        var (unit, hub) = (before.Units.First(unit => unit.Hour > 0), (await db.Places.AsNoTracking().FirstAsync(row => row.IsHub, Cancel)).Id);
        var (id, at) = (Id<Consignment>.Named("damaged"), DateTimeOffset.UtcNow.AddDays(-2));
        foreach (var command in new ICommand[]
        {
            new PlanConsignment(id, "A unit", [new ConsignmentLine(unit.Offer, 1, unit.Need)], false, [new PlannedLeg(hub, null, TransportMode.Road, at, at.AddHours(20))]),
            new ReceiveConsignment(id, 0, "Olha", at.AddHours(24), [new ReceivedLine(1, 0, 0, 1, 0, "the tank is torn")]),
        })
            Assert.Empty((await commands.Run(command, new Envelope(Guid.NewGuid(), operation, "test"), Cancel)).Refusals);
        await using var after = test.Database.Open();
        var concerned = Assert.Single(await RepairConcerned.Read(after, operation, before, Cancel), one => one.Offer == unit.Offer && one.Need == unit.Need);
        Assert.Null(concerned.IsThere);
        Assert.True(concerned.CannotBegin);
    }

    // The last unit of the plan comes so many days later.
    private static async Task Later(TestDatabases test, int days)
    {
        await using var db = test.Database.Open();
        var unit = (await ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel))!.Units[^1];
        var offer = SampleOffers.All.Single(offer => offer.Id == unit.Offer);
        var later = offer with { Version = 2, Arrival = ReportedDate.On(offer.Arrival!.Latest.AddDays(days)) };
        Assert.True((await new Commands(test.Database, TimeProvider.System).Run(new RecordOffer(later), new Envelope(Guid.NewGuid(), LoadSample.Operation.Id, "test"), Cancel)).Done);
    }

    private static async Task<ReplanProposed?> Proposed(TestDatabases test)
    {
        await using var db = test.Database.Open();
        return await ReplanProposal.Latest(db, LoadSample.Operation.Id, Cancel);
    }

    private static void Walk(JsonElement value, List<string> texts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    texts.Add(property.Name);
                    Walk(property.Value, texts);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Walk(item, texts);
                break;
            default:
                texts.Add(value.ToString());
                break;
        }
    }
}
