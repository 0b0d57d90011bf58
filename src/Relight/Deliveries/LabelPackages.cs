using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Gives the packages of a consignment their numbers, so that their labels can be printed. Done again, it gives new ones: a number stays with one package for ever.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Prefix">Prefix of the company that numbers them, of GS1; an operation's own where it has one.</param>
/// <param name="Packages">How many packages each line has, in the order of the lines.</param>
public sealed record LabelPackages(Id<Consignment> Consignment, int ExpectedVersion, string Prefix, IReadOnlyList<int> Packages) : ICommand
{
    private const int Most = 500;

    /// <summary>Every line must have a package, and numbers be left under the prefix.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, LabelPackages command)
    {
        var checks = new Checks();
        ConsignmentChange.CheckVersion(checks, state.Consignment, command.Consignment, command.ExpectedVersion);
        checks.Require(Sscc.IsPrefix(command.Prefix), "prefix", command.Prefix, "must be the company prefix of GS1: 4 to 12 digits");
        foreach (var (i, count) in command.Packages.Index())
            checks.Require(count is >= 1 and <= Most, FormattableString.Invariant($"packages[{i}]"), count, $"must be from 1 to {Most}");
        if (state.Consignment is not { } consignment || !checks.Clean)
            return checks.Refused();
        var together = command.Packages.Sum(count => (long)count);
        return checks
            .Require(command.Packages.Count == consignment.Lines.Count, "packages", command.Packages.Count, $"must be one number for each of the {consignment.Lines.Count} lines")
            .Require(together <= Most, "packages", together, $"must be {Most} together at most")
            .Require(consignment.State is ConsignmentState.Planned or ConsignmentState.UnderWay, "consignment", consignment.State, "must not have arrived, nor be called off")
            .Require(state.Next + together <= Sscc.MostSerials(command.Prefix), "prefix", command.Prefix, "has no numbers left")
            .Warn(command.Prefix == Sscc.ExamplePrefix, "prefix", command.Prefix, "is set aside for examples: on labels that leave the house stands the operation's own")
            .Or(() => new PackagesLabelled(
                command.Consignment,
                command.Prefix,
                [.. command.Packages.Index().SelectMany(line => Enumerable.Repeat(line.Index + 1, line.Item)).Index().Select(package => new Package(Sscc.Of(command.Prefix, state.Next + package.Index), package.Item))]));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(await ConsignmentChange.Load(db, Consignment, moment, cancel), await db.Packages.CountAsync(row => row.Prefix == Prefix, cancel)), this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="Next">The next serial number under the prefix.</param>
    public sealed record State(Consignment? Consignment, long Next);
}

/// <summary>The packages of a consignment got their numbers.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Prefix">Prefix of the company, by which the next number is known.</param>
/// <param name="Packages">The packages.</param>
public sealed record PackagesLabelled(Id<Consignment> Consignment, string Prefix, IReadOnlyList<Package> Packages) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Packages.AddRange(Packages.Select(package => new PackageRow
        {
            Sscc = package.Sscc.Number,
            Operation = moment.Operation,
            Consignment = Consignment,
            Prefix = Prefix,
        }));
        await ConsignmentChange.Change(db, Consignment, before => before with { Packages = Packages }, cancel);
    }
}
