using Relight.Grid;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about network models, scenarios and plans refuse.</summary>
internal static class PlanRefusals
{
    private static readonly string s_planJson = File.ReadAllText(Repository.At("tests", "Relight.Tests", "Restoration", "PlanFileTests.plan.verified.json"));

    public static IEnumerable<RefusalCase> Cases => [.. Networks, .. Scenarios, .. PlansKept, .. Values, .. Proposals, .. Joint];

    private static IEnumerable<RefusalCase> Networks
    {
        get
        {
            RefusalCase Case(string at, GridModel model, bool id = false) => new(
                nameof(StoreNetwork), at, () => StoreNetwork.Decide(id, new StoreNetwork(model)));
            yield return Case("model.id", TheModel, id: true);
            yield return Case("model.case:1:20", TheModel with { Case = "nothing of the kind" });
            yield return Case("model.places[0].bus", TheModel with { Places = [new BusPlace(987_654, "Nowhere", AreaCode.Parse("UA32"), 30, 50, 1)] });
            var place = new BusPlace(1, "Here", null, 30, 50, 1);
            yield return Case("model.places[1].bus", TheModel with { Places = [place, place] });
        }
    }

    private static IEnumerable<RefusalCase> Scenarios
    {
        get
        {
            var scenario = new Scenario
            {
                Id = Id<Scenario>.Named("s"),
                Model = TheModel.Id,
                Name = "After the storm",
                HourZero = Now.At,
                Json = File.ReadAllText(Repository.At("tests", "cases", "plan", "one-line", "scenario.json")),
            };
            yield return new(nameof(StoreScenario), "scenario.id", () => StoreScenario.Decide(new(true, TheModel), new StoreScenario(scenario)));
            yield return new(nameof(StoreScenario), "scenario.model", () => StoreScenario.Decide(new(false, null), new StoreScenario(scenario)));
            yield return new(nameof(StoreScenario), "scenario.json:1:2", () => StoreScenario.Decide(new(false, TheModel), new StoreScenario(scenario with { Json = "[" })));
        }
    }

    private static IEnumerable<RefusalCase> PlansKept
    {
        get
        {
            var plan = new StoredPlan
            {
                Id = Id<StoredPlan>.Named("p"),
                Scenario = Id<Scenario>.Named("s"),
                Name = "Best found",
                Json = s_planJson,
                Findings = [],
            };
            RefusalCase Case(string at, StoredPlan? wanted = null, bool id = false, bool kept = true, bool passed = true) => new(
                nameof(StorePlan), at, () => StorePlan.Decide(new(id, kept), new StorePlan(wanted ?? plan, passed)));
            yield return Case("plan.id", id: true);
            yield return Case("plan.scenario", kept: false);
            yield return Case("checkPassed", passed: false);
            yield return Case("plan.json:1:2", plan with { Json = "[" });
        }
    }

    private static IEnumerable<RefusalCase> Values
    {
        get
        {
            NeedValues Values(params double[] hours) => new()
            {
                Id = Id<NeedValues>.Named("v"),
                Plan = Id<StoredPlan>.Named("p"),
                Values = [new NeedValue(TheNeed.Id, new ElementId(ElementKind.Branch, 1), 24, 48, [.. hours.Select(hour => new ValueAtHour(hour, 1, 1, 1))])],
                Interrupted = false,
            };
            RefusalCase Case(string at, NeedValues? wanted = null, bool id = false, bool kept = true) => new(
                nameof(StoreNeedValues), at, () => StoreNeedValues.Decide(new(id, kept), new StoreNeedValues(wanted ?? Values(0, 24))));
            yield return Case("values.id", id: true);
            yield return Case("values.plan", kept: false);
            yield return Case("values.values[0].points", Values());
            yield return Case("values.values[0].points", Values(24, 24));
        }
    }

    private static IEnumerable<RefusalCase> Proposals
    {
        get
        {
            var unit = new UnitArrival(TheNeed.Id, Id<Offer>.Named("o"), "Unit", false, new ElementId(ElementKind.Branch, 1), 24);
            var proposal = new ReplanProposal
            {
                Id = Id<ReplanProposal>.Named("r"),
                Plan = Id<StoredPlan>.Named("p"),
                NowHours = 0,
                Changes = [new ArrivalChange(unit, 48)],
                Scenario = "{}",
                Made = s_planJson,
                CarriedOn = s_planJson,
                Moves = [],
            };
            RefusalCase Case(string at, ReplanProposal? wanted = null, bool id = false, bool latest = true) => new(
                nameof(ProposeReplan), at, () => ProposeReplan.Decide(new(id, latest), new ProposeReplan(wanted ?? proposal)));
            yield return Case("proposal.id", id: true);
            yield return Case("proposal.plan", latest: false);
            yield return Case("proposal.nowHours", proposal with { NowHours = -1 });
            yield return Case("proposal.changes", proposal with { Changes = [] });
            yield return Case("proposal.made:1:2", proposal with { Made = "[" });
            RefusalCase Settle(string at, bool proposed = true, bool kept = true) => new(
                nameof(SettleReplan), at, () => SettleReplan.Decide(new(proposed, kept), new SettleReplan(proposal.Id, proposal.Plan)));
            yield return Settle("proposal", proposed: false);
            yield return Settle("adopted", kept: false);
        }
    }

    private static IEnumerable<RefusalCase> Joint
    {
        get
        {
            var loss = new PlanLoss(1, 1, 1);
            var joint = new JointPlanning
            {
                Id = Id<JointPlanning>.Named("j"),
                Plan = Id<StoredPlan>.Named("p"),
                Rounds = [new JointRound(1, 1, loss)],
                End = JointEnd.Settled,
                Joint = loss,
                ByFit = loss,
                ByVoltage = loss,
                GivenByVoltage = 1,
                Misfits = 0,
            };
            RefusalCase Case(string at, JointPlanning? wanted = null, bool id = false, bool kept = true) => new(
                nameof(StoreJointPlanning), at, () => StoreJointPlanning.Decide(new(id, kept), new StoreJointPlanning(wanted ?? joint)));
            yield return Case("joint.id", id: true);
            yield return Case("joint.plan", kept: false);
            yield return Case("joint.rounds", joint with { Rounds = [] });
        }
    }
}
