using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Intake;

/// <summary>Some rows of a table: held against the register's rules together, and entered in one transaction.</summary>
/// <param name="db">Where the register is.</param>
/// <param name="request">What is imported.</param>
/// <param name="time">The clock.</param>
internal sealed class ImportBatch(RelightContext db, ImportRequest request, TimeProvider time)
{
    /// <summary>Names of organisations in rows before these.</summary>
    public required IReadOnlyCollection<string> NamesBefore { get; init; }

    /// <summary>How the file calls a column.</summary>
    public required Func<string, string> HeadingOf { get; init; }

    /// <summary>Notes what is wrong with the rows; enters them where nothing is and there is something to send commands with.</summary>
    /// <returns>How many records are new, and how many were there just so.</returns>
    public async Task<(int Added, int AlreadyThere)> Judge(
        IReadOnlyList<Draft> all, FaultTally faults, FaultTally warnings, Commands? commands, CancellationToken cancel)
    {
        await JudgeRest([.. all.Where(draft => draft.Other is not null)], faults, cancel);
        IReadOnlyList<Draft> drafts = [.. all.Where(draft => draft.Other is null)];
        var known = await WithKnownSources(drafts, cancel);
        NoteOtherSources(known.Drafts, known.There, warnings);
        var fresh = await WithoutThoseThere(known.Drafts, faults, cancel);
        if (fresh.Count == 0)
            return (0, drafts.Count);
        var command = CommandOf(fresh, known.There);
        var before = faults.Count;
        await Judge(command, fresh, faults, warnings, cancel);
        if (commands is not null && faults.Count == before)
            await Enter(command, commands, faults, cancel);
        return (fresh.Count, drafts.Count - fresh.Count);
    }

    // Of rows in which something cannot be read: what is wrong with them whatever stands in for it is wrong with the rest.
    private async Task JudgeRest(IReadOnlyList<Draft> drafts, FaultTally faults, CancellationToken cancel)
    {
        var there = await Documents(drafts, cancel);
        var fresh = drafts.Where(draft => !there.ContainsKey(draft.Id)).ToList();
        if (fresh.Count == 0)
            return;
        var (one, other) = (new FaultTally(null, all: true), new FaultTally(null, all: true));
        foreach (var (tally, side) in new[] { (one, fresh), (other, fresh.ConvertAll(draft => draft.Other!)) })
        {
            var known = await WithKnownSources(side, cancel);
            await Judge(CommandOf(known.Drafts, known.There), known.Drafts, tally, new FaultTally(null), cancel);
        }
        var unread = fresh.ToDictionary(draft => draft.Row, draft => draft.Unread.Select(HeadingOf).ToHashSet());
        foreach (var fault in one.First.Intersect(other.First).Where(fault => !unread[fault.Row!.Value].Contains(fault.Column!)))
            faults.Add(fault);
    }

    private static EnterRecords CommandOf(IReadOnlyList<Draft> drafts, IReadOnlyDictionary<Id<Source>, Source> there) => new(
        [.. drafts.Select(draft => draft.Organisation).OfType<Organisation>()],
        [.. drafts.Select(draft => draft.Source).OfType<Source>().DistinctBy(source => source.Id).Where(source => !there.ContainsKey(source.Id))],
        [.. drafts.Select(draft => draft.Claim).OfType<Claim>()],
        [.. drafts.Select(draft => draft.Need).OfType<Need>()],
        [.. drafts.Select(draft => draft.Offer).OfType<Offer>()]);

    private async Task Judge(EnterRecords command, IReadOnlyList<Draft> drafts, FaultTally faults, FaultTally warnings, CancellationToken cancel)
    {
        var moment = new Moment(request.Operation, request.By, time.GetUtcNow());
        var state = await EnterRecords.State.Load(db, request.Operation, command, cancel);
        if (command.Organisations.Count > 0)
            state = state with { Names = state.Names.Union(NamesBefore).ToHashSet() };
        var told = new HashSet<ImportFault>();
        foreach (var (place, decision) in EnterRecords.Each(state, command, moment))
            Note(decision, RowsOf(place, drafts, command.Sources), faults, warnings, told);
    }

    private async Task Enter(EnterRecords command, Commands commands, FaultTally faults, CancellationToken cancel)
    {
        // The id comes from what is entered, so that the same rows sent again are entered once.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LedgerJson.Write(command))));
        var outcome = await commands.Run(command, new Envelope(Id<Envelope>.Named($"import {hash}").Value, request.Operation, request.By), cancel);
        foreach (var refusal in outcome.Refusals)
            faults.Add(new ImportFault(null, refusal.Field, refusal.Value, $"{refusal.Rule}; the register has changed while this was read: import it again, which enters what is missing"));
    }

    // A document that is kept already stays the one document, under whatever id it has.
    private async Task<(IReadOnlyList<Draft> Drafts, IReadOnlyDictionary<Id<Source>, Source> There)> WithKnownSources(IReadOnlyList<Draft> drafts, CancellationToken cancel)
    {
        var addresses = drafts.Select(draft => draft.Source?.Address.AbsoluteUri).OfType<string>().Distinct().ToList();
        if (addresses.Count == 0)
            return (drafts, new Dictionary<Id<Source>, Source>());
        var there = await EnterRecords.State.TextsAt(db, request.Operation, addresses, cancel);
        IReadOnlyList<Draft> known = [.. drafts.Select(draft => draft.Source is { } source && there.TryGetValue((source.Address.AbsoluteUri, source.Sha256), out var id)
            ? draft with { Source = source with { Id = id }, Claim = draft.Claim! with { Source = id } }
            : draft)];
        var cited = known.Select(draft => draft.Source?.Id).OfType<Id<Source>>().Intersect(there.Values).ToList();
        var kept = await db.Sources.AsNoTracking().Where(row => cited.Contains(row.Id)).ToListAsync(cancel);
        return (known, kept.ToDictionary(row => row.Id, row => row.Read()));
    }

    // One document has one publisher, language and day: what a row says otherwise is left out, but not without a word.
    private void NoteOtherSources(IReadOnlyList<Draft> drafts, IReadOnlyDictionary<Id<Source>, Source> there, FaultTally warnings)
    {
        var first = new Dictionary<Id<Source>, Source>(there);
        foreach (var draft in drafts)
        {
            if (draft.Source is not { } source || first.TryAdd(source.Id, source))
                continue;
            var kept = first[source.Id];
            void Tell(bool differs, string column, string? value)
            {
                if (differs)
                    warnings.Add(new ImportFault(draft.Row, HeadingOf(column), value, "the same text of this address is kept with another value: this one is left out"));
            }
            Tell(source.Publisher != kept.Publisher && source.Publisher != source.Address.Host, "source_publisher", source.Publisher);
            Tell(source.Published is not null && source.Published != kept.Published, "source_published", source.Published?.Text);
            Tell(source.Language != kept.Language, "source_language", source.Language.Tag);
            Tell(source.Retrieved != kept.Retrieved, "source_retrieved", source.Retrieved.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // What an earlier import entered just so is passed over; the same reference with other values is told.
    private async Task<IReadOnlyList<Draft>> WithoutThoseThere(IReadOnlyList<Draft> drafts, FaultTally faults, CancellationToken cancel)
    {
        var documents = await Documents(drafts, cancel);
        var fresh = new List<Draft>();
        foreach (var draft in drafts)
            if (!documents.TryGetValue(draft.Id, out var document))
                fresh.Add(draft);
            else if (document != TextOf(draft))
                faults.Add(new ImportFault(draft.Row, HeadingOf("reference"), null, "is there already with other values: change it there, or give this row a reference of its own"));
        return fresh;
    }

    private async Task<Dictionary<Guid, string>> Documents(IReadOnlyList<Draft> drafts, CancellationToken cancel)
    {
        switch (request.Kind)
        {
            case ImportKind.Claims:
                var claims = drafts.Select(draft => new Id<Claim>(draft.Id)).ToList();
                return await db.Claims.Where(row => claims.Contains(row.Id) && row.Operation == request.Operation).ToDictionaryAsync(row => row.Id.Value, row => row.Document, cancel);
            case ImportKind.Needs:
                var needs = drafts.Select(draft => new Id<Need>(draft.Id)).ToList();
                return await db.Needs.Where(row => needs.Contains(row.Id) && row.Operation == request.Operation).ToDictionaryAsync(row => row.Id.Value, row => row.Document, cancel);
            case ImportKind.Offers:
                var offers = drafts.Select(draft => new Id<Offer>(draft.Id)).ToList();
                return await db.Offers.Where(row => offers.Contains(row.Id) && row.Operation == request.Operation).ToDictionaryAsync(row => row.Id.Value, row => row.Document, cancel);
            default:
                var organisations = drafts.Select(draft => new Id<Organisation>(draft.Id)).ToList();
                return await db.Organisations.Where(row => organisations.Contains(row.Id) && row.Operation == request.Operation).ToDictionaryAsync(row => row.Id.Value, row => row.Document, cancel);
        }
    }

    private static string TextOf(Draft draft) => draft switch
    {
        { Claim: { } claim } => LedgerJson.Write(claim),
        { Need: { } need } => LedgerJson.Write(need),
        { Offer: { } offer } => LedgerJson.Write(offer),
        _ => LedgerJson.Write(draft.Organisation!),
    };

    private void Note(Decision decision, IReadOnlyList<Draft> drafts, FaultTally faults, FaultTally warnings, HashSet<ImportFault> told)
    {
        foreach (var draft in drafts)
            if (decision is Decision.Refused refused)
            {
                foreach (var refusal in refused.Refusals)
                    if (new ImportFault(draft.Row, Heading(draft, refusal.Field), refusal.Value, refusal.Rule) is var fault && told.Add(fault))
                        faults.Add(fault);
            }
            else
            {
                foreach (var warning in ((Decision.Accepted)decision).Warnings)
                    warnings.Add(new ImportFault(draft.Row, Heading(draft, warning.Field), warning.Value, warning.Doubt));
            }
    }

    // Where the quote is all that is kept of a source, what is wrong with that text is wrong with the quote.
    private string Heading(Draft draft, string field)
    {
        var column = ImportTables.ColumnOf(request.Kind, field);
        if (column == ClaimTable.SourceText && draft.Claim?.Quote == draft.Source?.Text)
            column = ClaimTable.Quote;
        return column is null ? field : HeadingOf(column);
    }

    // A source can stand in several rows: what is wrong with it is wrong in each.
    private static IReadOnlyList<Draft> RowsOf(string place, IReadOnlyList<Draft> drafts, IReadOnlyList<Source> sources)
    {
        var index = int.Parse(place.AsSpan(place.IndexOf('[') + 1, place.Length - place.IndexOf('[') - 2), System.Globalization.CultureInfo.InvariantCulture);
        return place.StartsWith("sources", StringComparison.Ordinal)
            ? [.. drafts.Where(draft => draft.Source?.Id == sources[index].Id)]
            : [drafts[index]];
    }
}
