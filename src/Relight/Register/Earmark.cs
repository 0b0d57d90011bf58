using Relight.Ledger;

namespace Relight.Register;

/// <summary>
/// Whom and what a donor has bound its units to. An empty list binds to nothing; where several lists say something, each
/// must be met.
/// </summary>
public sealed record Earmark
{
    /// <summary>Most entries of each list.</summary>
    public const int Most = 50;

    /// <summary>Countries that it may go to.</summary>
    public IReadOnlyList<Country> Countries { get; init; } = [];

    /// <summary>Oblasts that it may go to.</summary>
    public IReadOnlyList<AreaCode> Oblasts { get; init; } = [];

    /// <summary>Kinds of facility that it may serve.</summary>
    public IReadOnlyList<FacilityKind> Facilities { get; init; } = [];

    /// <summary>Organisations that it may go to.</summary>
    public IReadOnlyList<Id<Organisation>> Organisations { get; init; } = [];

    /// <summary>
    /// Why the units may not go to a need, in words for coordinators; null where they may. What is not known of a need
    /// does not meet an earmark.
    /// </summary>
    /// <param name="need">The need.</param>
    /// <param name="country">Country of who needs it; null where it has none.</param>
    public string? WhyNot(Need need, Country? country)
    {
        var facility = (need.Requirement as FacilityPower)?.Facility;
        if (Countries.Count > 0 && (country is null || !Countries.Contains(country)))
            return $"its donor gives it to {List(Countries)} alone, the need is {(country is null ? "of no one country" : $"of {country}")}";
        if (Oblasts.Count > 0 && (need.Site is null || !Oblasts.Contains(need.Site.Oblast)))
            return $"its donor gives it to {List(Oblasts)} alone, the need is {(need.Site is null ? "at no one place" : $"in {need.Site.Oblast}")}";
        if (Facilities.Count > 0 && (facility is not { } kind || !Facilities.Contains(kind)))
            return $"its donor gives it to facilities of the kinds {List(Facilities)} alone, the need is {(facility is null ? "of no facility" : $"of the kind {facility}")}";
        return Organisations.Count > 0 && !Organisations.Contains(need.Organisation)
            ? "its donor gives it to other organisations alone"
            : null;
    }

    /// <summary>Refuses an earmark that names what is not known, or says one thing twice.</summary>
    /// <param name="checks">Takes what is wrong.</param>
    /// <param name="path">Where the earmark stands.</param>
    /// <param name="known">Whether all of its organisations are known.</param>
    internal void Check(Checks checks, string path, bool known)
    {
        CheckList(checks, $"{path}.countries", Countries);
        CheckList(checks, $"{path}.oblasts", Oblasts);
        CheckList(checks, $"{path}.facilities", Facilities);
        CheckList(checks, $"{path}.organisations", Organisations);
        checks.Require(Facilities.All(Enum.IsDefined), $"{path}.facilities", null, "must be kinds of facility")
            .Require(known, $"{path}.organisations", List(Organisations), "must be organisations of this operation");
    }

    private static void CheckList<T>(Checks checks, string path, IReadOnlyList<T> list) => checks
        .Require(list.Count <= Most, path, list.Count, $"must not be more than {Most}")
        .Require(list.Distinct().Count() == list.Count, path, List(list), "must not say the same twice");

    private static string List<T>(IEnumerable<T> entries) => string.Join(", ", entries);
}
