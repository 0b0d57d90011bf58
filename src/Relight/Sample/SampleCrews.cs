using Relight.Grid;
using Relight.Restoration;

namespace Relight.Sample;

/// <summary>A crew of the sample with the area that it comes from.</summary>
/// <param name="Crew">Name, skills and the hour from which it can work.</param>
/// <param name="Home">P-code of its home area.</param>
public sealed record SampleCrew(Crew Crew, string Home);

/// <summary>The crews of the sample and the ways between its sites.</summary>
public static class SampleCrews
{
    private const double KilometresAnHour = 45;
    private const double Detour = 1.3;

    /// <summary>Eight crews; most can set up a transformer, which most of the damage needs.</summary>
    public static IReadOnlyList<SampleCrew> All { get; } =
    [
        Make("North", "UA32", 0, SampleDamage.SubstationSkill, SampleDamage.TransformerSkill),
        Make("East", "UA63", 6, SampleDamage.SubstationSkill, SampleDamage.TransformerSkill, SampleDamage.LineSkill),
        Make("Dnipro", "UA12", 0, SampleDamage.SubstationSkill, SampleDamage.TransformerSkill, SampleDamage.GeneratorSkill),
        Make("South", "UA51", 12, SampleDamage.SubstationSkill, SampleDamage.TransformerSkill, SampleDamage.LineSkill),
        Make("West", "UA46", 0, SampleDamage.SubstationSkill, SampleDamage.TransformerSkill),
        Make("Centre", "UA71", 0, SampleDamage.SubstationSkill, SampleDamage.TransformerSkill),
        Make("Lines", "UA53", 0, SampleDamage.LineSkill, SampleDamage.SubstationSkill),
        Make("Turbines", "UA23", 24, SampleDamage.GeneratorSkill, SampleDamage.SubstationSkill),
    ];

    /// <summary>Hours by road between the sites of any two elements that do not stand at the same one: to half an hour, by distance.</summary>
    public static IReadOnlyList<Travel> TravelBetween(SampleGrid grid, IReadOnlyList<ElementId> elements) =>
    [
        .. from i in Enumerable.Range(0, elements.Count)
           from j in Enumerable.Range(i + 1, elements.Count - i - 1)
           let hours = Hours(grid.SiteOf(elements[i]).KilometresTo(grid.SiteOf(elements[j])))
           where hours > 0
           select new Travel(elements[i], elements[j], hours),
    ];

    private static double Hours(double kilometres) =>
        Math.Round(kilometres * Detour / KilometresAnHour * 2, MidpointRounding.ToPositiveInfinity) / 2;

    private static SampleCrew Make(string name, string home, double from, params string[] skills) =>
        new(new Crew { Name = name, Skills = skills, AvailableFrom = from }, home);
}
