using Relight.Register;

namespace Relight.Access;

/// <summary>
/// Whose exact places a reader sees: nobody's, which is what the default is, one organisation's, or everyone's.
/// Operators see their own; everyone's are shown where all of them are invented, as in the demonstration.
/// </summary>
/// <param name="Every">Whether those of all organisations.</param>
/// <param name="Owner">The organisation whose places are seen; null for none.</param>
public readonly record struct SitesSeen(bool Every, Id<Organisation>? Owner)
{
    /// <summary>Those of all organisations.</summary>
    public static SitesSeen All { get; } = new(true, null);

    /// <summary>Those of one organisation.</summary>
    public static SitesSeen Of(Id<Organisation> owner) => new(false, owner);

    /// <summary>Whether the places of an organisation are seen.</summary>
    public bool Include(Id<Organisation> owner) => Every || Owner == owner;
}
