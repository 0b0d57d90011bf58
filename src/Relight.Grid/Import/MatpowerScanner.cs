using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>Walks over the characters of a MATPOWER case file: blanks, comments, continuations, names, numbers, strings.</summary>
internal ref struct MatpowerScanner(ReadOnlySpan<char> text)
{
    private const string ColumnNamesMark = "column_names%";

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the next character stands.</summary>
    public int Position { get; set; }

    /// <summary>The last <c>%column_names%</c> comment passed; start and length of its names, or length 0.</summary>
    public (int Start, int Length) ColumnNames { get; set; }

    public readonly bool AtEnd => Position >= _text.Length;

    public readonly char Current => AtEnd ? '\0' : _text[Position];

    public readonly char Next => Position + 1 < _text.Length ? _text[Position + 1] : '\0';

    public readonly char Previous => Position > 0 ? _text[Position - 1] : '\0';

    public readonly bool AtLineEnd => AtEnd || IsLineEnd(Current);

    /// <summary>True where nothing but blanks stands before on the line.</summary>
    public readonly bool StartsLine => StandsAloneFromLeft(Position);

    public readonly ReadOnlySpan<char> From(int start) => _text[start..Position];

    /// <summary>Passes blanks, comments and continued line ends; stops at a line end that counts.</summary>
    public void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (Current is '%' or '#')
                SkipComment();
            else if (AtContinuation())
            {
                SkipLine();
                SkipLineEnd();
            }
            else if (char.IsWhiteSpace(Current) && !IsLineEnd(Current))
                Position++;
            else
                return;
        }
    }

    /// <summary>Passes everything that may stand between two statements.</summary>
    public void SkipSeparators()
    {
        for (SkipBlanks(); !AtEnd && (Current is ';' or ',' || IsLineEnd(Current)); SkipBlanks())
            Position++;
    }

    /// <summary>Reads a name with dots (<c>mpc.bus</c>); empty where none stands here.</summary>
    public ReadOnlySpan<char> ReadName()
    {
        var start = Position;
        if (IsNameStart(Current))
            while (!AtEnd && (IsNameStart(Current) || char.IsAsciiDigit(Current) || (Current == '.' && IsNameStart(Next))))
                Position++;
        return From(start);
    }

    /// <summary>Reads what stands up to the next separator, bracket, quote or comment; always at least one character.</summary>
    public ReadOnlySpan<char> ReadWord()
    {
        var start = Position++;
        while (!AtEnd && !char.IsWhiteSpace(Current) && Current is not (',' or ';' or '[' or ']' or '{' or '}' or '%' or '#' or '\'' or '"' or '='))
            if (AtContinuation())
                break;
            else
                Position++;
        return From(start);
    }

    /// <summary>Reads a string in single or double quotes, a doubled quote standing for itself. False where it does not end on its line.</summary>
    public bool TryReadString(out string value)
    {
        var quote = Current;
        var start = ++Position;
        while (!AtLineEnd)
        {
            if (Current != quote)
                Position++;
            else if (Next == quote)
                Position += 2;
            else
            {
                value = From(start).ToString().Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal);
                Position++;
                return true;
            }
        }
        value = "";
        return false;
    }

    /// <summary>Passes the rest of a line, up to its end.</summary>
    public void SkipLine()
    {
        while (!AtLineEnd)
            Position++;
    }

    /// <summary>Reads a number as MATLAB writes it, <c>1d3</c>, <c>Inf</c> and <c>NaN</c> included.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> word, out double value)
    {
        var unsigned = word.Length > 0 && word[0] is '+' or '-' ? word[1..] : word;
        value = double.NaN;
        if (unsigned.Equals("Inf", StringComparison.OrdinalIgnoreCase))
            value = word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        else if (!unsigned.Equals("NaN", StringComparison.OrdinalIgnoreCase))
            return unsigned.Length > 0 && (char.IsAsciiDigit(unsigned[0]) || unsigned[0] == '.') && TryParseFinite(word, out value);
        return true;
    }

    private static bool TryParseFinite(ReadOnlySpan<char> word, out double value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(word, Style, CultureInfo.InvariantCulture, out value))
            return true;
        Span<char> plain = stackalloc char[64];
        if (word.Length > plain.Length || word.IndexOfAny('d', 'D') < 0)
            return false;
        word.CopyTo(plain);
        plain.Replace('d', 'e');
        plain.Replace('D', 'e');
        return double.TryParse(plain[..word.Length], Style, CultureInfo.InvariantCulture, out value);
    }

    private void SkipComment()
    {
        var start = Position;
        SkipLine();
        var comment = From(start)[1..];
        if (comment.StartsWith(ColumnNamesMark, StringComparison.Ordinal))
            ColumnNames = (start + 1 + ColumnNamesMark.Length, comment.Length - ColumnNamesMark.Length);
        else if (comment.Trim() is "{" && StandsAloneFromLeft(start))
            SkipBlockComment();
    }

    /// <summary>Passes the lines after <c>%{</c> up to the <c>%}</c> that closes it; blocks may be nested.</summary>
    private void SkipBlockComment()
    {
        for (var depth = 1; depth > 0 && !AtEnd;)
        {
            SkipLineEnd();
            var start = Position;
            SkipLine();
            depth += From(start).Trim() switch { "%{" or "#{" => 1, "%}" or "#}" => -1, _ => 0 };
        }
    }

    private readonly bool StandsAloneFromLeft(int position)
    {
        while (position > 0 && !IsLineEnd(_text[position - 1]))
            if (!char.IsWhiteSpace(_text[--position]))
                return false;
        return true;
    }

    private void SkipLineEnd()
    {
        if (Current == '\r' && Next == '\n')
            Position += 2;
        else if (!AtEnd)
            Position++;
    }

    private readonly bool AtContinuation() =>
        Current == '.' && Next == '.' && Position + 2 < _text.Length && _text[Position + 2] == '.';

    private static bool IsLineEnd(char c) => c is '\n' or '\r';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
