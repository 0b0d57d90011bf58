namespace Relight.Grid.Import;

/// <summary>
/// Takes a MATPOWER case file apart into its fields. Reads assignments of numbers, strings, matrices and lists of strings,
/// and computes what case files compute with them (<see cref="MatpowerStatements"/>); a statement that is not understood is
/// an error where it would change the data.
/// </summary>
internal ref partial struct MatpowerParser
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
        if (name.SequenceEqual(_variables.Case))
            Refuse(start, $"the case must be given field by field, as in: {_variables.Case}.bus = [ … ]; a struct or another file as a whole is not read");
        else if (IsField(name))
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
        var field = name[(_variables.Case.Length + 1)..].ToString();
        if (!_used.Contains(field))
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
            Refuse(start, "the function must give back one case of version 2, as in: function mpc = name; files of version 1, whose functions give back tables, are not read");
            return;
        }
        _variables.Case = variable;
        _scanner.Position++;
        _scanner.SkipBlanks();
        _case.FunctionName = _scanner.ReadName().ToString() is { Length: > 0 } name ? name : null;
        _scanner.SkipLine();
    }

    /// <summary>Notes that the case comes in a form that is not read.</summary>
    private readonly void Refuse(int start, string rule)
    {
        _findings.Error(start, Excerpt(start), rule);
        _case.IsRefused = true;
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
