using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Relight.Restoration;

/// <content>The ratio test with bound flipping, and products of vectors.</content>
internal sealed partial class CorrectionProgram
{
    private const double PivotTolerance = 1e-8;
    private const double RatioTolerance = 1e-10;

    // By place of the column: what the row of the leaving slot has there.
    private readonly double[] _pivotRow;
    private (int Column, double Ratio, double Alpha)[] _candidates = [];

    /// <summary>Lists the columns that can help the leaving one, with the dual step at which their reduced cost is 0.</summary>
    private int Candidates(int slot, int sign)
    {
        ReadOnlySpan<Vector512<double>> line = Line(slot);
        var largest = 0.0;
        for (var place = 0; place < _enteredCount; place++)
        {
            _pivotRow[place] = Dot(line, Coefficients(place));
            largest = Math.Max(largest, Math.Abs(_pivotRow[place]));
        }
        var least = Math.Max(LeastPivot, PivotTolerance * largest);
        var count = 0;
        for (var place = 0; place < _enteredCount; place++)
            Consider(_entered[place], sign * _pivotRow[place]);
        for (var row = 0; row < Rows; row++)
            if (At(line, row) is var entry && Math.Abs(entry) > least)
                for (var kind = 0; kind < 3; kind++)
                    Consider(ColumnOf(row, kind), sign * Sign(kind) * entry);
        return count;

        void Consider(int column, double alpha)
        {
            var status = _status[column];
            if (status == Basic || Math.Abs(alpha) <= least || (status == AtLow ? alpha <= 0 : alpha >= 0))
                return;
            var (low, high) = Bounds(column);
            if (high > low)
                _candidates[count++] = (column, Math.Max(0, ReducedCost(column) / alpha), Math.Abs(alpha));
        }
    }

    /// <summary>
    /// The candidate at which the dual objective stops rising, those that are passed on the way put before it; of candidates
    /// with the same ratio the one with the largest pivot. −1 where all together cannot take up the infeasibility.
    /// </summary>
    private (int Entering, int Passed) LongestStep(int count, double outside)
    {
        for (var passed = 0; passed < count; passed++)
        {
            var least = double.PositiveInfinity;
            for (var c = passed; c < count; c++)
                least = Math.Min(least, _candidates[c].Ratio);
            var best = -1;
            for (var c = passed; c < count; c++)
                if (_candidates[c].Ratio <= least + (RatioTolerance * (1 + least)) && (best < 0 || _candidates[c].Alpha > _candidates[best].Alpha))
                    best = c;
            (_candidates[passed], _candidates[best]) = (_candidates[best], _candidates[passed]);
            var (low, high) = Bounds(_candidates[passed].Column);
            outside -= _candidates[passed].Alpha * (high - low);
            if (outside < 0)
                return (passed, passed);
        }
        return (-1, 0);
    }

    private static double At(ReadOnlySpan<Vector512<double>> vector, int row) => MemoryMarshal.Cast<Vector512<double>, double>(vector)[row];

    private static void Add(Span<Vector512<double>> vector, int row, double value) => MemoryMarshal.Cast<Vector512<double>, double>(vector)[row] += value;

    private static double Dot(ReadOnlySpan<Vector512<double>> a, ReadOnlySpan<Vector512<double>> b)
    {
        var sum = a[0] * b[0];
        for (var i = 1; i < a.Length; i++)
            sum += a[i] * b[i];
        return Vector512.Sum(sum);
    }

    private static void AddScaled(Span<Vector512<double>> target, double factor, ReadOnlySpan<Vector512<double>> source)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] += factor * source[i];
    }
}
