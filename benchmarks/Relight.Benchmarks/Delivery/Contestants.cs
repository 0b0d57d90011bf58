using Relight.Grid.Flow;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;

namespace Relight.Benchmarks.Delivery;

/// <summary>A way to compute the load delivery of one state after another, warm from the state before.</summary>
internal interface IContestant : IDisposable
{
    /// <summary>MW served by weight; not a number where there is no answer.</summary>
    double Evaluate(RepairSet repaired);
}

/// <summary>Relight's own.</summary>
internal sealed class FastContestant(DeliveryModel model) : IContestant
{
    private readonly LoadDelivery _delivery = new(model);

    public double Evaluate(RepairSet repaired) => _delivery.Evaluate(repaired).Weighted;

    public void Dispose()
    {
    }
}

/// <summary>The program in angles, in a solver that keeps its basis from state to state.</summary>
internal abstract class ThetaContestant(RestorationProblem problem) : IContestant
{
    /// <summary>The program in the state to be solved.</summary>
    protected ThetaProgram Program { get; } = new(problem.Network, problem.Weights);

    public double Evaluate(RepairSet repaired)
    {
        Program.Enter(new GridState(problem.Network, problem.Repairs.Where((_, r) => !repaired[r]).Select(r => r.Element)));
        return -Minimum();
    }

    public abstract void Dispose();

    /// <summary>Solves from the last basis.</summary>
    protected abstract double Minimum();
}

/// <summary>The textbook evaluator of the plan check: CLP through the linear solver wrapper of OR-Tools.</summary>
internal sealed class WrapperContestant(RestorationProblem problem) : IContestant
{
    private readonly ThetaLoadDelivery _theta = new(problem.Network, problem.Weights);

    public double Evaluate(RepairSet repaired)
    {
        try
        {
            return _theta.Evaluate(problem.Repairs.Where((_, r) => !repaired[r]).Select(r => r.Element).ToHashSet()).WeightedServed;
        }
        catch (InvalidOperationException)
        {
            return double.NaN; // neither CLP nor GLOP ends with an answer
        }
    }

    public void Dispose() => _theta.Dispose();
}
