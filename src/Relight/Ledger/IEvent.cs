using Relight.Register;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>When, where and by whom something happens: passed in, so that deciding needs no clock.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="By">Who acts.</param>
/// <param name="At">When, UTC, to the microsecond.</param>
public sealed record Moment(Id<Operation> Operation, string By, DateTimeOffset At);

/// <summary>
/// Something that happened. It holds all that its effect needs, so that the state can be rebuilt from events alone.
/// Each type has its name in <see cref="EventTypes"/>.
/// </summary>
public interface IEvent
{
    /// <summary>Applies the event to the state tables; the same event on the same state has the same effect, whenever it is done.</summary>
    Task Apply(RelightContext db, Moment moment, CancellationToken cancel);
}

/// <summary>
/// Something that someone wants done. A use case implements it in one file:
/// it loads what its pure <c>Decide(state, command, moment)</c> needs, and gives that function's answer.
/// </summary>
public interface ICommand
{
    /// <summary>Loads the state and decides; writes nothing.</summary>
    Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel);
}
