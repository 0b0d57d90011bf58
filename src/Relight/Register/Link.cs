namespace Relight.Register;

/// <summary>How a claim stands to another.</summary>
public enum LinkKind
{
    /// <summary>Says the same once more.</summary>
    Restates,

    /// <summary>Is contained in the other.</summary>
    PartOf,

    /// <summary>Takes the other's place.</summary>
    Supersedes,

    /// <summary>Is the delivery of what the other promised.</summary>
    Fulfils,

    /// <summary>Is a payment into the fund that the other speaks of.</summary>
    PaysInto,

    /// <summary>Cannot be true together with the other.</summary>
    Contradicts,
}

/// <summary>A coordinator's decision on how two claims stand to each other.</summary>
/// <param name="Id">Id of the link.</param>
/// <param name="From">The claim that restates, is part of, supersedes …</param>
/// <param name="Kind">How it stands to the other.</param>
/// <param name="To">The other claim.</param>
/// <param name="Why">The reason.</param>
public sealed record Link(Id<Link> Id, Id<Claim> From, LinkKind Kind, Id<Claim> To, string Why)
{
    /// <summary>Whether a link says the same of both claims, whichever comes first in it.</summary>
    public static bool IsMutual(LinkKind kind) => kind is LinkKind.Contradicts;

    /// <summary>Whether the two claims speak of one and the same gift, so that only one contribution may count them.</summary>
    public static bool SaysSameGift(LinkKind kind) => kind is LinkKind.Restates or LinkKind.Supersedes;

    /// <summary>Whether the first claim's gift is contained in the second's: counting both would count it twice.</summary>
    public static bool SaysContained(LinkKind kind) => kind is LinkKind.PartOf or LinkKind.Fulfils;
}
