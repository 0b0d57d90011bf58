namespace Relight.Register;

/// <summary>Values that many rows share, such as donors or units: each is kept once, and a row has its number.</summary>
/// <typeparam name="T">A value.</typeparam>
internal sealed class Shared<T>
    where T : notnull
{
    /// <summary>The number of no value.</summary>
    public const int None = 0;

    private readonly List<T> _values = [];
    private readonly Dictionary<T, int> _numbers = [];

    /// <summary>The number of a value; a new one gets the next.</summary>
    public int NumberOf(T? value)
    {
        if (value is null)
            return None;
        if (!_numbers.TryGetValue(value, out var number))
        {
            _values.Add(value);
            _numbers.Add(value, number = _values.Count);
        }
        return number;
    }

    /// <summary>What each value comes to, by its number; the default for none.</summary>
    public TResult[] Each<TResult>(Func<T, TResult> result) => [default!, .. _values.Select(result)];
}
