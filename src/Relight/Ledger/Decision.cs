namespace Relight.Ledger;

/// <summary>What became of a command before anything is written: events, or refusals; never both, never neither.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command is carried out.</summary>
    /// <param name="Events">What happened, in order; at least one.</param>
    /// <param name="Warnings">What looks like a slip.</param>
    public sealed record Accepted(IReadOnlyList<IEvent> Events, IReadOnlyList<Warning> Warnings) : Decision;

    /// <summary>The command is not carried out.</summary>
    /// <param name="Refusals">Every reason at once; at least one.</param>
    /// <param name="Warnings">What looks like a slip beside.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Warning> Warnings) : Decision;
}
