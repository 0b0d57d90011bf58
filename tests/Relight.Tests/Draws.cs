using System.Globalization;

namespace Relight.Tests;

/// <summary>How many draws a property is held to.</summary>
internal static class Draws
{
    /// <summary>As many as are usual, or as the environment asks for (<c>CsCheck_Iter</c>), to look for rare failures.</summary>
    public static long Of(long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable("CsCheck_Iter"), CultureInfo.InvariantCulture, out var asked) ? asked : usual;
}
