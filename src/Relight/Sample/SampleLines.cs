namespace Relight.Sample;

/// <summary>Joins the substations at 330 kV and lays the 750 kV backbone.</summary>
internal static class SampleLines
{
    private const int BackboneSites = 8;
    private const int BackboneChords = 4;

    /// <summary>A line to a bus that already has many counts as so many km longer a line, so that lines spread.</summary>
    private const double KilometresALine = 25;

    /// <summary>A ring within each area (two circuits where it has two substations) and a line to each neighbour.</summary>
    public static void ConnectRegionally(GridDraft draft, IReadOnlyList<Substation> substations)
    {
        var byOblast = substations.GroupBy(substation => substation.Oblast.PCode)
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var oblast in Oblast.All)
            Ring(draft, byOblast[oblast.PCode]);
        foreach (var (one, other) in Oblast.Borders)
            Tie(draft, byOblast[one], byOblast[other]);
        // The capital has one neighbour only, and so needs more ways in.
        for (var more = 0; more < 3; more++)
            Tie(draft, byOblast["UA32"], byOblast["UA80"]);
    }

    /// <summary>
    /// 750 kV sites as far from one another as can be, beginning with the most populous area; a ring around the
    /// country and its shortest chords; two banks 750/330 each.
    /// </summary>
    /// <returns>Numbers of the 750 kV buses, in the order of the ring, with the substation each stands at.</returns>
    public static IReadOnlyList<(int Bus, Substation At)> AddBackbone(
        GridDraft draft, IReadOnlyList<Substation> substations)
    {
        var chosen = new List<Substation> { substations.MaxBy(substation => substation.Oblast.People)! };
        while (chosen.Count < BackboneSites)
            chosen.Add(substations.MaxBy(s => chosen.Min(c => Kilometres(draft, s, c)))!);
        var middle = (X: chosen.Average(s => s.Oblast.Longitude), Y: chosen.Average(s => s.Oblast.Latitude));
        var ring = chosen
            .OrderBy(s => Math.Atan2(s.Oblast.Latitude - middle.Y, (s.Oblast.Longitude - middle.X) * 0.65))
            .Select(s => (Bus: AddBackboneBus(draft, s), At: s))
            .ToList();
        for (var i = 0; i < ring.Count; i++)
            draft.AddLine(LineType.Backbone, ring[i].Bus, ring[(i + 1) % ring.Count].Bus);
        var chords =
            from i in Enumerable.Range(0, ring.Count)
            from j in Enumerable.Range(i + 2, Math.Max(0, ring.Count - i - 2))
            where (j + 1) % ring.Count != i
            orderby Kilometres(draft, ring[i].At, ring[j].At)
            select (From: ring[i].Bus, To: ring[j].Bus);
        foreach (var (from, to) in chords.Take(BackboneChords).ToList())
            draft.AddLine(LineType.Backbone, from, to);
        return ring;
    }

    private static int AddBackboneBus(GridDraft draft, Substation at)
    {
        var site = draft.SiteOf(at.Bus330);
        var bus = draft.AddBus($"{at.Name} 750", at.Oblast, site.Longitude, site.Latitude, 750);
        for (var bank = 0; bank < 2; bank++)
            draft.AddAutotransformer(AutotransformerType.Bank, bus, at.Bus330);
        return bus;
    }

    private static void Ring(GridDraft draft, List<Substation> substations)
    {
        for (var i = 0; i < substations.Count; i++)
            draft.AddLine(LineType.Regional, substations[i].Bus330, substations[(i + 1) % substations.Count].Bus330);
    }

    private static void Tie(GridDraft draft, List<Substation> ones, List<Substation> others)
    {
        var (one, other) = (
            from a in ones
            from b in others
            orderby Kilometres(draft, a, b) + (KilometresALine * (draft.DegreeOf(a.Bus330) + draft.DegreeOf(b.Bus330)))
            select (a, b)).First();
        draft.AddLine(LineType.RegionalHeavy, one.Bus330, other.Bus330);
    }

    private static double Kilometres(GridDraft draft, Substation one, Substation other) =>
        draft.SiteOf(one.Bus330).KilometresTo(draft.SiteOf(other.Bus330));
}
