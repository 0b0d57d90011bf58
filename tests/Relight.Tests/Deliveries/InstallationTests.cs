using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;

namespace Relight.Tests.Deliveries;

/// <summary>From the lorry to the lamp: steps, what holds them up, the hour of service; and what has stood where for how long.</summary>
public sealed class InstallationTests : DeliveryTestBed
{
    private static readonly DateTimeOffset s_start = RegisterFixture.Start;
    private static readonly Id<Installation> s_id = Id<Installation>.Named("installation");

    private protected override async Task Prepare()
    {
        await It.Sent(4);
        await Register.Do(It.Receive(3, damaged: 1, reason: "bent"));
    }

    [Fact]
    public async Task No_more_is_installed_than_was_received_whole()
    {
        Assert.Contains("yet: 3", DeliveryFixture.One(await Begin(4)).Rule, StringComparison.Ordinal);
        Assert.True((await Begin(2)).Done);
        Assert.Contains("yet: 1", DeliveryFixture.One(await Begin(2, "another")).Rule, StringComparison.Ordinal);
        Assert.Equal("installation.line", DeliveryFixture.One(await Register.Send(new BeginInstallation(Id<Installation>.Named("x"), It.Consignment, 2, 1))).Field);
    }

    [Fact]
    public async Task All_steps_are_done_before_the_hour_of_service_and_the_contribution_follows()
    {
        await Begin(2);
        var at = s_start.AddHours(40);
        Assert.Equal("installation", DeliveryFixture.One(await Register.Send(new PutIntoService(s_id, 1, at))).Field);
        Assert.Equal("step", DeliveryFixture.One(await Register.Send(new CompleteStep(s_id, 1, InstallationStep.Commissioning, at))).Field);
        Assert.Equal("step", DeliveryFixture.One(await Register.Send(new CompleteStep(s_id, 1, InstallationStep.Design, at))).Field);
        var version = await DoAllSteps(1, at);
        Assert.Equal("at", DeliveryFixture.One(await Register.Send(new PutIntoService(s_id, version, at.AddHours(-9)))).Field);
        Assert.Equal("at", DeliveryFixture.One(await Register.Send(new PutIntoService(s_id, version, at.AddHours(99)))).Field);
        await Register.Do(new PutIntoService(s_id, version, at.AddHours(7)));
        Assert.Equal("installation", (await Register.Send(new CompleteStep(s_id, version + 1, InstallationStep.Tests, at))).Refusals[0].Field);
        await using var db = Register.Database.Open();
        Assert.Equal(at.AddHours(7), (await db.Installations.SingleAsync(Cancel)).Read().InServiceAt);
        var served = (await db.Contributions.SingleAsync(Cancel)).Read().Reached().Single(r => r.Stage == GoodsStage.InService);
        Assert.Equal(Bounds.Exactly(2), served.Bounds);
        Assert.Empty((await LedgerReplay.Run(Register.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_missing_part_becomes_a_need_at_the_same_place_and_the_installation_waits_for_it()
    {
        await Begin(1);
        var part = Id<Need>.Named("part");
        Assert.Equal("reason", DeliveryFixture.One(await Register.Send(new HoldInstallation(s_id, 1, HoldReason.MissingPart, "a cable"))).Field);
        var named = DeliveryFixture.One(await Register.Send(new ReportMissingPart(s_id, 1, part, $"cable for {DeliveryFixture.Site}", ItemKind.Conductor, 1)));
        Assert.Equal("part", named.Field);
        Assert.Equal(["kind", "part", "pieces"], (await Register.Send(new ReportMissingPart(s_id, 1, part, "", ItemKind.Money, 0))).Refusals.Select(r => r.Field).Order());
        await Register.Do(new ReportMissingPart(s_id, 1, part, "control cable of 40 m", ItemKind.Conductor, 2));
        await using (var db = Register.Database.Open())
        {
            var need = (await db.Needs.SingleAsync(row => row.Id == part, Cancel)).Read();
            Assert.Equal((DeliveryFixture.Site, Priority.Critical), (need.Site!.Exact.Name, need.Priority));
            var held = (await db.Installations.SingleAsync(Cancel)).Read().Hold!;
            Assert.Equal((HoldReason.MissingPart, part), (held.Reason, held.Part));
        }
        await Register.Do(new CompleteStep(s_id, 2, InstallationStep.Placing, s_start.AddHours(40)));
        await using var after = Register.Database.Open();
        Assert.Null((await after.Installations.SingleAsync(Cancel)).Read().Hold);
    }

    [Fact]
    public void Every_kind_of_item_has_steps_that_end()
    {
        Assert.All(Enum.GetValues<ItemKind>(), kind => Assert.NotEmpty(Installation.StepsOf(kind)));
        Assert.All(Enum.GetValues<ItemKind>().Select(Installation.StepsOf), steps => Assert.Equal(steps.Distinct(), steps));
        Assert.Equal(InstallationStep.Design, Installation.StepsOf(ItemKind.PowerTransformer)[0]);
    }

    [Fact]
    public async Task What_stands_still_is_listed_with_how_long_and_why_the_longest_first()
    {
        await Begin(1);
        await Register.Do(new HoldInstallation(s_id, 1, HoldReason.NoDesign, "no drawing", s_start.AddHours(38)));
        await using var db = Register.Database.Open();
        var lines = await Ageing.Read(db, Register.Operation, s_start.AddDays(10), Cancel);
        Assert.Equal(lines.OrderByDescending(line => line.Days).Select(line => line.Days), lines.Select(line => line.Days));
        var offered = Assert.Single(lines, line => line.Offer == It.Sets && line.Stage == AgeingStage.Offered);
        Assert.Equal((6, AgeingReason.NotPlanned), (offered.Units, offered.Reason));
        Assert.Equal("bent", Assert.Single(Assert.Single(lines, line => line is { Stage: AgeingStage.Received, Reason: AgeingReason.Damaged }).Words));
        var idle = Assert.Single(lines, line => line is { Stage: AgeingStage.Received, Reason: AgeingReason.NotBegun });
        Assert.Equal((2, AgeingReason.NotBegun, 8.5), (idle.Units, idle.Reason, idle.Days));
        var held = Assert.Single(lines, line => line.Stage == AgeingStage.Installing);
        Assert.Equal((AgeingReason.Held, HoldReason.NoDesign), (held.Reason, held.Hold!.Reason));
        Assert.Equal((TimeSpan.FromDays(10) - TimeSpan.FromHours(38)).TotalDays, held.Days, 6);
    }

    [Fact]
    public async Task Consignments_stand_because_they_are_late_or_lack_papers()
    {
        var second = Id<Consignment>.Named("second");
        await Register.Do(It.Plan(2, toSite: false) with { Consignment = second });
        await using (var db = Register.Database.Open())
            Assert.Equal([PaperKind.PackingList], Assert.Single(await Ageing.Read(db, Register.Operation, s_start.AddDays(3), Cancel), line => line.Stage == AgeingStage.Planned).Papers);
        await Register.Do(new RecordPapers(second, 1, 1, [new Paper(PaperKind.PackingList, true, "7")]));
        await using (var db = Register.Database.Open())
            Assert.Equal(AgeingReason.ShouldHaveLeft, Assert.Single(await Ageing.Read(db, Register.Operation, s_start.AddDays(3), Cancel), line => line.Stage == AgeingStage.Planned).Reason);
        await Register.Do(new DispatchConsignment(second, 2, s_start.AddHours(11)));
        await using (var db = Register.Database.Open())
            Assert.Equal(AgeingReason.ShouldHaveArrived, Assert.Single(await Ageing.Read(db, Register.Operation, s_start.AddDays(3), Cancel), line => line.Stage == AgeingStage.UnderWay).Reason);
    }

    private Task<Outcome> Begin(int units, string name = "installation") =>
        Register.Send(new BeginInstallation(Id<Installation>.Named(name), It.Consignment, 1, units, s_start.AddHours(37)));

    private async Task<int> DoAllSteps(int version, DateTimeOffset at)
    {
        foreach (var step in Installation.StepsOf(ItemKind.GeneratingSet))
            await Register.Do(new CompleteStep(s_id, version++, step, at));
        return version;
    }
}
