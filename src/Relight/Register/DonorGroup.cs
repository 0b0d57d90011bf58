using System.Text.Json.Serialization;
using Relight.Ledger;

namespace Relight.Register;

/// <summary>
/// Those who give something together: one organisation, or several whose shares nobody told.
/// Never empty, no organisation twice, in the order of their ids, so that equal groups are equal.
/// </summary>
public sealed class DonorGroup : IEquatable<DonorGroup>
{
    /// <summary>Most organisations that one claim or payment may name: more do not fit into the index that finds their group.</summary>
    public const int Most = 60;

    /// <summary>Takes the organisations in any order.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    [JsonConstructor]
    public DonorGroup(IReadOnlyList<Id<Organisation>> members)
    {
        Members = [.. members.Distinct().Order()];
        if (Members.Count == 0)
            throw new ArgumentException("there must be at least one donor", nameof(members));
    }

    /// <summary>The organisations, in the order of their ids.</summary>
    public IReadOnlyList<Id<Organisation>> Members { get; }

    /// <summary>Whether several give together: then nothing is divided between them, and tables show it under "jointly".</summary>
    [JsonIgnore]
    public bool IsJoint => Members.Count > 1;

    /// <summary>The group as one text, the same for equal groups.</summary>
    [JsonIgnore]
    public string Key => string.Join('+', Members);

    /// <summary>Notes what of the group a command may not name.</summary>
    /// <param name="checks">Where it is noted.</param>
    /// <param name="field">Where the group stands in the command.</param>
    /// <param name="known">Organisations of the operation.</param>
    internal void Check(Checks checks, string field, IReadOnlySet<Id<Organisation>> known)
    {
        checks.Require(Members.Count <= Most, field, Members.Count, $"must not be above {Most}");
        foreach (var (i, donor) in Members.Index())
            checks.Require(known.Contains(donor), $"{field}[{i}]", donor, "must be an organisation of this operation");
    }

    /// <summary>One organisation alone.</summary>
    public static DonorGroup Of(params Id<Organisation>[] members) => new(members);

    /// <inheritdoc/>
    public bool Equals(DonorGroup? other) => other is not null && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DonorGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Key;
}
