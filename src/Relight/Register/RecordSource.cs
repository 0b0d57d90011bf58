using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Keeps a document that claims will rest on.</summary>
/// <param name="Source">The document.</param>
public sealed record RecordSource(Source Source) : ICommand
{
    private const int LongestAddress = 2000;

    /// <summary>The address must be one of the web, the text kept, and the same text of the same address not kept already.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, RecordSource command, Moment moment)
    {
        var source = command.Source;
        return new Checks()
            .Require(state.OperationOpen, "operation", null, "must have been opened")
            .Require(!state.IdTaken, "source.id", source.Id, "is the id of another source")
            .Require(source.Address.IsAbsoluteUri && source.Address.Scheme is "http" or "https",
                "source.address", source.Address, "must be an absolute http or https address")
            // Letters outside ASCII are kept in escapes, each three characters a byte.
            .Text("source.address", source.Address is { IsAbsoluteUri: true, AbsoluteUri: { Length: > LongestAddress } escaped } ? escaped : source.Address.OriginalString, LongestAddress)
            .Text("source.publisher", source.Publisher)
            .Text("source.text", source.Text, Checks.Document)
            .Require(source.Retrieved <= moment.At, "source.retrieved", source.Retrieved, "must not lie in the future")
            .Require(state.SameText is null, "source.text", state.SameText, "is kept already, as the source of this id")
            .Warn(source.Published?.Earliest.DayNumber > DateOnly.FromDateTime(source.Retrieved.UtcDateTime).DayNumber + 1,
                "source.published", source.Published, "it is published after it was retrieved")
            .Or(() => new SourceRecorded(source));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var open = await db.Operations.AnyAsync(row => row.Id == moment.Operation, cancel);
        var taken = await db.Sources.AnyAsync(row => row.Id == Source.Id, cancel);
        var address = Source.Address.IsAbsoluteUri ? Source.Address.AbsoluteUri : "";
        var same = await db.Sources.AsNoTracking()
            .Where(row => row.Operation == moment.Operation && row.Address == address && row.Sha256 == Source.Sha256)
            .Select(row => (Id<Source>?)row.Id)
            .FirstOrDefaultAsync(cancel);
        return Decide(new State(open, taken, same), this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="OperationOpen">Whether the operation is open.</param>
    /// <param name="IdTaken">Whether a source of this id is kept already.</param>
    /// <param name="SameText">The source with the same address and text, if there is one.</param>
    public sealed record State(bool OperationOpen, bool IdTaken, Id<Source>? SameText);
}

/// <summary>A document was kept.</summary>
/// <param name="Source">The document.</param>
public sealed record SourceRecorded(Source Source) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Sources.Add(new SourceRow { Id = Source.Id, Operation = moment.Operation }.With(Source));
        return Task.CompletedTask;
    }
}
