namespace Relight.Matching;

/// <summary>By how much a limit is kept or missed, in % of the limit: positive is kept.</summary>
internal static class Margin
{
    /// <summary>Of a value that must not be above a limit.</summary>
    public static decimal BelowLimit(decimal value, decimal limit) => Math.Round((limit - value) / limit * 100, 2);

    /// <summary>Of a value that must not be below a limit.</summary>
    public static decimal AboveLimit(decimal value, decimal limit) => Math.Round((value - limit) / limit * 100, 2);
}
