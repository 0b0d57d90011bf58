namespace Relight.Web.Design;

/// <summary>How a column filters.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
public abstract record Filter<TRow>
{
    private Filter()
    {
    }

    /// <summary>The test that the words of a reader stand for; null, with the rule they break, where they stand for none.</summary>
    public abstract Func<TRow, bool>? Read(string words, out FilterFault? fault);

    /// <summary>Keeps rows whose text contains the words, whatever their case.</summary>
    /// <param name="Text">Text of a row.</param>
    public sealed record Contains(Func<TRow, string> Text) : Filter<TRow>
    {
        /// <inheritdoc/>
        public override Func<TRow, bool> Read(string words, out FilterFault? fault)
        {
            fault = null;
            return row => Text(row).Contains(words, StringComparison.CurrentCultureIgnoreCase);
        }
    }

    /// <summary>Keeps rows of one choice.</summary>
    /// <param name="Code">Code of a row's choice.</param>
    /// <param name="Name">What a choice is called.</param>
    public sealed record OneOf(Func<TRow, string> Code, Func<string, string> Name) : Filter<TRow>
    {
        /// <summary>Every choice there is, for tables whose rows are not all at hand; else the choices are those of the rows.</summary>
        public IReadOnlyList<string>? Codes { get; init; }

        /// <summary>The choices: every one there is, or those of some rows.</summary>
        public IEnumerable<string> Of(IEnumerable<TRow> rows) => Codes ?? rows.Select(Code).Where(code => code.Length > 0).Distinct();

        /// <inheritdoc/>
        public override Func<TRow, bool>? Read(string words, out FilterFault? fault)
        {
            fault = Codes?.Contains(words, StringComparer.OrdinalIgnoreCase) == false ? FilterFault.NoChoice : null;
            return fault is null ? row => string.Equals(Code(row), words, StringComparison.OrdinalIgnoreCase) : null;
        }
    }

    /// <summary>Keeps rows whose number certainly lies where the words say; a row without a number is never kept.</summary>
    /// <param name="Value">Bounds of a row's number in <paramref name="Unit"/>; null where it is unknown.</param>
    /// <param name="Unit">Unit of the numbers, taken where the words name none.</param>
    public sealed record Measure(Func<TRow, Range?> Value, string Unit) : Filter<TRow>
    {
        /// <inheritdoc/>
        public override Func<TRow, bool>? Read(string words, out FilterFault? fault)
        {
            if (NumberFilter.Read(words, Unit, out fault) is not { } wanted)
                return null;
            return row => Value(row) is { } value && value.Low >= wanted.Low && value.High <= wanted.High;
        }
    }
}

/// <summary>From one number to another, both included; infinite where open.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Range(double Low, double High)
{
    /// <summary>One number; null stays null.</summary>
    public static Range? Of(decimal? number) => number is { } n ? new Range((double)n, (double)n) : null;
}

/// <summary>Why the words of a filter stand for nothing.</summary>
public enum FilterFault
{
    /// <summary>No number can be read.</summary>
    NoNumber,

    /// <summary>The unit does not measure what the column holds.</summary>
    OtherUnit,

    /// <summary>The word is none of the choices.</summary>
    NoChoice,

    /// <summary>The number can be read in two ways.</summary>
    TwoWays,
}
