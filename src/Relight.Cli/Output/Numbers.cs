using System.Globalization;

namespace Relight.Cli;

/// <summary>Numbers for people: grouped by thousands, no more digits than are of use.</summary>
internal static class Numbers
{
    /// <summary>Megawatts or megawatt-hours: whole from 100 on, one decimal below.</summary>
    public static string Energy(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "N0" : "N1", CultureInfo.InvariantCulture);

    /// <summary>Hours with at most one decimal.</summary>
    public static string Hours(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>People, elements: whole.</summary>
    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What rests on rough numbers: three figures.</summary>
    public static string Rounded(double value)
    {
        var unit = value < 1000 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return (Math.Round(value / unit) * unit).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>A number of things, with the word for them.</summary>
    public static string Count(int number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    /// <summary>A share as a percentage with one decimal.</summary>
    public static string Share(double value) => value.ToString("P1", CultureInfo.InvariantCulture);
}
