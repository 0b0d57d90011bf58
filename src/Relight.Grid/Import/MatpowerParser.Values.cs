namespace Relight.Grid.Import;

/// <summary>The values of fields: numbers, strings, matrices and lists of strings.</summary>
internal ref partial struct MatpowerParser
{
    private MatpowerField ReadValue(MatpowerField field)
    {
        switch (_scanner.Current)
        {
            case '[':
                return field with { Table = ReadMatrix() };
            case '{':
                return field with { Names = ReadNames() };
            case '\'' or '"':
                if (_scanner.TryReadString(out var text))
                    return field with { Text = text };
                _findings.Error(field.Position, Excerpt(field.Position), "the string must end on its line");
                return field;
        }
        if (_scanner.AtLineEnd || _scanner.Current is ';' or ',')
        {
            _findings.Error(field.Position, null, "a value must follow the equals sign");
            return field;
        }
        SkipStatement();
        if (Number(_scanner.From(field.Position), out var problem) is { } number)
            return field with { Number = number };
        _findings.Error(field.Position, Excerpt(field.Position), $"must be a number, a string, a matrix or a list of strings: {problem}");
        return field;
    }

    /// <summary>Reads a matrix in brackets; rows end at a semicolon or a line end, values at a blank or a comma.</summary>
    private MatpowerTable ReadMatrix()
    {
        var open = _scanner.Position++;
        var table = new MatpowerTable(open) { ColumnNames = TakeColumnNames() };
        var startsRow = true;
        var afterComma = false;
        while (true)
        {
            _scanner.SkipBlanks();
            var position = _scanner.Position;
            if (_scanner.AtEnd || AtNextField())
            {
                _findings.Error(open, "[", "this bracket must be closed: the file is cut off, or a ] is missing");
                return table;
            }
            switch (_scanner.Current)
            {
                case ']':
                    _scanner.Position++;
                    return TransposedIfMarked(table);
                case ',':
                    if (startsRow || afterComma)
                        _findings.Error(position, ",", "a value must stand before the comma");
                    afterComma = true;
                    _scanner.Position++;
                    continue;
                case ';' or '\n' or '\r':
                    startsRow = true;
                    _scanner.Position++;
                    break;
                default:
                    ReadCell(table, startsRow);
                    startsRow = false;
                    break;
            }
            afterComma = false;
        }
    }

    private void ReadCell(MatpowerTable table, bool startsRow)
    {
        var position = _scanner.Position;
        if (Number(_scanner.ReadWord(), out _) is { } value)
        {
            table.Add(value, position, startsRow);
            return;
        }
        _findings.Error(position, SourceText.Excerpt(_scanner.From(position)), "must be a number");
        table.AddUnreadable(position, startsRow);
    }

    /// <summary>A number as it is written, or computed from others.</summary>
    private readonly double? Number(ReadOnlySpan<char> text, out string? problem)
    {
        problem = null;
        return MatpowerScanner.TryParseNumber(text.Trim(), out var number) ? number
            : MatpowerExpression.Compute(text, _variables, out problem) is { IsNumber: true } value ? value[0, 0]
            : null;
    }

    private MatpowerTable TransposedIfMarked(MatpowerTable table)
    {
        if (_scanner is { Current: '.', Next: '\'' })
            _scanner.Position++;
        if (_scanner.Current != '\'')
            return table;
        _scanner.Position++;
        if (table.Transposed() is { } turned)
            return turned;
        _findings.Error(table.Position, "[", "a matrix to be transposed must have rows of the same length");
        return table;
    }

    /// <summary>Reads strings in braces, one a row.</summary>
    private List<string> ReadNames()
    {
        var open = _scanner.Position++;
        var names = new List<string>();
        while (true)
        {
            _scanner.SkipSeparators();
            var position = _scanner.Position;
            if (_scanner.AtEnd || AtNextField())
            {
                _findings.Error(open, "{", "this brace must be closed: the file is cut off, or a } is missing");
                return names;
            }
            if (_scanner.Current == '}')
            {
                _scanner.Position++;
                return names;
            }
            if (_scanner.Current is '\'' or '"')
            {
                if (_scanner.TryReadString(out var name))
                    names.Add(name);
                else
                    _findings.Error(position, Excerpt(position), "the string must end on its line");
                continue;
            }
            _scanner.ReadWord();
            _findings.Error(position, Excerpt(position), "must be a string in quotes");
        }
    }

    private string[] TakeColumnNames()
    {
        var (start, length) = _scanner.ColumnNames;
        _scanner.ColumnNames = default;
        return _findings.Source.Text.Substring(start, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
