namespace Relight.Grid.Import;

/// <summary>
/// Takes a MATPOWER case file apart into its fields. Reads plain assignments of numbers, strings, matrices and lists of
/// strings; anything that would have to be computed is reported, as an error where it would change the data.
/// </summary>
internal ref struct MatpowerParser(TextFindings findings, IReadOnlySet<string> used)
{
    private readonly MatpowerCase _case = new();
    private MatpowerScanner _scanner = new(findings.Source.Text);
    private string _variable = "mpc";

    /// <summary>Reads the whole text.</summary>
    public static MatpowerCase Parse(TextFindings findings, IReadOnlySet<string> used)
    {
        var parser = new MatpowerParser(findings, used);
        for (parser._scanner.SkipSeparators(); !parser._scanner.AtEnd; parser._scanner.SkipSeparators())
            parser.ReadStatement();
        return parser._case;
    }

    private void ReadStatement()
    {
        var start = _scanner.Position;
        var name = _scanner.ReadName();
        if (name is "function")
        {
            ReadFunctionLine(start);
            return;
        }
        _scanner.SkipBlanks();
        if (IsField(name) && _scanner is { Current: '=', Next: not '=' })
        {
            _scanner.Position++;
            _scanner.SkipBlanks();
            ReadField(start, name[(_variable.Length + 1)..].ToString());
            return;
        }
        var changesData = IsField(name) || name.SequenceEqual(_variable);
        var isEnd = name is "end" or "endfunction" or "return";
        SkipStatement();
        if (changesData)
            findings.Error(start, Excerpt(start), "only plain data is read; a statement that computes data is not");
        else if (!isEnd)
            findings.Warning(start, Excerpt(start), "this is no assignment to a field of the case and is not used");
    }

    private readonly bool IsField(ReadOnlySpan<char> name) =>
        name.Length > _variable.Length + 1 && name.StartsWith(_variable, StringComparison.Ordinal) && name[_variable.Length] == '.';

    /// <summary>Reads <c>function mpc = name</c>.</summary>
    private void ReadFunctionLine(int start)
    {
        _scanner.SkipBlanks();
        var variable = _scanner.ReadName().ToString();
        _scanner.SkipBlanks();
        if (variable.Length == 0 || _scanner.Current != '=')
        {
            _scanner.SkipLine();
            findings.Error(start, Excerpt(start), "the function must give back one case, as in: function mpc = name");
            return;
        }
        _variable = variable;
        _scanner.Position++;
        _scanner.SkipBlanks();
        _case.FunctionName = _scanner.ReadName().ToString() is { Length: > 0 } name ? name : null;
        _scanner.SkipLine();
    }

    private void ReadField(int start, string name)
    {
        if (!used.Contains(name))
        {
            SkipStatement();
            findings.Warning(start, $"{_variable}.{name}", "this field is not used");
            return;
        }
        var position = _scanner.Position;
        var field = ReadValue(new MatpowerField(name, position));
        if (!_case.Fields.TryAdd(name, field))
            findings.Error(start, $"{_variable}.{name}", "a field may be assigned only once");
        _scanner.SkipBlanks();
        if (_scanner.AtLineEnd || _scanner.Current is ';' or ',')
            return;
        var rest = _scanner.Position;
        SkipStatement();
        findings.Error(rest, Excerpt(rest), "nothing may follow the value; expressions are not computed");
    }

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
                findings.Error(field.Position, Excerpt(field.Position), "the string must end on its line");
                return field;
        }
        if (_scanner.AtLineEnd || _scanner.Current is ';' or ',')
            findings.Error(field.Position, null, "a value must follow the equals sign");
        else if (MatpowerScanner.TryParseNumber(_scanner.ReadWord(), out var number))
            return field with { Number = number };
        else
            findings.Error(field.Position, Excerpt(field.Position), "must be a number, a string, a matrix or a list of strings");
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
                findings.Error(open, "[", "this bracket must be closed: the file is cut off, or a ] is missing");
                return table;
            }
            switch (_scanner.Current)
            {
                case ']':
                    _scanner.Position++;
                    return TransposedIfMarked(table);
                case ',':
                    if (startsRow || afterComma)
                        findings.Error(position, ",", "a value must stand before the comma");
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
        if (MatpowerScanner.TryParseNumber(_scanner.ReadWord(), out var value))
        {
            table.Add(value, position, startsRow);
            return;
        }
        findings.Error(position, SourceText.Excerpt(_scanner.From(position)), "must be a number");
        table.AddUnreadable(position, startsRow);
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
        findings.Error(table.Position, "[", "a matrix to be transposed must have rows of the same length");
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
                findings.Error(open, "{", "this brace must be closed: the file is cut off, or a } is missing");
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
                    findings.Error(position, Excerpt(position), "the string must end on its line");
                continue;
            }
            _scanner.ReadWord();
            findings.Error(position, Excerpt(position), "must be a string in quotes");
        }
    }

    private string[] TakeColumnNames()
    {
        var (start, length) = _scanner.ColumnNames;
        _scanner.ColumnNames = default;
        return findings.Source.Text.Substring(start, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>True where another assignment starts within brackets, that is, where the closing one is missing.</summary>
    private readonly bool AtNextField() =>
        _scanner.Current == _variable[0]
        && findings.Source.Text.AsSpan(_scanner.Position).StartsWith(_variable, StringComparison.Ordinal)
        && _scanner.Position + _variable.Length < findings.Source.Text.Length
        && findings.Source.Text[_scanner.Position + _variable.Length] == '.';

    /// <summary>Passes a statement up to the separator that ends it, brackets and strings respected.</summary>
    private void SkipStatement()
    {
        var depth = 0;
        var open = 0;
        for (_scanner.SkipBlanks(); !_scanner.AtEnd; _scanner.SkipBlanks())
        {
            if (depth == 0 && (_scanner.AtLineEnd || _scanner.Current is ';' or ','))
                return;
            if (depth > 0 && AtNextField())
                break;
            if (_scanner.Current is '[' or '{' or '(' && depth++ == 0)
                open = _scanner.Position;
            else if (_scanner.Current is ']' or '}' or ')' && depth > 0)
                depth--;
            if (_scanner.Current is '\'' or '"' && !IsTransposition())
                _scanner.TryReadString(out _);
            else
                _scanner.Position++;
        }
        if (depth > 0)
            findings.Error(open, findings.Source.Text[open].ToString(), "this bracket must be closed: the file is cut off, or a bracket is missing");
    }

    private readonly bool IsTransposition() =>
        _scanner.Current == '\'' && (char.IsLetterOrDigit(_scanner.Previous) || _scanner.Previous is ']' or ')' or '}' or '_');

    /// <summary>What was just passed, up to the end of its first line.</summary>
    private readonly string Excerpt(int start)
    {
        var passed = _scanner.From(start);
        var end = passed.IndexOfAny('\n', '\r');
        return SourceText.Excerpt(end < 0 ? passed : passed[..end]);
    }
}
