using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Relight.Storage;

/// <summary>
/// Writes "is one of these" as "is" where these are one. PostgreSQL takes what it finds by a list for unsorted, though the list
/// has one value: instead of one piece of the index that a list is sorted by, it then walks all of it.
/// </summary>
internal sealed class OneValue : ExpressionVisitor
{
    private static readonly OneValue s_visitor = new();

    private OneValue()
    {
    }

    /// <summary>The same test.</summary>
    public static Expression<Func<TRow, bool>> In<TRow>(Expression<Func<TRow, bool>> test) => (Expression<Func<TRow, bool>>)s_visitor.Visit(test);

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.Name == nameof(Enumerable.Contains))
        {
            var (list, item) = node switch
            {
                { Object: { } values, Arguments: [var one] } => (values, one),
                { Object: null, Arguments: [var values, var one] } => (values, one),
                _ => (null, null),
            };
            if (list is not null && ValueOf(list) is IList { Count: 1 } single)
                return Expression.Equal(item!, Held(single[0], item!.Type));
        }
        return base.VisitMethodCall(node);
    }

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
