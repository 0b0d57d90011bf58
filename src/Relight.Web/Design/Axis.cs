namespace Relight.Web.Design;

/// <summary>Round steps for the axes of charts.</summary>
internal static class Axis
{
    /// <summary>The least of 1, 2, 2.5 and 5 times a power of ten of which <paramref name="count"/> reach the number; whole from 1 on.</summary>
    public static double Step(double number, int count)
    {
        if (!(number > 0))
            return 1;
        var least = number / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(candidate => candidate >= least * 0.999999);
        return step < 1 ? 1 : step;
    }
}
