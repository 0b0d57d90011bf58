using CsCheck;
using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Sample;
using Relight.Tests.Grid;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Restoration;

/// <summary>
/// The AC check of plans. Whether a point of operation holds is judged by <see cref="AcWitness"/>, which computes
/// currents branch by branch and shares no code with the power flow.
/// </summary>
public class AcCheckTests
{
    /// <summary>Bus 1 feeds bus 2 over a line whose reactance lets it carry no more than it may: by hand, sin 2θ = −0.2·P, V = cos θ.</summary>
    [Fact]
    public void Sheds_where_the_voltage_gives_out_and_names_what_clears_it()
    {
        // 300 MW over 0.2 p.u. draw bus 2 below 0.9 p.u.; the second line, back at hour 5, halves the reactance.
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.0 0.9; 2 1 300 0 0 0 1 1 0 110 1 1.1 0.95 ];
            mpc.gen = [ 1 0 0 400 -400 1 100 1 500 0 ];
            mpc.branch = [ 1 2 0 0.2 0 0 0 0 0 0 1; 1 2 0 0.2 0 0 0 0 0 0 1 ];
            """);
        var problem = Problem(network, ("branch:2", 5));
        var plan = Check(problem, WithStages(problem, 8));

        var (broken, whole) = (plan.Curve[0], plan.Curve[1]);
        // V = cos θ = 0.949 at least: sin 2θ = 0.4·P, so that P = sin(2·acos 0.949)/0.4 = 1.496.
        Assert.Equal(300, broken.ServedMegawatts, 6);
        Assert.InRange(broken.Ac!.ServedMegawatts, 147.5, 149.7);
        Assert.Equal(300 - broken.Ac.ServedMegawatts, broken.Ac.ShedMegawatts, 6);
        var finding = Assert.Single(broken.Ac.Findings);
        Assert.Equal((5, "branch:2"), (finding.ClearedAtHour, Assert.Single(finding.ClearedBy).ToString()));
        Assert.InRange(whole.Ac!.ServedMegawatts, 295, 300);
    }

    [Fact]
    public void A_stage_that_lost_its_way_is_tried_from_the_stage_before()
    {
        // Bus 2 holds with three quarters of its load, by the same rule; the repair brings back a bus without any. The last stage is
        // looked at first, and without a correction of its own it finds nothing that holds.
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.0 0.9; 2 1 200 0 0 0 1 1 0 110 1 1.1 0.95; 3 1 0 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 400 -400 1 100 1 500 0 ];
            mpc.branch = [ 1 2 0 0.2 0 0 0 0 0 0 1; 1 3 0 0.2 0 0 0 0 0 0 1 ];
            """);
        var problem = Problem(network, ("branch:2", 5));
        var served = new List<(int Stage, double Megawatts)>();

        var plan = AcCheck.Run(
            problem,
            WithStages(problem, 8),
            new AcCheckOptions { MostRounds = 0 },
            (stage, _, held) => served.Add((stage, held.Point.Served.Sum())),
            null,
            TestContext.Current.CancellationToken);

        Assert.Equal([1, 0, 1], served.Select(look => look.Stage));
        Assert.Equal(0, served[0].Megawatts);
        Assert.InRange(served[2].Megawatts, 147.5, 149.7);
        Assert.Equal(served[2].Megawatts, plan.Curve[1].Ac!.ServedMegawatts);
        Assert.Empty(plan.Curve[1].Ac!.SwitchedOff);
    }

    [Fact]
    public void Losses_that_no_generator_can_give_are_shed()
    {
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 100 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 100 0 ];
            mpc.branch = [ 1 2 0.02 0.05 0 0 0 0 0 0 1 ];
            """);
        var problem = Problem(network);

        var stage = Check(problem, WithStages(problem, 1)).Curve[0];

        Assert.InRange(stage.Ac!.ShedMegawatts, 1.5, 2.1);
        Assert.InRange(stage.Ac.ServedMegawatts + stage.Ac.LossMegawatts, 99.8, 100.11);
        Assert.Equal(ViolationKind.ActivePower, Assert.Single(stage.Ac.Findings).Kind);
    }

    [Fact]
    public void An_overload_is_dispatched_away_before_anything_is_shed()
    {
        // Both generators could feed bus 3, the near one alone through a line of 60 MVA.
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 2 0 0 0 0 1 1 0 110 1 1.1 0.9; 3 1 100 20 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 200 0; 2 0 0 99 -99 1 100 1 50 0 ];
            mpc.branch = [ 1 3 0.001 0.02 0 60 0 0 0 0 1; 2 3 0.001 0.02 0 0 0 0 0 0 1 ];
            """);
        var problem = Problem(network);

        var stage = Check(problem, WithStages(problem, 1)).Curve[0];

        Assert.InRange(stage.Ac!.ShedMegawatts, 0, 0.01);
    }

    [Fact]
    public void Load_of_little_weight_goes_first()
    {
        var network = Read("""
            mpc.bus = [ 1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 60 0 0 0 1 1 0 110 1 1.1 0.9; 3 1 60 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 120 0 ];
            mpc.branch = [ 1 2 0.02 0.05 0 0 0 0 0 0 1; 1 3 0.02 0.05 0 0 0 0 0 0 1 ];
            """);
        var problem = new RestorationProblem("hand", network, [], [], weights: [new WeightedLoad(2, 60, 10)]);
        OperatingPoint? point = null;

        AcCheck.Run(
            problem, WithStages(problem, 1), new AcCheckOptions(), (_, _, held) => point = held.Point, null, TestContext.Current.CancellationToken);

        Assert.Equal(60, point!.ServedByBus()[1], 6);
        Assert.InRange(point.ServedByBus()[2], 55, 59.9);
    }

    /// <summary>Every AC optimal power flow of the folder serves all of its load; so does the check, but for the network whose dispatch collapses.</summary>
    [Theory]
    [MemberData(nameof(SharedData.Networks), MemberType = typeof(SharedData))]
    public void Intact_networks_serve_all_their_load(string name)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var problem = new RestorationProblem(name, network, [], []);

        var stage = Held(problem, WithStages(problem, 1)).Curve[0];

        Assert.InRange(stage.Ac!.ServedMegawatts, stage.ServedMegawatts * (name.Contains("case300") ? 0.95 : 0.9999), stage.ServedMegawatts + 1e-6);
    }

    /// <summary>Whatever is damaged, what the check calls holding holds, and serves no more than the DC form at any bus.</summary>
    [Theory]
    [InlineData("pglib_opf_case14_ieee", 10)]
    [InlineData("pglib_opf_case30_ieee", 10)]
    [InlineData("pglib_opf_case57_ieee", 10)]
    [InlineData("pglib_opf_case73_ieee_rts", 10)]
    [InlineData("pglib_opf_case118_ieee", 3)]
    [InlineData("pglib_opf_case300_ieee", 1)]
    [InlineData("pglib_opf_case793_goc", 1)]
    public void Any_state_holds(string name, int states)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var elements = network.Branches.Where(b => b.InService).Select(b => new ElementId(ElementKind.Branch, b.Row))
            .Concat(network.Generators.Where(g => g.InService).Select(g => new ElementId(ElementKind.Generator, g.Row)))
            .Concat(network.Buses.Where(b => b.Type != BusType.Isolated).Select(b => new ElementId(ElementKind.Bus, b.Id)))
            .ToArray();
        Gen.Shuffle(elements).Select(Gen.Int[1, elements.Length / 3]).Sample(
            (order, count) =>
            {
                var problem = Problem(network, [.. order.Take(count).Select(element => (element.ToString(), 1.0))]);
                Held(problem, ListOrder(problem) is var plan
                    ? plan with { Curve = [.. plan.Curve.Where((_, i) => i % Math.Max(1, count / 4) == 0)] }
                    : plan);
            },
            iter: Draws.Of(states),
            threads: 1);
    }

    [Fact]
    public void The_same_plan_comes_out_whatever_the_threads()
    {
        var problem = SampleProblem.Default.ToProblem();
        var plan = ListOrder(problem);

        var one = Check(problem, plan, threads: 1);
        var two = Check(problem, plan, threads: 2);

        Assert.Equal(Text(one), Text(two));
        Assert.True(PlanCheck.Check(problem, one).Passed);
        Assert.Equal(Text(one), Text(PlanFile.Parse(Text(one), "plan.json").Value!));
    }

    [Fact]
    public void Keeps_the_stages_checked_until_memory_runs_out()
    {
        var problem = SampleProblem.Default.ToProblem();
        var plan = ListOrder(problem);
        var looked = 0;

        var some = AcCheck.Run(
            problem,
            plan,
            new AcCheckOptions { Threads = 1 },
            (_, _, _) => _ = ++looked > 2 ? throw new OutOfMemoryException() : looked,
            null,
            TestContext.Current.CancellationToken);

        Assert.True(some.AcInterrupted);
        Assert.Equal(2, some.Curve.Count(stage => stage.Ac is not null));
        Assert.True(PlanCheck.Check(problem, some).Passed);
    }

    [Fact]
    public void Keeps_the_stages_checked_until_it_is_told_to_end()
    {
        var problem = SampleProblem.Default.ToProblem();
        var plan = ListOrder(problem);
        using var source = new CancellationTokenSource();

        var some = AcCheck.Run(problem, plan, new AcCheckOptions { Threads = 1 }, new EndAfter(3, source), source.Token);
        var none = AcCheck.Run(problem, plan, cancel: source.Token);

        Assert.True(some.AcInterrupted && none.AcInterrupted);
        Assert.Equal(3, some.Curve.Count(stage => stage.Ac is not null));
        Assert.DoesNotContain(none.Curve, stage => stage.Ac is not null);
        Assert.True(PlanCheck.Check(problem, some).Passed);
        Assert.Equal(Text(some), Text(PlanFile.Parse(Text(some), "plan.json").Value!));
        // What clears later than the stages that are known is not known.
        var known = some.Curve.Where(stage => stage.Ac is not null).ToList();
        Assert.All(
            known.SelectMany(stage => stage.Ac!.Findings).Select(finding => finding.ClearedAtHour).OfType<double>(),
            hour => Assert.Contains(hour, known.Select(stage => stage.FromHours)));
    }

    private sealed class EndAfter(int stages, CancellationTokenSource source) : IProgress<AcCheckProgress>
    {
        public void Report(AcCheckProgress value)
        {
            if (value.Stages == stages)
                source.Cancel();
        }
    }

    [Fact]
    public void A_plan_whose_AC_part_contradicts_it_does_not_pass()
    {
        var network = Read("""
            mpc.bus = [ 1 3 10 0 0 0 1 1 0 110 1 1.1 0.9 ];
            mpc.gen = [ 1 0 0 99 -99 1 100 1 100 0 ];
            mpc.branch = [ ];
            """);
        var problem = new RestorationProblem("hand", network, [], [], horizonHours: 1);
        var plan = Check(problem, ListOrder(problem));
        var ac = plan.Curve[0].Ac!;
        var finding = new AcFinding(ViolationKind.Overload, new ElementId(ElementKind.Branch, 9), 2, 1);

        Assert.True(PlanCheck.Check(problem, plan).Passed);
        foreach (var wrong in new[] { ac with { ServedMegawatts = 11 }, ac with { WeightedServed = 11 }, ac with { ShedMegawatts = -1 }, ac with { Findings = [finding] } })
            Assert.Single(PlanCheck.Check(problem, plan with { Curve = [plan.Curve[0] with { Ac = wrong }] }).Findings);
    }

    /// <summary>Checks a plan, and every point that it found, by the witness.</summary>
    private static Plan Held(RestorationProblem problem, Plan plan)
    {
        var troubles = new List<string>();
        var held = AcCheck.Run(
            problem,
            plan,
            new AcCheckOptions(),
            (stage, dispatch, point) =>
            {
                var found = AcWitness.Troubles(problem, dispatch, point).ToList();
                lock (troubles)
                    troubles.AddRange(found.Select(trouble => $"stage {stage}: {trouble}"));
            },
            null,
            TestContext.Current.CancellationToken);
        Assert.Empty(troubles);
        return held;
    }

    private static RestorationProblem Problem(GridNetwork network, params (string Element, double Hours)[] damage) => new(
        "hand",
        network,
        [.. damage.Select(d => new Repair { Element = ElementId.TryParse(d.Element, out var id) ? id : default, Hours = d.Hours })],
        [new Crew { Name = "A", Skills = [] }]);

    private static Plan WithStages(RestorationProblem problem, double horizon) => ListOrder(
        new RestorationProblem(problem.Name, problem.Network, problem.Repairs, problem.Crews, weights: problem.Weights, horizonHours: horizon));

    private static Plan ListOrder(RestorationProblem problem) =>
        Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List }, null, TestContext.Current.CancellationToken);

    private static Plan Check(RestorationProblem problem, Plan plan, int threads = 2) =>
        AcCheck.Run(problem, plan, new AcCheckOptions { Threads = threads }, null, TestContext.Current.CancellationToken);

    private static GridNetwork Read(string tables) =>
        MatpowerReader.Parse("mpc.version = '2'; mpc.baseMVA = 100;\n" + tables, "hand.m").Value!;

    private static string Text(Plan plan)
    {
        using var bytes = new MemoryStream();
        PlanFile.Write(plan, bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
