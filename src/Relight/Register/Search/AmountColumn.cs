using Relight.Storage;

namespace Relight.Register;

/// <summary>An amount of each row, as <see cref="ScaledAmount"/> scales it.</summary>
internal sealed class AmountColumn
{
    /// <summary>Numbers of what is measured in <see cref="KeptOperation.Measures"/>; none where no number is given.</summary>
    public List<int> Measure { get; } = [];

    /// <summary>Lower bounds; nothing where no number is given.</summary>
    public List<long> Lower { get; } = [];

    /// <summary>Upper bounds; the greatest number where it is open.</summary>
    public List<long> Upper { get; } = [];

    /// <summary>Adds the amount of the next row.</summary>
    public void Add(int measure, long? lower, long? upper)
    {
        Measure.Add(measure);
        Lower.Add(lower ?? 0);
        Upper.Add(upper ?? long.MaxValue);
    }

    /// <summary>Lower bound of a row; null where no number is given.</summary>
    public long? LowerOf(int row) => Measure[row] == Shared<string>.None ? null : Lower[row];

    /// <summary>Whether the amount of a row certainly lies in a range.</summary>
    /// <param name="row">The row.</param>
    /// <param name="range">The range.</param>
    /// <param name="isMeasured">Whether what is measured is what the range measures, by number.</param>
    public bool IsIn(int row, AmountRange range, bool[] isMeasured) => isMeasured[Measure[row]] && Lower[row] >= range.Low && Upper[row] <= range.High;
}
