namespace Relight.Grid.Import;

/// <summary>
/// Takes a MATPOWER case file apart into its fields. Reads assignments of numbers, strings, matrices and lists of strings,
/// and computes what case files compute with them (<see cref="MatpowerStatements"/>); a statement that is not understood is
/// an error where it would change the data.
/// </summary>
internal ref struct MatpowerParser
{
    private readonly TextFindings _findings;
    private readonly IReadOnlySet<string> _used;
    private readonly MatpowerCase _case;
    private readonly MatpowerVariables _variables;
    private readonly MatpowerStatements _statements;
    private MatpowerScanner _scanner;

    private MatpowerParser(TextFindings findings, IReadOnlySet<string> used)
    {
        (_findings, _used) = (findings, used);
        _case = new MatpowerCase();
        _variables = new MatpowerVariables(_case);
        _statements = new MatpowerStatements(_case, _variables);
        _scanner = new MatpowerScanner(findings.Source.Text);
    }

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
        if (MatpowerBlocks.IsWord(name))
        {
            ReadBlockWord(start, name);
            return;
        }
        _scanner.SkipBlanks();
        if (IsField(name) && _scanner is { Current: '=', Next: not '=' })
        {
            _scanner.Position++;
            _scanner.SkipBlanks();
            ReadField(start, name[(_variables.Case.Length + 1)..].ToString());
            return;
        }
        SkipStatement();
        if (IsField(name) || name.SequenceEqual(_variables.Case))
            ChangeField(start, name);
        else if (!_statements.TryRun(_scanner.From(start)))
            _findings.Warning(start, Excerpt(start), "this is not used");
    }

    /// <summary>Decides an <c>if</c>, and passes the part of it that does not hold; loops are not run.</summary>
    private void ReadBlockWord(int start, ReadOnlySpan<char> word)
    {
        if (MatpowerBlocks.Ends(word))
        {
            _scanner.SkipLine();
            return;
        }
        if (word is not "if")
        {
            MatpowerBlocks.Skip(ref _scanner, stopAtElse: false);
            if (word is not ("else" or "elseif"))
                _findings.Error(start, Excerpt(start), "this is not run; only plain data and assignments are read");
            return;
        }
        while (true)
        {
            var from = _scanner.Position;
            SkipStatement();
            var holds = MatpowerExpression.Compute(_scanner.From(from), _variables, out var problem);
            if (holds is not { IsNumber: true })
                _findings.Error(start, Excerpt(start), $"whether this holds cannot be said: {problem ?? "it is not one number"}");
            if (holds is not { IsNumber: true } || holds[0, 0] == 0)
            {
                if (MatpowerBlocks.Skip(ref _scanner, stopAtElse: true) is "elseif")
                    continue;
            }
            return;
        }
    }

    /// <summary>Computes an assignment to a part of a field, which has just been passed.</summary>
    private readonly void ChangeField(int start, ReadOnlySpan<char> name)
    {
        var field = IsField(name) ? name[(_variables.Case.Length + 1)..].ToString() : "";
        if (field.Length > 0 && !_used.Contains(field))
            _findings.Notice(start, $"{name}", "this field is not used");
        else if (_statements.Change(field, _scanner.From(start)[name.Length..]) is { } problem)
            _findings.Error(start, Excerpt(start), $"this changes the data and is not computed: {problem}");
    }

    private readonly bool IsField(ReadOnlySpan<char> name) =>
        name.Length > _variables.Case.Length + 1 && name.StartsWith(_variables.Case, StringComparison.Ordinal) && name[_variables.Case.Length] == '.';

    /// <summary>Reads <c>function mpc = name</c>.</summary>
    private void ReadFunctionLine(int start)
    {
        _scanner.SkipBlanks();
        var variable = _scanner.ReadName().ToString();
        _scanner.SkipBlanks();
        if (variable.Length == 0 || _scanner.Current != '=')
        {
            _scanner.SkipLine();
            _findings.Error(start, Excerpt(start), "the function must give back one case, as in: function mpc = name");
            return;
        }
        _variables.Case = variable;
        _scanner.Position++;
        _scanner.SkipBlanks();
        _case.FunctionName = _scanner.ReadName().ToString() is { Length: > 0 } name ? name : null;
        _scanner.SkipLine();
    }

    private void ReadField(int start, string name)
    {
        if (!_used.Contains(name))
        {
            SkipStatement();
            _findings.Notice(start, $"{_variables.Case}.{name}", "this field is not used");
            return;
        }
        var position = _scanner.Position;
        var field = ReadValue(new MatpowerField(name, position));
        if (!_case.Fields.TryAdd(name, field))
            _findings.Error(start, $"{_variables.Case}.{name}", "a field may be assigned only once");
        _scanner.SkipBlanks();
        if (_scanner.AtLineEnd || _scanner.Current is ';' or ',')
            return;
        var rest = _scanner.Position;
        SkipStatement();
        _findings.Error(rest, Excerpt(rest), "nothing may follow the value; matrices are not computed with here");
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

    /// <summary>True where another assignment starts within brackets, that is, where the closing one is missing.</summary>
    private readonly bool AtNextField() =>
        _scanner.Current == _variables.Case[0] && _scanner.StartsLine
        && _findings.Source.Text.AsSpan(_scanner.Position).StartsWith(_variables.Case, StringComparison.Ordinal)
        && _scanner.Position + _variables.Case.Length < _findings.Source.Text.Length
        && _findings.Source.Text[_scanner.Position + _variables.Case.Length] == '.';

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
            _findings.Error(open, _findings.Source.Text[open].ToString(), "this bracket must be closed: the file is cut off, or a bracket is missing");
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
