using System.Reflection;
using Relight.Access;
using Relight.Deliveries;
using Relight.Facilities;
using Relight.Grid;
using Relight.Register;

namespace Relight.Tests.Access;

/// <summary>What an audience must not see cannot be reached from any view that it may see.</summary>
public class ViewTests
{
    private static readonly Type[] s_places = [typeof(Site), typeof(ExactPlace), typeof(ElementId), typeof(Need), typeof(Facility)];

    public static TheoryData<Type> Views =>
        [.. typeof(ViewAttribute).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ViewAttribute>() is not null)];

    [Theory]
    [MemberData(nameof(Views))]
    public void No_exact_place_can_be_reached_below_operator(Type view)
    {
        if (AudienceOf(view) < Audience.Operator)
            Assert.Empty(Reachable(view).Intersect(s_places));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void No_oblast_can_be_reached_from_a_single_need_or_facility_below_coordination(Type view)
    {
        if (AudienceOf(view) < Audience.Coordination && (Reachable(view).Contains(typeof(Id<Need>)) || Reachable(view).Contains(typeof(Id<Facility>))))
            Assert.DoesNotContain(typeof(AreaCode), Reachable(view));
    }

    // Where something stands on the map is said of places of transport, to coordinators.
    [Theory]
    [MemberData(nameof(Views))]
    public void No_position_can_be_reached_below_coordination(Type view)
    {
        if (AudienceOf(view) < Audience.Coordination)
            Assert.DoesNotContain(typeof(Position), Reachable(view));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void The_public_reaches_no_record_and_no_exact_rating(Type view)
    {
        if (AudienceOf(view) == Audience.Public)
            Assert.DoesNotContain(Reachable(view), type => typeof(Requirement).IsAssignableFrom(type) || typeof(Specification).IsAssignableFrom(type)
                || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>)));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_holds_no_view_for_a_higher_audience(Type view) => Assert.All(
        Reachable(view).Where(type => type.GetCustomAttribute<ViewAttribute>() is not null),
        inner => Assert.True(AudienceOf(inner) <= AudienceOf(view), inner.Name));

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        Assert.Contains(typeof(ExactPlace), Reachable(typeof(SiteForOperator)));
        Assert.Contains(typeof(ExactPlace), Reachable(typeof(Need)));
        Assert.Contains(typeof(AreaCode), Reachable(typeof(NeedForCoordination)));
        Assert.Contains(typeof(Position), Reachable(typeof(PlaceForCoordination)));
    }

    private static Audience AudienceOf(Type view) => view.GetCustomAttribute<ViewAttribute>()!.Audience;

    // Every type that a value can be read from through properties, elements of lists, and cases of closed hierarchies.
    private static HashSet<Type> Reachable(Type from)
    {
        var reached = new HashSet<Type>();
        var open = new Queue<Type>([from]);
        while (open.TryDequeue(out var type))
        {
            if (!reached.Add(type))
                continue;
            if (IsId(type))
                continue;
            foreach (var argument in type.GetGenericArguments())
                open.Enqueue(argument);
            if (type.IsArray)
                open.Enqueue(type.GetElementType()!);
            if (type.Namespace?.StartsWith("Relight", StringComparison.Ordinal) != true)
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
                open.Enqueue(property.PropertyType);
            foreach (var derived in type.Assembly.GetTypes().Where(other => other.BaseType == type))
                open.Enqueue(derived);
        }
        return reached;
    }

    // The id of a need says nothing of the need.
    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);
}
