namespace Relight.Intake;

/// <summary>
/// Finds the quotation mark that keeps a CSV file from being read, and says in which line it stands. The reader itself tells
/// only where the row begins, and a cell that is never closed takes the rows after it along.
/// </summary>
internal static class CsvQuotes
{
    private enum Place
    {
        CellBegins,
        Plain,
        Quoted,
        Closed,
    }

    /// <summary>What is wrong, as the end of a sentence about the file.</summary>
    /// <param name="file">The file, which is read again from its beginning.</param>
    /// <param name="line">Line in which the row begins that cannot be read, from 1.</param>
    /// <param name="separator">What stands between cells.</param>
    public static string Fault(Stream file, long line, char separator)
    {
        file.Position = 0;
        using var text = new StreamReader(file, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var (at, opened, place) = (new Position(1, 1), default(Position), Place.CellBegins);
        for (var read = text.Read(); read >= 0; read = text.Read())
        {
            if (at.Line >= line)
            {
                if (WrongAt(read, separator, place, at, opened) is { } wrong)
                    return wrong;
                (opened, place) = (read == '"' && place == Place.CellBegins ? at : opened, Next(read, separator, place));
            }
            var endsLine = read == '\n' || (read == '\r' && text.Peek() != '\n');
            at = endsLine ? new Position(at.Line + 1, 1) : at with { Character = at.Character + 1 };
        }
        return place == Place.Quoted
            ? $"the cell that begins with a quotation mark in {opened}, is never closed"
            : FormattableString.Invariant($"the row that begins in line {line} is too long");
    }

    private static string? WrongAt(int read, char separator, Place place, Position at, Position opened) => (place, read) switch
    {
        (Place.Plain, '"') => $"the quotation mark in {at}, stands inside a cell that does not begin with one: put the whole cell in quotation marks, and double those within",
        (Place.Closed, not ('"' or '\r' or '\n')) when read != separator => $"the cell that begins with a quotation mark in {opened}, is closed before {at}, where its text goes on: double the marks within",
        _ => null,
    };

    private static Place Next(int read, char separator, Place place) => (place, read) switch
    {
        (Place.Quoted, '"') => Place.Closed,
        (Place.Quoted, _) => Place.Quoted,
        (Place.Closed, '"') or (Place.CellBegins, '"') => Place.Quoted,
        (_, '\r' or '\n') => Place.CellBegins,
        _ when read == separator => Place.CellBegins,
        _ => Place.Plain,
    };

    private readonly record struct Position(long Line, long Character)
    {
        public override string ToString() => FormattableString.Invariant($"line {Line}, character {Character}");
    }
}
