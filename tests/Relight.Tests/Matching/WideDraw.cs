using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>
/// Draws needs and offers of every kind with every value that they have, known or not. Numbers are taken from few, so that
/// limits are met, just kept and just missed, and so that the unit and its place often have the same.
/// </summary>
/// <param name="seed">The same seed draws the same.</param>
internal sealed class WideDraw(int seed)
{
    /// <summary>A class or a sequence in words that no rule understands.</summary>
    public const string Unread = "як було";

    private static readonly decimal[] s_numbers = [9, 30, 80, 90, 94.99m, 95, 99.9m, 100, 100.1m, 105, 110, 120, 125, 300, 400];
    private static readonly ConcurrentDictionary<object, bool> s_optional = new();
    private readonly Random _random = new(seed);

    /// <summary>Every kind of requirement with every kind of equipment that has rules for it.</summary>
    public static IReadOnlyList<(Type Requirement, Type Specification)> Pairs { get; } =
    [
        .. from requirement in Concrete(typeof(Requirement))
           from specification in Concrete(typeof(Specification))
           where specification != typeof(Goods) && Rules.For(requirement, specification).Count > 1
           select (requirement, specification),
    ];

    /// <summary>One of some values.</summary>
    public T Of<T>(params IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    /// <summary>A need.</summary>
    public Need Need(Type requirement, string id = "n") => new()
    {
        Id = Id<Need>.Named(id),
        Version = 1,
        Title = "need",
        Organisation = default,
        Priority = Priority.High,
        Requirement = (Requirement)Object(requirement),
        Units = 1,
    };

    /// <summary>An offer.</summary>
    public Offer Offer(Type specification, string id = "o") => new()
    {
        Id = Id<Offer>.Named(id),
        Version = 1,
        Title = "offer",
        Donor = default,
        Specification = (Specification)Object(specification),
        Units = Of(1, 2, 3, 4),
        Condition = Of(Enum.GetValues<UnitCondition>()),
        DispatchCountry = Of<Country?>(null, Country.Parse("PL", null), Country.Parse("FI", null), Country.Parse("UA", null), Country.Parse("US", null)),
    };

    private static IEnumerable<Type> Concrete(Type of) => of.Assembly.GetTypes().Where(type => type.IsSubclassOf(of) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal);

    private object Object(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(each => Value(each.ParameterType, each.Name!, IsOptional(each)))]);
        }
        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(each => each.SetMethod is not null))
            property.SetValue(made, Value(property.PropertyType, property.Name, IsOptional(property) && property.GetCustomAttribute<RequiredMemberAttribute>() is null));
        return made;
    }

    private static bool IsOptional(object member) => s_optional.GetOrAdd(member, _ =>
        (member is ParameterInfo parameter ? new NullabilityInfoContext().Create(parameter) : new NullabilityInfoContext().Create((PropertyInfo)member)).WriteState == NullabilityState.Nullable);

    private object? Value(Type type, string name, bool optional)
    {
        if (optional && _random.Next(4) == 0)
            return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(decimal) ? Number(name)
            : type == typeof(int) ? (name.Contains("Gauge", StringComparison.Ordinal) ? Of(1435, 1520, 1524) : name.Contains("Clock", StringComparison.Ordinal) ? Of(0, 11) : _random.Next(0, 10))
            : type == typeof(bool) ? _random.Next(2) == 0
            : type.IsEnum ? Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))
            : type == typeof(string) ? Of<string>(name == "AccuracyClass" ? ["0.2", "0.2S", "0.5", "5P20", "5p20", "0.2S/5P30", Unread]
                : name == "DutyCycle" ? ["O-0.3s-CO-3min-CO", "CO-15s-CO", Unread]
                : name == "Fuel" ? ["diesel", "Дизель", "gas", "wood"] : ["diesel", "Diesel", "gas"])
            : type == typeof(VectorGroup) ? VectorGroup.Parse(Of("YNa0d11", "YNd11"), null)
            : type == typeof(Country) ? Country.Parse("PL", null)
            : type == typeof(IReadOnlyList<string>) ? Of<string[]>([], ["diesel"], ["gas", "diesel"])
            : Object(type);
    }

    private decimal Number(string name) =>
        name == "StepPercent" ? Of<decimal>(0, 1.25m, 2, 4)
        : name.Contains("Percent", StringComparison.Ordinal) ? Of<decimal>(1, 2, 4, 9.5m, 10, 10.5m, 11, 14)
        : name.Contains("Hertz", StringComparison.Ordinal) ? Of<decimal>(50, 50, 60)
        : name.Contains("Celsius", StringComparison.Ordinal) ? Of<decimal>(-41, -40, -20)
        : name.Contains("HoursPerDay", StringComparison.Ordinal) ? Of<decimal>(1, 8, 12, 24)
        : Of(s_numbers);
}
