using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Intake;

/// <summary>Enters many records at once: all of them, or none. Each is held against the same rules as when it is entered by itself.</summary>
/// <param name="Organisations">Organisations.</param>
/// <param name="Sources">Sources.</param>
/// <param name="Claims">Claims; their sources are among <paramref name="Sources"/> or there already.</param>
/// <param name="Needs">Needs.</param>
/// <param name="Offers">Offers.</param>
public sealed record EnterRecords(
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Need> Needs,
    IReadOnlyList<Offer> Offers) : ICommand
{
    /// <summary>Every record must be one that could be entered by itself, in the order organisations, sources, claims, needs, offers.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, EnterRecords command, Moment moment)
    {
        var checks = new Checks();
        var events = new List<IEvent>();
        var warnings = new List<Warning>();
        foreach (var (place, decision) in Each(state, command, moment))
            if (decision is Decision.Accepted accepted)
            {
                events.AddRange(accepted.Events);
                warnings.AddRange(accepted.Warnings.Select(warning => warning with { Field = $"{place}.{warning.Field}" }));
            }
            else
            {
                foreach (var refusal in ((Decision.Refused)decision).Refusals)
                    checks.Add(refusal with { Field = $"{place}.{refusal.Field}" });
            }
        checks.Require(events.Count > 0 || !checks.Clean, "records", null, "there must be something to enter");
        return checks.Clean ? new Decision.Accepted(events, warnings) : checks.Refused();
    }

    /// <summary>What becomes of each record, with its place in the command, e.g. <c>claims[3]</c>.</summary>
    public static IEnumerable<(string Place, Decision Decision)> Each(State state, EnterRecords command, Moment moment)
    {
        var names = new NamesTaken(state.Names);
        foreach (var (i, organisation) in command.Organisations.Index())
        {
            yield return ($"organisations[{i}]", RecordOrganisation.Decide(
                new RecordOrganisation.State(state.OperationOpen, state.Taken.Contains(organisation.Id.Value), names.Has(organisation.Name), names.Alike(organisation.Name)),
                new RecordOrganisation(organisation)));
            names.Add(organisation.Name);
        }
        foreach (var (i, source) in command.Sources.Index())
            yield return ($"sources[{i}]", RecordSource.Decide(
                new RecordSource.State(state.OperationOpen, state.Taken.Contains(source.Id.Value), state.SameText.TryGetValue((source.Address.AbsoluteUri, source.Sha256), out var same) ? same : null),
                new RecordSource(source), moment));
        foreach (var (i, claim) in command.Claims.Index())
            yield return ($"claims[{i}]", RecordClaim.Decide(
                new RecordClaim.State(state.Taken.Contains(claim.Id.Value), state.Sources.GetValueOrDefault(claim.Source), state.Organisations), new RecordClaim(claim)));
        foreach (var (i, need) in command.Needs.Index())
            yield return ($"needs[{i}]", RecordNeed.Decide(
                new RecordNeed.State(state.Needs.GetValueOrDefault(need.Id), state.Elsewhere.Contains(need.Id.Value), state.Organisations.Contains(need.Organisation)),
                new RecordNeed(need), moment));
        foreach (var (i, offer) in command.Offers.Index())
            yield return ($"offers[{i}]", RecordOffer.Decide(
                new RecordOffer.State(
                    state.Offers.GetValueOrDefault(offer.Id), state.Elsewhere.Contains(offer.Id.Value),
                    state.Organisations.Contains(offer.Donor), offer.Contribution is not { } contribution || state.Contributions.Contains(contribution),
                    EarmarkKnown: offer.Earmark?.Organisations.All(state.Organisations.Contains) ?? true),
                new RecordOffer(offer)));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await State.Load(db, moment.Operation, this, cancel), this, moment);

    /// <summary>What the decisions need to know, read at once for all records.</summary>
    public sealed record State
    {
        /// <summary>Whether the operation is open.</summary>
        public required bool OperationOpen { get; init; }

        /// <summary>Ids of organisations, sources and claims that are taken.</summary>
        public required IReadOnlySet<Guid> Taken { get; init; }

        /// <summary>Ids of needs and offers that another operation has.</summary>
        public required IReadOnlySet<Guid> Elsewhere { get; init; }

        /// <summary>Names of organisations that are taken; empty where the command enters none.</summary>
        public required IReadOnlySet<string> Names { get; init; }

        /// <summary>Organisations that are known, those of the command too.</summary>
        public required IReadOnlySet<Id<Organisation>> Organisations { get; init; }

        /// <summary>Contributions that are known.</summary>
        public required IReadOnlySet<Id<Contribution>> Contributions { get; init; }

        /// <summary>Sources that are known, those of the command too.</summary>
        public required IReadOnlyDictionary<Id<Source>, Source> Sources { get; init; }

        /// <summary>Sources by address and hash of their text.</summary>
        public required IReadOnlyDictionary<(string Address, string Sha256), Id<Source>> SameText { get; init; }

        /// <summary>Needs as they stand.</summary>
        public required IReadOnlyDictionary<Id<Need>, Need> Needs { get; init; }

        /// <summary>Offers as they stand.</summary>
        public required IReadOnlyDictionary<Id<Offer>, Offer> Offers { get; init; }

        /// <summary>Reads it.</summary>
        public static async Task<State> Load(RelightContext db, Id<Operation> operation, EnterRecords command, CancellationToken cancel)
        {
            var organisations = command.Organisations.Select(o => o.Id).ToList();
            var sources = command.Sources.Select(s => s.Id).ToList();
            var claims = command.Claims.Select(c => c.Id).ToList();
            var named = command.Claims.SelectMany(c => c.Donors.Members.Concat(c.Recipient is { } to ? [to] : []))
                .Concat(command.Needs.Select(n => n.Organisation)).Concat(command.Offers.Select(o => o.Donor))
                .Concat(command.Offers.SelectMany(o => o.Earmark?.Organisations ?? [])).Distinct().ToList();
            var cited = command.Claims.Select(c => c.Source).Distinct().ToList();
            var addresses = command.Sources.Select(s => s.Address.AbsoluteUri).Distinct().ToList();
            var tied = command.Offers.Select(o => o.Contribution).OfType<Id<Contribution>>().Distinct().ToList();
            var (needs, offers) = (command.Needs.Select(n => n.Id).ToList(), command.Offers.Select(o => o.Id).ToList());
            var needRows = await db.Needs.AsNoTracking().Where(row => needs.Contains(row.Id)).ToListAsync(cancel);
            var offerRows = await db.Offers.AsNoTracking().Where(row => offers.Contains(row.Id)).ToListAsync(cancel);
            var known = await db.Sources.AsNoTracking().Where(row => row.Operation == operation && cited.Contains(row.Id)).ToListAsync(cancel);
            return new State
            {
                OperationOpen = await db.Operations.AnyAsync(row => row.Id == operation, cancel),
                Taken = new HashSet<Guid>(
                [
                    .. (await db.Organisations.Where(row => organisations.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).Select(id => id.Value),
                    .. (await db.Sources.Where(row => sources.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).Select(id => id.Value),
                    .. (await db.Claims.Where(row => claims.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).Select(id => id.Value),
                ]),
                Elsewhere = new HashSet<Guid>(
                [
                    .. needRows.Where(row => row.Operation != operation).Select(row => row.Id.Value),
                    .. offerRows.Where(row => row.Operation != operation).Select(row => row.Id.Value),
                ]),
                Names = organisations.Count == 0
                    ? new HashSet<string>()
                    : (await db.Organisations.Where(row => row.Operation == operation && !organisations.Contains(row.Id)).Select(row => row.Name).ToListAsync(cancel)).ToHashSet(),
                Organisations = (await db.Organisations.Where(row => row.Operation == operation && named.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel))
                    .Concat(organisations).ToHashSet(),
                Contributions = (await db.Contributions.Where(row => row.Operation == operation && tied.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).ToHashSet(),
                Sources = known.Select(row => row.Read()).Concat(command.Sources).DistinctBy(source => source.Id).ToDictionary(source => source.Id),
                SameText = await TextsAt(db, operation, addresses, cancel),
                Needs = needRows.Where(row => row.Operation == operation).ToDictionary(row => row.Id, row => row.Read()),
                Offers = offerRows.Where(row => row.Operation == operation).ToDictionary(row => row.Id, row => row.Read()),
            };
        }

        /// <summary>Sources at some addresses, by address and hash of their text.</summary>
        internal static async Task<Dictionary<(string Address, string Sha256), Id<Source>>> TextsAt(
            RelightContext db, Id<Operation> operation, List<string> addresses, CancellationToken cancel)
        {
            var there = await db.Sources.Where(row => row.Operation == operation && addresses.Contains(row.Address))
                .Select(row => new { row.Address, row.Sha256, row.Id }).ToListAsync(cancel);
            return there.DistinctBy(row => (row.Address, row.Sha256)).ToDictionary(row => (row.Address, row.Sha256), row => row.Id);
        }
    }
}
