using System.Security.Cryptography;
using System.Text;

namespace Relight.Register;

/// <summary>A document that says something about a pledge or a delivery.</summary>
/// <param name="Id">Id of the source.</param>
/// <param name="Address">Where it was found; an absolute http or https address.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">When it was published; null where it does not say.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Retrieved">When it was read, UTC.</param>
/// <param name="Text">The text or excerpt that is kept.</param>
public sealed record Source(
    Id<Source> Id,
    Uri Address,
    string Publisher,
    ReportedDate? Published,
    Language Language,
    DateTimeOffset Retrieved,
    string Text)
{
    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, 64 hexadecimal digits: shows that the kept text is the one that was read.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Whether words stand in the text, however lines are broken.</summary>
    public bool Says(string quote) => OneSpaced(Text).Contains(OneSpaced(quote), StringComparison.Ordinal);

    private static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
