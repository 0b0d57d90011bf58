using System.Collections.Concurrent;

namespace Relight.Matching;

/// <summary>Every rule there is: each class of this assembly that is one. A new rule is found by being there.</summary>
public static class Rules
{
    private static readonly ConcurrentDictionary<(Type Requirement, Type Specification), IRule[]> s_for = new();

    /// <summary>The rules, in the order in which verdicts are shown.</summary>
    public static IReadOnlyList<IRule> All { get; } =
    [
        .. typeof(Rules).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IRule)))
            .Select(type => (IRule)Activator.CreateInstance(type)!)
            .OrderBy(rule => rule.Place).ThenBy(rule => rule.Name.English, StringComparer.Ordinal),
    ];

    /// <summary>The rules that have something to say of a type of requirement and a type of specification, in the same order.</summary>
    public static IReadOnlyList<IRule> For(Type requirement, Type specification) => s_for.GetOrAdd(
        (requirement, specification), key => [.. All.Where(rule => rule.IsFor(key.Requirement, key.Specification))]);
}
