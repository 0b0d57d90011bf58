using Google.OrTools.LinearSolver;
using Relight.Grid.Flow;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>The program of a correction against GLOP, on programs drawn at random.</summary>
public class CorrectionProgramTests
{
    private const double Base = 100;

    [Fact]
    public void Its_answer_costs_what_the_best_costs()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var draw = new Random(seed);
            var (buses, count) = (1 + draw.Next(9), 1 + draw.Next(30));
            CorrectionColumn[] columns = [.. Enumerable.Range(0, 1 + draw.Next(40)).Select(_ => Column(draw, buses))];
            var program = new CorrectionProgram(columns);
            var rows = new List<(CorrectionRow Row, double[] Coefficients)>();
            while (rows.Count < count)
            {
                // In several goes, as the looks of a correction add them.
                AddRows(draw, program, buses, columns, rows, 1 + draw.Next(AcGradients.Lanes));
                Assert.True(program.Solve(), $"seed {seed}");
            }

            var values = Enumerable.Range(0, columns.Length).Select(program.ValueOf).ToArray();
            Assert.All(columns.Index(), at => Assert.InRange(values[at.Index], -1e-6, at.Item.Most + 1e-6));
            var cost = values.Select((value, j) => value * columns[j].Cost).Sum();
            foreach (var (row, coefficients) in rows)
            {
                var change = values.Select((value, j) => value * coefficients[j]).Sum();
                Assert.True(row.HasLow || change >= row.Low - 1e-5, $"seed {seed}");
                cost += row.Price * Math.Max(0, Math.Max(row.Low - change, change - row.High));
            }
            var best = Best(columns, rows);
            Assert.True(Math.Abs(cost - best) <= 1e-4 * (1 + Math.Abs(best)), $"seed {seed}: {cost}, not {best}");
        }
    }

    private static CorrectionColumn Column(Random draw, int buses)
    {
        var cost = draw.Next(3) switch { 0 => 1e-3, 1 => -draw.NextDouble(), _ => 0.5 + draw.NextDouble() };
        var most = 10 * draw.NextDouble();
        return draw.Next(3) == 0
            ? new CorrectionColumn(draw.Next(buses), 0, 0, draw.Next(2) == 0 ? 1 : -1, false, most / 100, cost)
            : new CorrectionColumn(draw.Next(buses), draw.NextDouble() - 0.5, draw.NextDouble() - 0.5, 0, draw.Next(2) == 0, most, cost);
    }

    private static void AddRows(
        Random draw, CorrectionProgram program, int buses, CorrectionColumn[] columns, List<(CorrectionRow Row, double[] Coefficients)> rows, int count)
    {
        // Even buses hold their voltage, odd ones follow.
        var gradients = new AcGradients([.. Enumerable.Range(0, buses).Select(bus => bus % 2 == 0 ? BusControl.Voltage : BusControl.Power)], Base);
        for (var lane = 0; lane < count; lane++)
            for (var bus = 0; bus < buses; bus++)
                gradients.Add(lane, bus, Base * (draw.NextDouble() - 0.5), Base * (draw.NextDouble() - 0.5));
        ViolationKind[] kinds = [ViolationKind.ActivePower, ViolationKind.ReactivePower, ViolationKind.Overload, ViolationKind.LowVoltage];
        CorrectionRow[] made = [.. Enumerable.Range(0, count).Select(_ =>
        {
            var kind = kinds[draw.Next(4)];
            var (low, high) = (-draw.NextDouble() + 0.3, 0.3 + draw.NextDouble());
            return kind == ViolationKind.Overload
                ? new CorrectionRow(new AcQuantity(kind, draw.Next(buses)), -5 - draw.NextDouble(), high - 1, 1e3, 1, HasLow: false)
                : new CorrectionRow(new AcQuantity(kind, draw.Next(buses)), low, high, 1e3, kind == ViolationKind.LowVoltage ? 10 : 1, HasLow: true);
        })];
        var first = program.AddRows(made, gradients);
        Assert.Equal(0, first % AcGradients.Lanes);
        foreach (var (lane, row) in made.Index())
            rows.Add((row, [.. columns.Select(column => Coefficient(column, row, gradients, lane))]));
    }

    private static double Coefficient(CorrectionColumn column, CorrectionRow row, AcGradients gradients, int lane)
    {
        if (column.Voltage != 0)
            return column.Voltage * gradients.ByVoltage(column.Bus)[lane];
        var effect = (column.Active * gradients.ByMegawatts(column.Bus)[lane]) + (column.Reactive * gradients.ByMegavars(column.Bus)[lane]);
        return column.IsBeside && column.Bus == row.Quantity.Index
            ? effect - (row.Quantity.Kind switch { ViolationKind.ActivePower => column.Active, ViolationKind.ReactivePower => column.Reactive, _ => 0 })
            : effect;
    }

    private static double Best(CorrectionColumn[] columns, List<(CorrectionRow Row, double[] Coefficients)> rows)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var objective = solver.Objective();
        Variable Make(double most, double cost)
        {
            var variable = solver.MakeNumVar(0, most, "");
            objective.SetCoefficient(variable, cost);
            return variable;
        }
        Variable[] variables = [.. columns.Select(column => Make(column.Most, column.Cost))];
        foreach (var (row, coefficients) in rows)
        {
            var constraint = solver.MakeConstraint(row.Low, row.High);
            for (var j = 0; j < variables.Length; j++)
                constraint.SetCoefficient(variables[j], coefficients[j]);
            constraint.SetCoefficient(Make(double.PositiveInfinity, row.Price), -1);
            if (row.HasLow)
                constraint.SetCoefficient(Make(double.PositiveInfinity, row.Price), 1);
        }
        objective.SetMinimization();
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return objective.Value();
    }
}
