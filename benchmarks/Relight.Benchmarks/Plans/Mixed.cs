using Relight.Grid;
using Relight.Restoration;

namespace Relight.Benchmarks.Plans;

/// <summary>Makes of repairs that are all alike ones as they are in life: of different length, skill and arrival, some after others, some far apart.</summary>
internal static class Mixed
{
    private const int LongestHours = 24;
    private const int LastArrivalHours = 96;

    /// <summary>The same damage, drawn with a seed of its own, so that it is the same each time.</summary>
    public static RestorationProblem Of(RestorationProblem problem)
    {
        var random = new Random(11);
        Repair[] repairs =
        [
            .. problem.Repairs.Select(repair => repair with
            {
                Hours = 2 * random.Next(1, (LongestHours / 2) + 1),
                Skill = repair.Element.Kind == ElementKind.Branch && random.Next(4) > 0 ? "line" : "substation",
                AvailableFrom = random.Next(4) == 0 ? 12 * random.Next(1, (LastArrivalHours / 12) + 1) : 0,
            }),
        ];
        for (var k = 0; k < repairs.Length / 10; k++)
            if (random.Next(repairs.Length) is var first && random.Next(repairs.Length) is var then && first < then)
                repairs[then] = repairs[then] with { After = [repairs[first].Element] };
        var travel = new Dictionary<(ElementId, ElementId), Travel>();
        for (var k = 0; k < 3 * repairs.Length; k++)
            if (random.Next(repairs.Length) is var from && random.Next(repairs.Length) is var to && from != to)
                travel[(repairs[from].Element, repairs[to].Element)] = new Travel(repairs[from].Element, repairs[to].Element, random.Next(1, 6));
        return new RestorationProblem(
            $"{problem.Name} mixed",
            problem.Network,
            repairs,
            [.. problem.Crews.Select((crew, c) => crew with { Skills = c % 3 == 2 ? ["line"] : ["line", "substation"] })],
            [.. travel.Values]);
    }
}
