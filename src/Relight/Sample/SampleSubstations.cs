namespace Relight.Sample;

/// <summary>A 330/110 kV substation of the draft, with the 110 kV buses that it feeds.</summary>
/// <param name="Oblast">Area.</param>
/// <param name="Name">Made-up name, without voltage.</param>
/// <param name="Bus330">Number of its 330 kV bus.</param>
/// <param name="Bus110">Number of its 110 kV bus.</param>
/// <param name="Outlying">Number of the outlying 110 kV bus that it feeds first.</param>
/// <param name="Megawatts">Demand of both 110 kV buses together.</param>
internal sealed record Substation(
    Oblast Oblast, string Name, int Bus330, int Bus110, int Outlying, double Megawatts);

/// <summary>Places 330/110 kV substations in every area, by demand, with their transformers, 110 kV lines and people.</summary>
internal static class SampleSubstations
{
    /// <summary>About so many MW are behind one substation.</summary>
    private const double MegawattsEach = 300;

    /// <summary>The part of the demand of a substation that is at its own bars.</summary>
    private const double ShareAtBars = 0.6;

    /// <summary>Transformers are chosen for this multiple of the demand behind them.</summary>
    private const double TransformerMargin = 1.3;

    /// <summary>An outlying bus with a higher demand has two circuits to its substation.</summary>
    private const double MegawattsOfTwoCircuits = 95;

    private static readonly string[] s_names =
    [
        "Alder", "Amber", "Anvil", "Arbour", "Aster", "Barley", "Basalt", "Beacon", "Birch", "Bracken", "Bramble",
        "Brook", "Cedar", "Chalk", "Clover", "Cobalt", "Copper", "Coral", "Crane", "Cypress", "Daisy", "Dale", "Elder",
        "Ember", "Falcon", "Fern", "Finch", "Flint", "Foxglove", "Garnet", "Ginger", "Gorse", "Granite", "Harrow",
        "Hawthorn", "Hazel", "Heather", "Heron", "Hornbeam", "Iris", "Ivy", "Jade", "Jasper", "Juniper", "Kestrel",
        "Larch", "Lark", "Laurel", "Lilac", "Linden", "Lupin", "Maple", "Marble", "Meadow", "Mica", "Moss", "Nettle",
        "Oak", "Olive", "Onyx", "Opal", "Orchard", "Osprey", "Otter", "Pebble", "Pine", "Plover", "Poplar", "Quartz",
        "Quince", "Raven", "Reed", "Robin", "Rowan", "Sage", "Slate", "Sorrel", "Sparrow", "Spruce", "Starling",
        "Swift", "Sycamore", "Tamarisk", "Teal", "Thistle", "Thyme", "Topaz", "Tulip", "Walnut", "Willow", "Wren", "Yew",
    ];

    public static IReadOnlyList<Substation> Place(GridDraft draft, Random random)
    {
        var names = new Queue<string>(Shuffled(s_names, random));
        var all = new List<Substation>();
        foreach (var oblast in Oblast.All)
        {
            var placed = PlaceIn(oblast, draft, random, names);
            ConnectLocally(draft, placed);
            all.AddRange(placed);
        }
        return all;
    }

    private static List<Substation> PlaceIn(Oblast oblast, GridDraft draft, Random random, Queue<string> names)
    {
        var demand = oblast.People * SampleGrid.KilowattsAHead / 1000;
        var count = Math.Max(2, (int)Math.Round(demand / MegawattsEach));
        var shares = Enumerable.Range(0, count).Select(_ => 0.75 + (random.NextDouble() * 0.5)).ToArray();
        var placed = new List<Substation>();
        foreach (var point in SpreadPoints(oblast, count, random))
        {
            var share = shares[placed.Count] / shares.Sum();
            var name = names.Dequeue();
            var (longitude, latitude) = point;
            var bus330 = draft.AddBus($"{name} 330", oblast, longitude, latitude, 330);
            var bus110 = draft.AddBus($"{name} 110", oblast, longitude, latitude, 110);
            var (away, up) = NearTo(oblast, point, random);
            var outlying = draft.AddBus($"{name} 110-2", oblast, away, up, 110);
            SetDemand(draft, bus110, oblast, demand * share * ShareAtBars);
            SetDemand(draft, outlying, oblast, demand * share * (1 - ShareAtBars));
            AddTransformers(draft, bus330, bus110, demand * share);
            placed.Add(new Substation(oblast, name, bus330, bus110, outlying, demand * share));
        }
        return placed;
    }

    private static void SetDemand(GridDraft draft, int bus, Oblast oblast, double megawatts)
    {
        var rounded = Math.Round(megawatts, 0);
        var people = rounded / (oblast.People * SampleGrid.KilowattsAHead / 1000) * oblast.People;
        draft.SetDemand(bus, rounded, (int)(Math.Round(people / 1000, 0) * 1000));
    }

    private static void AddTransformers(GridDraft draft, int high, int low, double megawatts)
    {
        var type = megawatts * TransformerMargin <= 2 * AutotransformerType.Small.MegavoltAmperes
            ? AutotransformerType.Small
            : AutotransformerType.Large;
        var count = Math.Max(2, (int)Math.Ceiling(megawatts * TransformerMargin / type.MegavoltAmperes));
        for (var unit = 0; unit < count; unit++)
            draft.AddAutotransformer(type, high, low);
    }

    /// <summary>
    /// One circuit or two to the own outlying bus and one from there to the next substation of the area: a lost substation
    /// gets some help at 110 kV, not enough.
    /// </summary>
    private static void ConnectLocally(GridDraft draft, List<Substation> placed)
    {
        for (var i = 0; i < placed.Count; i++)
        {
            var circuits = placed[i].Megawatts * (1 - ShareAtBars) > MegawattsOfTwoCircuits ? 2 : 1;
            for (var circuit = 0; circuit < circuits; circuit++)
                draft.AddLine(LineType.Distribution, placed[i].Bus110, placed[i].Outlying);
            var next = placed[(i + 1) % placed.Count];
            draft.AddLine(LineType.Distribution, placed[i].Outlying, next.Bus110);
        }
    }

    /// <summary>Points within the area, each the farthest of a few from those already there.</summary>
    private static List<(double Longitude, double Latitude)> SpreadPoints(Oblast oblast, int count, Random random)
    {
        const int Candidates = 12;
        var points = new List<(double, double)>();
        while (points.Count < count)
            points.Add(Enumerable.Range(0, Candidates)
                .Select(_ => PointAround(oblast, oblast.RadiusKilometres * Math.Sqrt(random.NextDouble()), random))
                .ToList()
                .MaxBy(candidate => points.Select(point => Distance(point, candidate)).DefaultIfEmpty(0).Min()));
        return points;
    }

    /// <summary>A third of the way from a point towards another one of the area, so that it stays inside.</summary>
    private static (double Longitude, double Latitude) NearTo(
        Oblast oblast, (double Longitude, double Latitude) point, Random random)
    {
        var other = PointAround(oblast, oblast.RadiusKilometres, random);
        return (Rounded(point.Longitude + ((other.Longitude - point.Longitude) / 3)),
            Rounded(point.Latitude + ((other.Latitude - point.Latitude) / 3)));
    }

    private static (double Longitude, double Latitude) PointAround(Oblast oblast, double kilometres, Random random)
    {
        var angle = random.NextDouble() * 2 * Math.PI;
        const double KilometresADegree = 111.2;
        var east = kilometres * Math.Cos(angle) / Math.Cos(double.DegreesToRadians(oblast.Latitude));
        return (Rounded(oblast.Longitude + (east / KilometresADegree)),
            Rounded(oblast.Latitude + (kilometres * Math.Sin(angle) / KilometresADegree)));
    }

    private static double Distance((double X, double Y) one, (double X, double Y) other) =>
        Math.Pow((one.X - other.X) * 0.65, 2) + Math.Pow(one.Y - other.Y, 2);

    private static double Rounded(double degrees) => Math.Round(degrees, 2);

    private static List<string> Shuffled(string[] names, Random random)
    {
        var copy = names.ToArray();
        random.Shuffle(copy);
        return [.. copy];
    }
}
