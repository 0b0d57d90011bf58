using System.Globalization;
using Relight.Grid;
using Relight.Restoration;

namespace Relight.Sample;

/// <summary>How badly an element of the sample is hit.</summary>
public enum DamageGrade
{
    /// <summary>Can be mended with what the crews have.</summary>
    Light,

    /// <summary>Waits for parts.</summary>
    Heavy,

    /// <summary>Is lost; waits for another unit.</summary>
    Lost,
}

/// <summary>A damaged element of the sample with the work that it needs.</summary>
/// <param name="Element">The element.</param>
/// <param name="Grade">How badly it is hit.</param>
/// <param name="Work">What is to be done.</param>
/// <param name="Hours">Hours of work.</param>
/// <param name="Skill">Skill that the crew must have.</param>
/// <param name="PartsFrom">Hour from which parts are there; for a lost element, the hour of a unit bought on the market where none is given.</param>
/// <param name="After">Elements that must be back before.</param>
public sealed record DamagedElement(
    ElementId Element,
    DamageGrade Grade,
    string Work,
    double Hours,
    string Skill,
    double PartsFrom,
    IReadOnlyList<ElementId> After)
{
    /// <summary>The repair, with the hour at which its unit arrives where that is known.</summary>
    public Repair ToRepair(double? arrivalHour) => new()
    {
        Element = Element,
        Hours = Hours,
        Skill = Skill,
        AvailableFrom = arrivalHour ?? PartsFrom,
        After = After,
    };
}

/// <summary>
/// Damage to the synthetic grid: whole groups of 330/110 kV autotransformers first of all, with some of their bars and
/// bays, lines, banks of the backbone and generators. Drawn from a seed, in the order in which it was reported.
/// </summary>
public static class SampleDamage
{
    /// <summary>Skill for overhead lines.</summary>
    public const string LineSkill = "line";

    /// <summary>Skill for bars, bays and switchgear.</summary>
    public const string SubstationSkill = "substation";

    /// <summary>Skill for power transformers.</summary>
    public const string TransformerSkill = "transformer";

    /// <summary>Skill for generating units.</summary>
    public const string GeneratorSkill = "generator";

    /// <summary>Hour at which a lost unit can be replaced from the market where nobody gives one.</summary>
    public const double MarketHour = 1440;

    private const int Sites = 28;
    private const int Bars330 = 10;
    private const int Bars110 = 9;
    private const int Banks = 2;
    private const int RegionalLines = 4;
    private const int LocalLines = 2;
    private const int GeneratingUnits = 2;

    /// <summary>Draws the damage of a seed.</summary>
    public static IReadOnlyList<DamagedElement> Make(SampleGrid grid, int seed)
    {
        var random = new Random(seed);
        var damage = new List<DamagedElement>();
        foreach (var (index, bus330) in Hit(grid, random).Index())
            damage.AddRange(AtSubstation(grid, bus330, index, random));
        damage.AddRange(Drawn(grid.Network.Branches.Where(b => b.IsTransformer && Kilovolts(grid, b.From) == 750), Banks, random)
            .Select(bank => new DamagedElement(
                new ElementId(ElementKind.Branch, bank.Row), DamageGrade.Heavy, "bank: replace one phase by the spare, new bushings",
                Hours(96, 168, random), TransformerSkill, Hours(48, 168, random), [])));
        damage.AddRange(Lines(grid, 330, RegionalLines, random));
        damage.AddRange(Lines(grid, 110, LocalLines, random));
        damage.AddRange(GeneratingUnitsHit(grid, random));
        var reported = damage.ToArray();
        random.Shuffle(reported);
        return reported;
    }

    /// <summary>330 kV buses of the substations that are hit: areas drawn one after the other, all substations of each.</summary>
    private static List<int> Hit(SampleGrid grid, Random random)
    {
        var areas = Oblast.All.Select(oblast => oblast.PCode).ToArray();
        random.Shuffle(areas);
        var hit = areas.SelectMany(area => grid.Sites.Where(s => s.Kilovolts == 330 && s.Oblast == area))
            .Take(Sites)
            .Select(site => site.Bus)
            .ToArray();
        random.Shuffle(hit);
        return [.. hit];
    }

    /// <summary>At the first sites the 330 kV bars, at the next ones the 110 kV bars, both with one transformer now and then; at the rest all transformers.</summary>
    private static IEnumerable<DamagedElement> AtSubstation(SampleGrid grid, int bus330, int index, Random random)
    {
        var units = grid.Network.Branches.Where(b => b.IsTransformer && b.From == bus330 && Kilovolts(grid, b.To) == 110).ToList();
        ElementId? bars = index < Bars330 ? new ElementId(ElementKind.Bus, bus330)
            : index < Bars330 + Bars110 ? new ElementId(ElementKind.Bus, units[0].To)
            : null;
        if (bars is { } bus)
            yield return new DamagedElement(
                bus, DamageGrade.Heavy, "bars and bay: new breakers, disconnectors and insulators",
                Hours(36, 96, random), SubstationSkill, Hours(0, 336, random), []);
        foreach (var unit in units.Take(bars is null ? units.Count : random.Next(2) + (index % 3 == 0 ? 1 : 0)))
            yield return Transformer(new ElementId(ElementKind.Branch, unit.Row), bars is { } b ? [b] : [], random);
    }

    private static IEnumerable<DamagedElement> GeneratingUnitsHit(SampleGrid grid, Random random) =>
        Drawn(
            grid.Generators.Where(g => g.Kind is GeneratorKind.Thermal or GeneratorKind.HeatAndPower or GeneratorKind.Hydro),
            GeneratingUnits,
            random)
        .Select(unit => new DamagedElement(
            new ElementId(ElementKind.Generator, unit.Row), DamageGrade.Heavy, "generating unit: overhaul after a fire",
            Hours(120, 240, random), GeneratorSkill, Hours(48, 168, random), []));

    private static DamagedElement Transformer(ElementId element, IReadOnlyList<ElementId> after, Random random) =>
        random.Next(10) switch
        {
            < 3 => new(element, DamageGrade.Light, "autotransformer: seal, new bushings and coolers, fill with oil",
                Hours(48, 96, random), TransformerSkill, 0, after),
            < 6 => new(element, DamageGrade.Heavy, "autotransformer: open, dry, replace windings' outer parts and tap changer",
                Hours(96, 168, random), TransformerSkill, Hours(48, 240, random), after),
            _ => new(element, DamageGrade.Lost, "autotransformer: remove the burnt unit, set up and test another",
                Hours(144, 240, random), TransformerSkill, MarketHour, after),
        };

    private static IEnumerable<DamagedElement> Lines(SampleGrid grid, int kilovolts, int count, Random random) =>
        Drawn(grid.Network.Branches.Where(b => !b.IsTransformer && Kilovolts(grid, b.From) == kilovolts), count, random)
            .Select(line => new DamagedElement(
                new ElementId(ElementKind.Branch, line.Row), DamageGrade.Light,
                string.Create(CultureInfo.InvariantCulture, $"line of {grid.Branches[line.Row - 1].Kilometres} km: towers and conductors"),
                Hours(12, 48, random), LineSkill, 0, []));

    private static List<T> Drawn<T>(IEnumerable<T> from, int count, Random random)
    {
        var all = from.ToArray();
        random.Shuffle(all);
        return [.. all.Take(count)];
    }

    private static double Kilovolts(SampleGrid grid, int bus) => grid.SiteOf(bus).Kilovolts;

    /// <summary>Hours between two figures, to full 6 hours.</summary>
    private static double Hours(int least, int most, Random random) => least + (6 * random.Next(((most - least) / 6) + 1));
}
