using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Storage;

/// <summary>
/// An order of rows in which a list can go on after any row without counting those before it: by a column, then by id.
/// Rows without a value come last in either direction.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
public abstract class RowOrder<T, TRow>
    where T : class
    where TRow : Row<T, TRow>
{
    /// <summary>The rows in this order.</summary>
    public abstract IQueryable<TRow> Sort(IQueryable<TRow> rows, bool descending);

    /// <summary>Those that come after a row of this key and id.</summary>
    /// <exception cref="JsonException">The key is of another order.</exception>
    public abstract IQueryable<TRow> After(IQueryable<TRow> rows, JsonElement key, Id<T> id, bool descending);

    /// <summary>What a row is ordered by.</summary>
    public abstract JsonElement KeyOf(TRow row);

    /// <summary>The order by a column; its type has operators for less and greater, or is a text.</summary>
    public static RowOrder<T, TRow> By<TKey>(Expression<Func<TRow, TKey>> column) => new Column<TKey>(column);

    private sealed class Column<TKey>(Expression<Func<TRow, TKey>> column) : RowOrder<T, TRow>
    {
        private static readonly bool s_nullable = default(TKey) is null && typeof(TKey) != typeof(string);
        private static readonly MethodInfo s_compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        private readonly Func<TRow, TKey> _read = column.Compile();

        public override IQueryable<TRow> Sort(IQueryable<TRow> rows, bool descending)
        {
            if (!s_nullable)
                return (descending ? rows.OrderByDescending(column) : rows.OrderBy(column)).ThenBy(row => row.Id);
            var known = rows.OrderBy(Lambda(IsNull));
            return (descending ? known.ThenByDescending(column) : known.ThenBy(column)).ThenBy(row => row.Id);
        }

        public override IQueryable<TRow> After(IQueryable<TRow> rows, JsonElement key, Id<T> id, bool descending)
        {
            var value = key.Deserialize<TKey>(LedgerJson.Options);
            var later = Expression.GreaterThan(
                Expression.Call(Expression.Property(column.Parameters[0], nameof(Row<,>.Id)), nameof(Id<>.CompareTo), null, Held(id)), Expression.Constant(0));
            if (value is null)
                return rows.Where(Lambda(Expression.AndAlso(IsNull, later)));
            var bound = Held(value);
            var beyond = Beyond(bound, descending);
            var after = Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(column.Body, bound), later));
            return rows.Where(Lambda(s_nullable ? Expression.OrElse(IsNull, after) : after));
        }

        public override JsonElement KeyOf(TRow row) => JsonSerializer.SerializeToElement(_read(row), LedgerJson.Options);

        private Expression IsNull => Expression.Equal(column.Body, Expression.Constant(null, typeof(TKey)));

        private Expression Beyond(Expression bound, bool descending)
        {
            var (one, other) = typeof(TKey) == typeof(string)
                ? (Expression.Call(s_compare, column.Body, bound), (Expression)Expression.Constant(0))
                : (column.Body, bound);
            return descending ? Expression.LessThan(one, other) : Expression.GreaterThan(one, other);
        }

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
