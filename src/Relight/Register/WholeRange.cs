namespace Relight.Register;

/// <summary>
/// A range of numbers as whole ones: a column of whole numbers that is held against others is converted row by row, and then
/// no index finds what lies in the range.
/// </summary>
internal readonly record struct WholeRange(int Low, int High)
{
    /// <summary>The whole numbers of a range; ends beyond what a column holds are its own.</summary>
    public static WholeRange Of(double low, double high) => new(
        (int)Math.Clamp(Math.Ceiling(low), int.MinValue, int.MaxValue), (int)Math.Clamp(Math.Floor(high), int.MinValue, int.MaxValue));
}
