using CsCheck;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>Orders in every form that is read, and the plan that follows one.</summary>
public class OrderReaderTests
{
    private static readonly RestorationProblem s_problem = GoldenCase.Problem("precedence");

    [Theory]
    [InlineData("branch:3\nbranch:2\nbranch:1\n")]
    [InlineData("# mine\r\n\r\nbranch:3, North\r\nbranch:2,\r\nbranch:1\r\n")]
    [InlineData("crew;Element;start\nNorth;branch:3;0\n;branch:2;3\n;\"branch:1\";6\n")]
    [InlineData("""["branch:3", "branch:2", "branch:1"]""")]
    [InlineData("""[ { "element": "branch:3", "crew": "North" }, "branch:2", { "element": "branch:1", "crew": null } ]""")]
    public void Reads_lines_tables_and_lists(string text)
    {
        var read = OrderReader.Parse(text, "order", s_problem);
        Assert.Empty(read.Errors);
        var plan = read.Value!.Follow(s_problem);
        Assert.Empty(PlanCheck.Check(s_problem, plan).Findings);
        Assert.Equal(440, plan.Objective.UnservedMegawattHours, 1e-6);
    }

    [Fact]
    public void What_must_come_first_does_and_what_is_not_named_comes_last()
    {
        var read = OrderReader.Parse("branch:1\n", "order", s_problem);
        Assert.Equal(
            [
                "order:1: branch:1: comes before branch:2, which must come first and is done before it",
                "order: branch:2, branch:3: not in the order (2 of 3): come last, in the order of the damage list",
            ],
            read.Findings.Select(f => f.ToString()));
        Assert.Equal(455, read.Value!.Follow(s_problem).Objective.UnservedMegawattHours, 1e-6);
    }

    [Theory]
    [InlineData("", "order: names no element; one a line is needed")]
    [InlineData("[ 3 ]", "order $[0]: 3: must be an element, or an object with an element and a crew")]
    [InlineData("[ \"branch:3\"", "order:1:13: is not JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed")]
    [InlineData("branch:3, South", "order:1: South: is no crew of the scenario")]
    public void Says_what_is_wrong(string text, string told) =>
        Assert.Equal(told, Assert.Single(OrderReader.Parse(text, "order", s_problem).Errors).ToString());

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused() =>
        Mutations.Of(new string('#', 200) + "\nelement,crew\nbranch:3,North\nbranch:2,\nbranch:1,North\n").Sample(
            text =>
            {
                var read = OrderReader.Parse(text, "order", s_problem);
                Assert.Equal(read.Value is null, read.Findings.Any(f => f.Severity == Severity.Error));
                if (read.Value is { } order)
                    Assert.Empty(PlanCheck.CheckSchedule(s_problem, order.Follow(s_problem)));
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void The_order_of_the_damage_list_is_the_method_of_that_name() => PlannerTests.SmallProblem.Sample(
        problem =>
        {
            var order = new RepairOrder([.. problem.Repairs.Select(r => new OrderStep(r.Element, null))]);
            var list = Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List, States = 1 }, null, TestContext.Current.CancellationToken);
            var followed = order.Follow(problem, explain: true);
            Assert.Equal(list.Repairs.Select(r => (r.Element, r.Crew, r.Start, r.Why)), followed.Repairs.Select(r => (r.Element, r.Crew, r.Start, r.Why)));
            Assert.Equal(0, PlanComparison.Of(problem, list, followed).SavedWeightedMegawattHours, 1e-9);
        },
        iter: 20,
        threads: 1);
}
