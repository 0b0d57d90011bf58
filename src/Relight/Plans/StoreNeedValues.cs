using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>Keeps what the equipment that repairs wait for is worth, as computed from a plan.</summary>
/// <param name="Values">The values.</param>
public sealed record StoreNeedValues(NeedValues Values) : ICommand
{
    /// <summary>The id must be new, the plan be kept, and every repair have a value at one hour at least, in the order of hours.</summary>
    /// <param name="state">What is kept already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, StoreNeedValues command)
    {
        var checks = new Checks()
            .Require(!state.IdTaken, "values.id", command.Values.Id, "is the id of other values")
            .Require(state.PlanKept, "values.plan", command.Values.Plan, "must be a plan of this operation");
        foreach (var (i, value) in command.Values.Values.Index())
            checks.Require(
                value.Points.Count > 0 && value.Points.Zip(value.Points.Skip(1)).All(pair => pair.First.ReadyHour < pair.Second.ReadyHour),
                $"values.values[{i}].points", value.Points.Count, "must be one at least, in the order of their hours, no hour twice");
        return checks.Or(() => new NeedValuesStored(command.Values));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.NeedValues.AnyAsync(row => row.Id == Values.Id, cancel),
            await db.Plans.AnyAsync(row => row.Id == Values.Plan && row.Operation == moment.Operation, cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether values of this id are kept already.</param>
    /// <param name="PlanKept">Whether the plan that they start from is kept.</param>
    public sealed record State(bool IdTaken, bool PlanKept);
}

/// <summary>Values were kept.</summary>
/// <param name="Values">The values.</param>
public sealed record NeedValuesStored(NeedValues Values) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.NeedValues.Add(new NeedValuesRow { Id = Values.Id, Operation = moment.Operation, At = moment.At }.With(Values));
        return Task.CompletedTask;
    }
}
