using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>What became of some of a line, in its measure (whole units, or the unit of its amount): each of it is one of the four.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Received">What came whole and was taken.</param>
/// <param name="Short">What did not come.</param>
/// <param name="Damaged">What came damaged and was taken.</param>
/// <param name="Refused">What came and was not taken.</param>
/// <param name="Reason">Why any were short, damaged or refused; null where none were.</param>
/// <param name="Photo">A photo of them; null for none.</param>
public sealed record ReceivedPart(int Line, decimal Received, decimal Short, decimal Damaged, decimal Refused, string? Reason, Id<Photo>? Photo)
{
    /// <summary>How much it accounts for.</summary>
    [JsonIgnore]
    public decimal Total => Received + Short + Damaged + Refused;

    /// <summary>How much was lost in a way.</summary>
    public decimal Lost(LossKind kind) => kind switch
    {
        LossKind.Short => Short,
        LossKind.Damaged => Damaged,
        _ => Refused,
    };
}

/// <summary>How goods of a line were lost to it, as a receipt tells.</summary>
public enum LossKind
{
    /// <summary>They did not come.</summary>
    Short,

    /// <summary>They came damaged and were taken.</summary>
    Damaged,

    /// <summary>They came and were not taken.</summary>
    Refused,
}

/// <summary>What became of goods that were short, damaged or refused.</summary>
public enum LossOutcome
{
    /// <summary>They were found, repaired or taken after all: they count as received whole.</summary>
    MadeGood,

    /// <summary>They were written off, sent back or given up.</summary>
    GivenUp,
}

/// <summary>What became of goods that a receipt told to be short, damaged or refused.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Kind">How they were lost.</param>
/// <param name="Much">How much of the line, in its measure; above 0.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who says so.</param>
/// <param name="Why">How, in words.</param>
public sealed record Settlement(int Line, LossKind Kind, decimal Much, LossOutcome Outcome, DateTimeOffset At, string By, string Why);

/// <summary>What one receiver found.</summary>
/// <param name="Receiver">Who received, by the name that they gave.</param>
/// <param name="By">Who entered it, as the ledger keeps it.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="Lines">What became of the units.</param>
public sealed record Receipt(string Receiver, string By, DateTimeOffset At, IReadOnlyList<ReceivedPart> Lines);

/// <summary>A photo of goods, made anew without anything that a camera writes beside the picture.</summary>
/// <param name="Id">Id of the photo.</param>
/// <param name="Consignment">The consignment that the goods are of.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Jpeg">The picture, as JPEG.</param>
public sealed record Photo(Id<Photo> Id, Id<Consignment> Consignment, int Line, byte[] Jpeg);
