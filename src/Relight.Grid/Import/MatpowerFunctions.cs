namespace Relight.Grid.Import;

/// <summary>The functions of one number that case files use.</summary>
internal static class MatpowerFunctions
{
    /// <summary>A function by its name; null where it is not known.</summary>
    public static Func<double, double>? Find(string name) => name switch
    {
        "sqrt" => Math.Sqrt,
        "sin" => Math.Sin,
        "cos" => Math.Cos,
        "tan" => Math.Tan,
        "asin" => Math.Asin,
        "acos" => Math.Acos,
        "atan" => Math.Atan,
        "exp" => Math.Exp,
        "log" => Math.Log,
        "log10" => Math.Log10,
        "abs" => Math.Abs,
        "round" => static number => Math.Round(number, MidpointRounding.AwayFromZero),
        "isinf" => static number => double.IsInfinity(number) ? 1 : 0,
        "isnan" => static number => double.IsNaN(number) ? 1 : 0,
        _ => null,
    };

    /// <summary>True where the word <c>end</c> stands, the last row or column; it is passed.</summary>
    public static bool IsLast(ref MatpowerScanner scanner)
    {
        var start = scanner.Position;
        if (scanner.ReadName() is "end")
            return true;
        scanner.Position = start;
        return false;
    }
}
