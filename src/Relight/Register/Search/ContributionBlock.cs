using Relight.Storage;

namespace Relight.Register;

/// <summary>Some contributions of an operation in memory.</summary>
internal sealed class ContributionBlock : KeptBlock
{
    private readonly List<int> _partEnds = [];

    /// <summary>Titles.</summary>
    public List<string> Title { get; } = [];

    /// <summary>Titles, folded.</summary>
    public TextColumn Words { get; } = new();

    /// <summary>Numbers of its donors in <see cref="KeptOperation.Donors"/>.</summary>
    public List<int> Donors { get; } = [];

    /// <summary>How many give together.</summary>
    public List<int> Members { get; } = [];

    /// <summary>Numbers of the kind of its first item in <see cref="KeptOperation.Items"/>.</summary>
    public List<int> Item { get; } = [];

    /// <summary>Kinds of all its items, a bit each, see <see cref="BitsOf(IEnumerable{ItemKind})"/>.</summary>
    public List<long> Kinds { get; } = [];

    /// <summary>Stages that anything of it has reached, a bit each, see <see cref="BitsOf(IEnumerable{Stage})"/>.</summary>
    public List<long> Stages { get; } = [];

    /// <summary>Numbers of the furthest of them in <see cref="KeptOperation.Stages"/>.</summary>
    public List<int> Furthest { get; } = [];

    /// <summary>Lower bound of the first quantity that gives a number; null where none does.</summary>
    public List<long?> Lower { get; } = [];

    /// <summary>Lower bound of the first value that gives a number; null where none does.</summary>
    public List<long?> ValueLower { get; } = [];

    /// <summary>How many claims it rests on.</summary>
    public List<int> Claims { get; } = [];

    /// <summary>When it last changed, in ticks of UTC.</summary>
    public List<long> ChangedAt { get; } = [];

    /// <summary>Quantities and values of all of them that give a number, one behind the other.</summary>
    public AmountColumn Amounts { get; } = new();

    /// <inheritdoc/>
    public override bool IsFull => Words.Length >= MostText;

    /// <summary>Notes that the amounts added last are those of the next contribution.</summary>
    public void EndAmounts() => _partEnds.Add(Amounts.Measure.Count);

    /// <summary>Whether one of the amounts of a row certainly lies in a range.</summary>
    /// <param name="row">The row.</param>
    /// <param name="range">The range.</param>
    /// <param name="isMeasured">Whether what is measured is what the range measures, by number.</param>
    public bool HasAmount(int row, AmountRange range, bool[] isMeasured)
    {
        for (var part = row == 0 ? 0 : _partEnds[row - 1]; part < _partEnds[row]; part++)
            if (Amounts.IsIn(part, range, isMeasured))
                return true;
        return false;
    }

    /// <summary>Kinds of items as one number, in which each has a bit.</summary>
    public static long BitsOf(IEnumerable<ItemKind> kinds) => kinds.Aggregate(0L, (bits, kind) => bits | 1L << (int)kind);

    /// <summary>Stages as one number, in which each has a bit: those of money follow those of goods.</summary>
    public static long BitsOf(IEnumerable<Stage> stages) => stages.Aggregate(0L, (bits, stage) => bits | 1L << (stage.Order + (stage.IsMoney ? 32 : 0)));
}
