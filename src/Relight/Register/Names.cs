using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>The names of an operation's organisations.</summary>
internal sealed class Names
{
    private readonly Dictionary<Id<Organisation>, string> _names;

    private Names(Dictionary<Id<Organisation>, string> names) => _names = names;

    public string this[Id<Organisation> id] => _names[id];

    public IReadOnlyList<string> Of(DonorGroup group) => [.. group.Members.Select(id => _names[id]).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Of(string donorKey) =>
        [.. donorKey.Split('+').Select(id => _names[Id<Organisation>.Parse(id, null)]).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Names of organisations that hold a text, as <see cref="SearchText"/> folds them; null where they are too many for a
    /// list. Organisations are few beside what they need and offer, and no database folds letters of every language.
    /// </summary>
    public static IReadOnlyList<string>? Holding(RelightContext db, Id<Operation> operation, string text)
    {
        const int Most = 300;
        var words = SearchText.Of(text);
        var names = db.Organisations.Where(row => row.Operation == operation).Select(row => row.Name).AsEnumerable()
            .Select(name => SearchText.Of(name)).Where(name => name.Contains(words, StringComparison.Ordinal)).Distinct().Take(Most + 1).ToList();
        return names.Count > Most ? null : names;
    }

    /// <summary>The name of one organisation, as <see cref="SearchText"/> folds it; empty where it is not known.</summary>
    public static async Task<string> WordsOf(RelightContext db, Id<Organisation> organisation, CancellationToken cancel) =>
        SearchText.Of((await db.Organisations.FindAsync([organisation], cancel))?.Name ?? "");

    /// <summary>Puts the names right that needs and offers keep for being sorted and found, after an organisation has got another one.</summary>
    public static async Task Correct(RelightContext db, Organisation organisation, Id<Operation> operation, CancellationToken cancel)
    {
        var words = SearchText.Of(organisation.Name);
        await db.Needs.Where(row => row.Operation == operation && row.Organisation == organisation.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OrganisationWords, words), cancel);
        await db.Offers.Where(row => row.Operation == operation && row.Donor == organisation.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DonorWords, words), cancel);
    }

    public static async Task<Names> Load(RelightContext db, Id<Operation> operation, CancellationToken cancel) => new(
        await db.Organisations.AsNoTracking().Where(row => row.Operation == operation).Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id, row => row.Name, cancel));
}
