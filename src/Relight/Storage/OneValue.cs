using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Relight.Storage;

/// <summary>
/// Writes "is one of these" as "is" where these are one, or where one of them is taken. PostgreSQL takes what it finds by a list
/// for unsorted, though the list has one value: instead of pieces of the index that rows are sorted by, it then walks all of it.
/// </summary>
internal sealed class OneValue : ExpressionVisitor
{
    private readonly Func<Expression, IList, IList> _taken;

    private OneValue(Func<Expression, IList, IList> taken) => _taken = taken;

    /// <summary>The same test.</summary>
    public static Expression<Func<TRow, bool>> In<TRow>(Expression<Func<TRow, bool>> test) => new OneValue((_, values) => values).On(test);

    /// <summary>The test for each of the values that it lists for a column; null where it lists none for it.</summary>
    public static IReadOnlyList<(object Value, Expression<Func<TRow, bool>> Test)>? Each<TRow>(Expression<Func<TRow, bool>> test, MemberInfo column)
    {
        bool IsColumn(Expression item) => item is MemberExpression member && member.Member == column;
        IList? listed = null;
        new OneValue((item, values) => IsColumn(item) ? listed = values : values).Visit(test);
        return listed is null ? null
            : [.. listed.Cast<object>().Distinct().Select(value => (value, new OneValue((item, values) => IsColumn(item) ? new[] { value } : values).On(test)))];
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.Name == nameof(Enumerable.Contains))
        {
            var (list, item) = node switch
            {
                { Object: { } many, Arguments: [var one] } => (many, one),
                { Object: null, Arguments: [var many, var one] } => (many, one),
                _ => (null, null),
            };
            if (list is not null && ValueOf(list) is IList values && _taken(item!, values) is { Count: 1 } single)
                return Expression.Equal(item!, Held(single[0], item!.Type));
        }
        return base.VisitMethodCall(node);
    }

    private Expression<Func<TRow, bool>> On<TRow>(Expression<Func<TRow, bool>> test) => (Expression<Func<TRow, bool>>)Visit(test);

    // What a test has caught in a variable; null where it is anything else.
    private static object? ValueOf(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field, Expression: { } holder } => ValueOf(holder) is { } held ? field.GetValue(held) : null,
        _ => null,
    };

    // A value in a field of an object becomes a parameter of the statement; a constant would become a part of its text.
    private static MemberExpression Held(object? value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value)!;
        return Expression.Field(Expression.Constant(holder), nameof(Holder<>.Value));
    }

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}
