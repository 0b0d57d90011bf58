using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Storage;

/// <summary>A place in a list: after the row of this key and id.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Key">What the row is ordered by.</param>
/// <param name="Id">Its id.</param>
public readonly record struct RowPlace<T>(JsonElement Key, Id<T> Id)
    where T : class;

/// <summary>
/// An order of rows in which a list can go on after any row without counting those before it: by a column, then by id,
/// both reversed together, so that one index gives either direction. Rows without a value come last in either.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
public abstract class RowOrder<T, TRow>
    where T : class
    where TRow : Row<T, TRow>
{
    /// <summary>The column that rows are ordered by; null where it is none.</summary>
    public abstract MemberInfo? Member { get; }

    /// <summary>The rows in this order.</summary>
    public abstract IQueryable<TRow> Sort(IQueryable<TRow> rows, bool descending);

    /// <summary>
    /// The rows after a place, or all, cut into parts that follow each other: those with a value, then those without.
    /// Each part is one piece of an index.
    /// </summary>
    /// <exception cref="JsonException">The key is of another order.</exception>
    public abstract IReadOnlyList<IQueryable<TRow>> Parts(IQueryable<TRow> rows, RowPlace<T>? after, bool descending);

    /// <summary>The same rows in order as a whole, which no index gives: for rows that are gathered first.</summary>
    /// <exception cref="JsonException">The key is of another order.</exception>
    public abstract IQueryable<TRow> Rest(IQueryable<TRow> rows, RowPlace<T>? after, bool descending);

    /// <summary>What a row is ordered by.</summary>
    public abstract JsonElement KeyOf(TRow row);

    /// <summary>The order by a column that may be empty if its type says so; the type has operators for less and greater, is a choice, or is a text that is always there.</summary>
    public static RowOrder<T, TRow> By<TKey>(Expression<Func<TRow, TKey>> column) => new Column<TKey>(column, default(TKey) is null && typeof(TKey) != typeof(string));

    /// <summary>The order by a text that may be missing.</summary>
    public static RowOrder<T, TRow> ByOptional(Expression<Func<TRow, string?>> column) => new Column<string?>(column, true);

    private sealed class Column<TKey>(Expression<Func<TRow, TKey>> column, bool optional) : RowOrder<T, TRow>
    {
        private static readonly MethodInfo s_compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        private static readonly Expression s_nothing = default(TKey) is null ? Expression.Constant(null, typeof(TKey)) : Expression.Empty();
        private readonly Func<TRow, TKey> _read = column.Compile();

        public override MemberInfo? Member => (column.Body as MemberExpression)?.Member;

        public override IQueryable<TRow> Sort(IQueryable<TRow> rows, bool descending) => descending
            ? rows.OrderByDescending(column).ThenByDescending(row => row.Id)
            : rows.OrderBy(column).ThenBy(row => row.Id);

        public override IReadOnlyList<IQueryable<TRow>> Parts(IQueryable<TRow> rows, RowPlace<T>? after, bool descending)
        {
            if (after is not { } place)
                return optional ? [Known(rows), Unknown(rows)] : [rows];
            if (Later(place, descending) is not { } later)
                return [Unknown(rows).Where(Lambda(LaterId(place, descending)))];
            var rest = (optional ? Known(rows) : rows).Where(Lambda(later));
            return optional ? [rest, Unknown(rows)] : [rest];
        }

        public override IQueryable<TRow> Rest(IQueryable<TRow> rows, RowPlace<T>? after, bool descending)
        {
            if (!optional || (after is { } last && Later(last, descending) is null))
                return Sort(Parts(rows, after, descending)[0], descending);
            var unknown = Expression.Equal(column.Body, s_nothing);
            var rest = after is { } place ? rows.Where(Lambda(Expression.OrElse(unknown, Later(place, descending)!))) : rows;
            var known = rest.OrderBy(Lambda(unknown));
            return descending ? known.ThenByDescending(column).ThenByDescending(row => row.Id) : known.ThenBy(column).ThenBy(row => row.Id);
        }

        public override JsonElement KeyOf(TRow row) => JsonSerializer.SerializeToElement(_read(row), LedgerJson.Options);

        // Texts and ids have no operators, but are compared by a call; choices are compared as the table keeps them, by their names.
        private (Expression Left, Expression Right) Sides(Expression key)
        {
            if (typeof(TKey).IsEnum)
                return (Expression.Convert(column.Body, Enum.GetUnderlyingType(typeof(TKey))), Expression.Convert(key, Enum.GetUnderlyingType(typeof(TKey))));
            if (typeof(TKey) == typeof(string))
                return (Expression.Call(s_compare, column.Body, key), Expression.Constant(0));
            return typeof(TKey) == typeof(Id<T>)
                ? (Expression.Call(column.Body, nameof(Id<>.CompareTo), null, key), Expression.Constant(0))
                : (column.Body, key);
        }

        // Rows of a later key, or of the same and a later id; null where the place has no key. "From the key on" finds the place
        // in the index, which "beyond the key, or equal and beyond the id" does not.
        private BinaryExpression? Later(RowPlace<T> place, bool descending)
        {
            if (place.Key.Deserialize<TKey>(LedgerJson.Options) is not { } value)
                return null;
            var (left, right) = Sides(Held(value));
            var from = descending ? Expression.LessThanOrEqual(left, right) : Expression.GreaterThanOrEqual(left, right);
            return Expression.AndAlso(from, Expression.OrElse(Beyond(left, right, descending), LaterId(place, descending)));
        }

        private BinaryExpression LaterId(RowPlace<T> place, bool descending)
        {
            var id = Expression.Call(Expression.Property(column.Parameters[0], nameof(Row<,>.Id)), nameof(Id<>.CompareTo), null, Held(place.Id));
            return Beyond(id, Expression.Constant(0), descending);
        }

        private IQueryable<TRow> Known(IQueryable<TRow> rows) => rows.Where(Lambda(Expression.NotEqual(column.Body, s_nothing)));

        private IQueryable<TRow> Unknown(IQueryable<TRow> rows) => rows.Where(Lambda(Expression.Equal(column.Body, s_nothing)));

        private static BinaryExpression Beyond(Expression one, Expression other, bool descending) =>
            descending ? Expression.LessThan(one, other) : Expression.GreaterThan(one, other);

        private Expression<Func<TRow, bool>> Lambda(Expression body) => Expression.Lambda<Func<TRow, bool>>(body, column.Parameters);

        // A value in a field of an object becomes a parameter of the statement; a constant would become a part of its text.
        private static MemberExpression Held<TValue>(TValue value) =>
            Expression.Field(Expression.Constant(new Holder<TValue> { Value = value }), nameof(Holder<>.Value));

        private sealed class Holder<TValue>
        {
            public TValue? Value;
        }
    }
}
