using System.IO.Compression;

namespace Relight.Intake;

/// <summary>
/// What a spreadsheet may unpack to, so that a small file can take neither memory nor hours: looked at before it is read.
/// An archive tells how long each part is; one that is longer than it tells is read as far as it tells, and is then damaged.
/// </summary>
internal static class SpreadsheetLimits
{
    /// <summary>Most rows, as many as spreadsheets have.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Most columns: templates have fewer than a hundred.</summary>
    public const int MostColumns = 1_000;

    // More is no table of rows that people made. Shared texts are held in memory while the table is read.
    private const long MostUnpacked = 4_000_000_000;
    private const long MostSharedTexts = 400_000_000;

    // Tables shrink to a twentieth; what shrinks to less than this was made to.
    private const long MostTimes = 200;
    private const long AlwaysTaken = 50_000_000;

    // A text is held in memory as a whole.
    private const int MostBytesOfText = 32_000_000;

    /// <summary>Looks at each part of the archive.</summary>
    /// <exception cref="SheetException">It unpacks to more than is taken, or is no archive.</exception>
    public static void Require(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked
                || zip.Entries.Where(IsSharedTexts).Sum(entry => entry.Length) > MostSharedTexts
                || zip.Entries.Any(entry => entry.Length > AlwaysTaken && entry.Length / MostTimes > entry.CompressedLength))
                throw new SheetException("unpacks to more than is taken");
            foreach (var entry in zip.Entries.Where(entry => entry.Length > MostBytesOfText))
                RequireShortTexts(entry);
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or OverflowException)
        {
            throw new SheetException("is no spreadsheet that can be read: it is damaged");
        }
    }

    /// <summary>Whether a part of the archive holds the texts that cells point to.</summary>
    internal static bool IsSharedTexts(ZipArchiveEntry entry) => entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);

    // Between two marks of the markup stands one text.
    private static void RequireShortTexts(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var buffer = new byte[1 << 16];
        var length = 0;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            var (first, last) = (buffer.AsSpan(0, read).IndexOf((byte)'<'), buffer.AsSpan(0, read).LastIndexOf((byte)'<'));
            length += first < 0 ? read : first;
            if (length > MostBytesOfText)
                throw new SheetException(FormattableString.Invariant($"has a cell of more than {MostBytesOfText} bytes in {entry.Name}"));
            length = last < 0 ? length : read - last;
        }
    }
}
