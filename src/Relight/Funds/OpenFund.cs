using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Opens a fund; it is empty at first.</summary>
/// <param name="Fund">Id of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Holder">Who holds the money.</param>
/// <param name="Currency">The currency that it is kept in.</param>
public sealed record OpenFund(Id<Fund> Fund, string Name, Id<Organisation> Holder, Currency Currency) : ICommand
{
    /// <summary>Id and name must be new, the holder known, the currency one that money can be kept in.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, OpenFund command) => new Checks()
        .Require(!state.IdTaken, "fund", command.Fund, "is the id of another fund")
        .Text("name", command.Name)
        .Require(!state.NameTaken, "name", command.Name, "is the name of another fund")
        .Require(state.HolderKnown, "holder", command.Holder, "must be an organisation of this operation")
        .Require(command.Currency != Currency.Unknown, "currency", command.Currency, "money is kept in a currency that is known")
        .Or(() => new FundOpened(command.Fund, command.Name, command.Holder, command.Currency));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Funds.AnyAsync(row => row.Id == Fund, cancel),
            await db.Funds.AnyAsync(row => row.Operation == moment.Operation && row.Name == Name, cancel),
            await db.Organisations.AnyAsync(row => row.Id == Holder && row.Operation == moment.Operation, cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a fund of this id is open already.</param>
    /// <param name="NameTaken">Whether a fund of this name is open already.</param>
    /// <param name="HolderKnown">Whether the holder is known.</param>
    public sealed record State(bool IdTaken, bool NameTaken, bool HolderKnown);
}

/// <summary>A fund was opened.</summary>
/// <param name="Fund">Id of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Holder">Who holds the money.</param>
/// <param name="Currency">The currency that it is kept in.</param>
public sealed record FundOpened(Id<Fund> Fund, string Name, Id<Organisation> Holder, Currency Currency) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Funds.Add(new FundRow { Id = Fund, Operation = moment.Operation }.With(new Fund(Fund, 1, Name, Holder, Currency, [])));
        return Task.CompletedTask;
    }
}
