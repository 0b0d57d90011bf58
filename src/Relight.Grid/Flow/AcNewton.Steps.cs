namespace Relight.Grid.Flow;

/// <content>Steps along what the Jacobian says, whole or shortened.</content>
internal sealed partial class AcNewton
{
    private void Move(Func<int, double> lengthIn)
    {
        var lengths = Enumerable.Range(0, _moves.Length).Select(lengthIn).ToArray();
        for (var bus = 0; bus < _pattern.Size; bus++)
        {
            if (!Moves(bus))
                continue;
            var length = lengths[_islandOf[bus]];
            Angle[bus] += length * _step[bus].X;
            Magnitude[bus] *= 1 + length * _step[bus].Y;
        }
    }

    /// <summary>
    /// Moves each island by the length at which the sum of squared mismatches is least, if they follow a parabola along
    /// the step: (1 − μ)·f + μ²·c, with f before and c after a full step (Iwamoto and Tamura, 1981).
    /// </summary>
    private void MoveDamped()
    {
        var (angles, magnitudes) = ((double[])Angle.Clone(), (double[])Magnitude.Clone());
        var sums = new (double Before, double Both, double After)[_moves.Length];
        var before = new (double X, double Y)[_pattern.Size];
        ComputeMismatches(before);
        Move(static _ => 1);
        ComputeInjections();
        for (var bus = 0; bus < _pattern.Size; bus++)
        {
            if (!Moves(bus))
                continue;
            var (f, c) = (before[bus], MismatchOf(bus));
            ref var sum = ref sums[_islandOf[bus]];
            sum = (sum.Before + f.X * f.X + f.Y * f.Y, sum.Both + f.X * c.X + f.Y * c.Y, sum.After + c.X * c.X + c.Y * c.Y);
        }
        angles.CopyTo(Angle, 0);
        magnitudes.CopyTo(Magnitude, 0);
        Move(island => BestLength(sums[island].Before, sums[island].Both, sums[island].After));
    }

    /// <summary>The μ in (0, 1] that makes (1−μ)²·before + 2(1−μ)μ²·both + μ⁴·after least, found by halving on its slope.</summary>
    private static double BestLength(double before, double both, double after)
    {
        var (low, high) = (0.0, 1.0);
        if (!double.IsFinite(after))
            return 0.1;
        if (Slope(1) <= 0)
            return 1;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle) < 0)
                low = middle;
            else
                high = middle;
        }
        return Math.Max(low, 1e-3);

        double Slope(double m) => -2 * (1 - m) * before + (4 * m - 6 * m * m) * both + 4 * m * m * m * after;
    }
}
