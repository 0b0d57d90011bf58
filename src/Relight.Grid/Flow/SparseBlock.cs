using System.Runtime.Intrinsics;

namespace Relight.Grid.Flow;

/// <summary>
/// A 2×2 block of a sparse matrix: what active and reactive power at one bus owe to angle and voltage at another.
/// Eliminating a bus as a block needs no pivoting between buses and lets a bus change between voltage control and
/// fixed reactive power without any change of pattern.
/// </summary>
internal readonly record struct SparseBlock(double A, double B, double C, double D)
{
    /// <summary>The block of an unknown that stays as it is.</summary>
    public static SparseBlock Identity { get; } = new(1, 0, 0, 1);

    public static SparseBlock operator *(in SparseBlock l, in SparseBlock r) => new(
        l.A * r.A + l.B * r.C,
        l.A * r.B + l.B * r.D,
        l.C * r.A + l.D * r.C,
        l.C * r.B + l.D * r.D);

    public static SparseBlock operator -(in SparseBlock l, in SparseBlock r) => new(l.A - r.A, l.B - r.B, l.C - r.C, l.D - r.D);

    public static (double, double) operator *(in SparseBlock l, (double X, double Y) r) => (l.A * r.X + l.B * r.Y, l.C * r.X + l.D * r.Y);

    /// <summary>The transpose times eight pairs, one in each lane.</summary>
    public (Vector512<double> X, Vector512<double> Y) TransposedTimes((Vector512<double> X, Vector512<double> Y) r) =>
        (A * r.X + C * r.Y, B * r.X + D * r.Y);

    /// <summary>The inverse; false where the block is singular to working precision, or not finite.</summary>
    public bool TryInvert(out SparseBlock inverse)
    {
        var determinant = A * D - B * C;
        var scale = Math.Abs(A * D) + Math.Abs(B * C);
        inverse = new SparseBlock(D / determinant, -B / determinant, -C / determinant, A / determinant);
        return double.IsFinite(determinant) && Math.Abs(determinant) > 1e-14 * scale;
    }
}
