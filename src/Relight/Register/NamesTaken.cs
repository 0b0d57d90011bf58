using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Names of organisations that are taken. Two that differ in the case of letters alone may be two organisations, but seldom are.</summary>
internal sealed class NamesTaken
{
    private readonly Dictionary<string, SortedSet<string>> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Some names.</summary>
    public NamesTaken(IEnumerable<string> names)
    {
        foreach (var name in names)
            Add(name);
    }

    /// <summary>Whether a name is among them.</summary>
    public bool Has(string name) => _names.GetValueOrDefault(name)?.Contains(name) ?? false;

    /// <summary>A name that differs in the case of letters alone; null where there is none.</summary>
    public string? Alike(string name) => _names.GetValueOrDefault(name)?.FirstOrDefault(other => other != name);

    /// <summary>Adds one.</summary>
    public void Add(string name)
    {
        if (!_names.TryGetValue(name, out var alike))
            _names.Add(name, alike = new SortedSet<string>(StringComparer.Ordinal));
        alike.Add(name);
    }

    /// <summary>The words for a name that differs from another in the case of letters alone.</summary>
    public static string Doubt(string? alike) => $"it differs from '{alike}' in the case of letters alone; it may be the same organisation";

    /// <summary>A name without the case of its letters: the same of two names that differ in it alone.</summary>
    public static string InCapitals(string name) => name.ToUpperInvariant();

    /// <summary>The names of an operation's organisations that are a name but for the case of its letters, but for one organisation's.</summary>
    public static async Task<NamesTaken> Load(RelightContext db, Id<Operation> operation, Organisation organisation, CancellationToken cancel)
    {
        var (but, capitals) = (organisation.Id, InCapitals(organisation.Name));
        return new NamesTaken(await db.Organisations.Where(row => row.Operation == operation && row.NameInCapitals == capitals && row.Id != but).Select(row => row.Name).ToListAsync(cancel));
    }
}
