namespace Relight.Grid.Import;

/// <summary>The words that open, part and close blocks of statements.</summary>
internal static class MatpowerBlocks
{
    /// <summary>True for such a word.</summary>
    public static bool IsWord(ReadOnlySpan<char> word) => Opens(word) || Ends(word) || word is "else" or "elseif";

    /// <summary>True for a word that closes a block, or the function.</summary>
    public static bool Ends(ReadOnlySpan<char> word) =>
        word is "end" or "endif" or "endfor" or "endwhile" or "endswitch" or "end_try_catch" or "endfunction" or "return";

    /// <summary>
    /// Passes the rest of a block, blocks within it included, up to and with the word that closes it, or the
    /// <c>else</c> or <c>elseif</c> that belongs to it; gives that word.
    /// </summary>
    public static string Skip(ref MatpowerScanner scanner, bool stopAtElse)
    {
        var depth = 1;
        for (scanner.SkipSeparators(); !scanner.AtEnd; scanner.SkipSeparators())
        {
            var word = scanner.ReadName().ToString();
            if (Opens(word))
                depth++;
            else if (Ends(word) && word != "return" && --depth == 0)
                return word;
            else if (stopAtElse && depth == 1 && word is "else" or "elseif")
                return word;
            SkipRest(ref scanner);
        }
        return "";
    }

    private static bool Opens(ReadOnlySpan<char> word) => word is "if" or "for" or "parfor" or "while" or "switch" or "try";

    /// <summary>Passes a statement up to the end of its line or its semicolon; brackets may span lines.</summary>
    private static void SkipRest(ref MatpowerScanner scanner)
    {
        var depth = 0;
        for (scanner.SkipBlanks(); !scanner.AtEnd && (depth > 0 || !(scanner.AtLineEnd || scanner.Current is ';' or ',')); scanner.SkipBlanks())
        {
            depth += scanner.Current switch { '[' or '{' or '(' => 1, ']' or '}' or ')' when depth > 0 => -1, _ => 0 };
            scanner.Position++;
        }
    }
}
