using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Relight.Restoration.LoadDelivery;

/// <content>Products of vectors.</content>
internal sealed partial class InjectionProgram
{
    /// <summary>Products of two vectors over the rows, summed over vectors but not over lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Product(ReadOnlySpan<Vector512<double>> a, ReadOnlySpan<Vector512<double>> b)
    {
        var sum = a[0] * b[0];
        for (var i = 1; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled(Span<Vector512<double>> target, double factor, ReadOnlySpan<Vector512<double>> source)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] += factor * source[i];
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        Vector512.Sum(Product(MemoryMarshal.Cast<double, Vector512<double>>(a), MemoryMarshal.Cast<double, Vector512<double>>(b[..a.Length])));

    /// <summary>Adds a multiple of the beginning of one vector to another.</summary>
    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        var i = 0;
        for (; i <= target.Length - Lanes; i += Lanes)
            (Vector512.Create<double>(target[i..]) + (factor * Vector512.Create(source[i..]))).CopyTo(target[i..]);
        for (; i < target.Length; i++)
            target[i] += factor * source[i];
    }
}
