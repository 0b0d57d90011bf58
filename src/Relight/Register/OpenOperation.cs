using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Opens an operation, with a ledger of its own.</summary>
/// <param name="Operation">The operation; the command must be sent to it.</param>
public sealed record OpenOperation(Operation Operation) : ICommand
{
    /// <summary>The id must be new, the name given, and there must be someone to help.</summary>
    /// <param name="idTaken">Whether an operation of this id is open already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(bool idTaken, OpenOperation command, Moment moment) => new Checks()
        .Require(!idTaken, "operation.id", command.Operation.Id, "is the id of another operation")
        .Require(command.Operation.Id == moment.Operation, "operation.id", command.Operation.Id, "must be the operation that the command is sent to")
        .Text("operation.name", command.Operation.Name)
        .Require(command.Operation.Beneficiaries.Count > 0, "operation.beneficiaries", null, "there must be at least one country")
        .Or(() => new OperationOpened(command.Operation));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await db.Operations.AnyAsync(row => row.Id == Operation.Id, cancel), this, moment);
}

/// <summary>An operation was opened.</summary>
/// <param name="Operation">The operation.</param>
public sealed record OperationOpened(Operation Operation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Operations.Add(new OperationRow { Id = Operation.Id, Operation = moment.Operation }.With(Operation));
        return Task.CompletedTask;
    }
}
