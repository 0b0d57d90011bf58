using System.Globalization;
using Relight.Matching;
using Relight.Plans;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>Allocations for people: who gets what, who goes without and why, and what planning and allocating together is worth.</summary>
internal static class AllocationView
{
    /// <summary>Prints a proposal.</summary>
    public static void Write(Terminal terminal, AllocationProposal proposal)
    {
        terminal.Out.WriteLine(proposal.ValuesAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"By values of {at:yyyy-MM-dd HH:mm} UTC{(proposal.ValuesOutOfDate ? ", which are out of date: compute them anew with --compute" : "")}")
            : "No values are computed yet, so that needs at damaged elements count by their priority alone: compute them with --compute");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Need", "Gets", "Ready", "Worth, MWh by weight", "From", "Way");
        table.Columns[3].RightAligned();
        foreach (var gift in proposal.Gifts)
            table.AddRow(
                new Text(Named(gift.Need)),
                new Text($"{gift.Units} × {gift.OfferTitle}{(gift.Standing > 0 ? $" ({gift.Standing} held)" : "")}"),
                new Text((gift.ReadyAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "not known") + (gift.ArrivalReckoned ? " (way reckoned)" : "")),
                new Text(Numbers.Energy((double)gift.Worth)),
                new Text(Words(gift.Basis)),
                new Text(Words(gift.Transport)));
        terminal.Tables.Write(table);
        terminal.Out.WriteLine(proposal.Gap == 0
            ? $"Worth {Numbers.Energy((double)proposal.Worth)} MWh by weight: proven, no allocation is worth more."
            : $"Worth {Numbers.Energy((double)proposal.Worth)} MWh by weight; none is worth more than {Numbers.Energy((double)proposal.Bound)} (gap {Numbers.Share((double)proposal.Gap)}).");
        WriteWays(terminal, proposal);
        WriteWithout(terminal, proposal);
        AmountView.Write(terminal, proposal.Amounts);
        if (proposal.Changes is { } changes)
            WriteChanges(terminal, changes);
        if (proposal.NotReckoned > 0)
            terminal.Out.WriteLine($"{Numbers.Count(proposal.NotReckoned, "need", "needs")} of money, or of goods of which nobody has said how much, are not reckoned with.");
        if (proposal.ArrivalUnknown > 0)
            terminal.Out.WriteLine($"{Numbers.Count(proposal.ArrivalUnknown, "offer is", "offers are")} left out: nobody has said when they are there, nor when and from where they can leave.");
        if (proposal.Interrupted)
            terminal.Out.WriteLine("Interrupted: this is the best allocation found until then.");
    }

    /// <summary>Prints what planning and allocating together gave.</summary>
    public static void Write(Terminal terminal, JointPlanningForCoordination joint)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Units are allocated", "Unserved, MWh", "By weight, MWh", "People-hours");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var (way, loss) in new[] { ("together with the plan", joint.Joint), ("first, by what fits and comes first", joint.ByFit), ("first, by voltage and what comes first", joint.ByVoltage) })
            table.AddRow(way, Numbers.Energy(loss.MegawattHours), Numbers.Energy(loss.WeightedMegawattHours), Numbers.Rounded(loss.PeopleHours));
        terminal.Tables.Write(table);
        terminal.Out.WriteLine(
            $"Together saves {Numbers.Energy(joint.ByVoltage.MegawattHours - joint.Joint.MegawattHours)} MWh ({Numbers.Energy(joint.ByVoltage.WeightedMegawattHours - joint.Joint.WeightedMegawattHours)} by weight) against allocating by voltage,"
            + $" where {Numbers.Count(joint.Misfits)} of {Numbers.Count(joint.GivenByVoltage)} units turn out not to fit and of {Numbers.Count(joint.Doubtful)} it cannot be told yet; and {Numbers.Energy(joint.ByFit.MegawattHours - joint.Joint.MegawattHours)} MWh ({Numbers.Energy(joint.ByFit.WeightedMegawattHours - joint.Joint.WeightedMegawattHours)}) against allocating by fit.");
        terminal.Out.WriteLine($"{Numbers.Count(joint.Rounds.Count, "round", "rounds")}; {Words(joint.End)}. Energies are those that the repaired grid would serve.");
        if (joint is { TransportEuros: { } euros, WaysUnknown: { } unknown })
            terminal.Out.WriteLine($"The ways of its units cost {Numbers.Energy((double)euros)} euros as far as is known; of {Numbers.Count(unknown)} it is not known.");
    }

    private static void WriteWithout(Terminal terminal, AllocationProposal proposal)
    {
        foreach (var without in proposal.Without)
        {
            var lostTo = string.Join("; ", without.LostTo.Select(Named));
            terminal.Out.WriteLine($"Without: {Named(without.Need)} ({Numbers.Count(without.Missing, "unit", "units")}): " + without.Why switch
            {
                Shortage.NothingFits => "nothing that is free fits",
                Shortage.Locked => "what would fit is held for others",
                Shortage.WorthNothing => "what would fit brings nothing there: it comes too late, or no plan that was found gains by it",
                Shortage.WorthMoreElsewhere => $"lost to {lostTo}, by {Numbers.Energy((double)without.By)} MWh by weight",
                _ => "not looked into",
            });
        }
    }

    private static void WriteWays(Terminal terminal, AllocationProposal proposal)
    {
        var terms = proposal.Terms;
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Ways: {proposal.TransportEuros:#,0} EUR as far as is known, at {terms.EurosPerTonneKilometre} EUR per tonne and kilometre by lorry, {terms.HeavyRoadEurosPerTonneKilometre} as an abnormal load, {terms.RailEurosPerTonneKilometre} by rail, {terms.SeaEurosPerTonneKilometre} by ship, {terms.AirEurosPerTonneKilometre} by aeroplane, and {terms.RoadFactor} km by land for each of great circle")
            + (proposal.WaysUnknown > 0 ? $"; of {Numbers.Count(proposal.WaysUnknown, "way", "ways")} it is not known what it costs." : "."));
        terminal.Out.WriteLine(terms.EurosPerMegawattHour is { } price
            ? string.Create(CultureInfo.InvariantCulture, $"They are weighed against what units bring, a MWh by weight being held to be worth {price} EUR; a way of which it is not known what it costs counts as the dearest.")
            : "They decide between allocations of the same worth.");
    }

    private static void WriteChanges(Terminal terminal, IReadOnlyList<ProposalChange> changes)
    {
        terminal.Out.WriteLine(changes.Count == 0 ? "Nothing is other than in the former proposal." : "Other than in the former proposal:");
        foreach (var change in changes)
            terminal.Out.WriteLine($"  {Named(change.Need)}: {Numbers.Count(change.UnitsBefore)} → {Numbers.Count(change.UnitsNow)} × {change.OfferTitle}: " + change.Why switch
            {
                ChangeReason.PairChanged => change.UnitsNow > 0 ? "it can go there now" : "it is no longer free, wanted there or fit for it",
                ChangeReason.ReadyChanged => $"it was to be ready {Instant(change.ReadyBefore)}, and would be {Instant(change.ReadyNow)}",
                ChangeReason.WorthChanged => $"one was worth {Numbers.Energy((double)change.WorthBefore!)} MWh by weight there, and is worth {Numbers.Energy((double)change.WorthNow!)}",
                _ => "others changed, and all together is worth most this way",
            });
    }

    private static string Instant(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "at no known hour";

    /// <summary>A way with what it costs, or what is not known of it.</summary>
    public static string Words(Transport way) => way.Euros is { } euros
        ? string.Create(CultureInfo.InvariantCulture, $"{way.Kilometres:#,0} km {Words(way.Means)}, {euros:#,0} EUR")
        : "cost not known: " + way.Unknown switch
        {
            TransportGap.Start => "where it stands",
            TransportGap.End => "where it is needed",
            _ => "its mass",
        };

    /// <summary>A need by its title and area.</summary>
    public static string Named(NeedInProposal need) => need.Oblast is { } oblast ? $"{need.Title}, {oblast}" : need.Title;

    private static string Words(TransportMeans? means) => means switch
    {
        TransportMeans.HeavyRoad => "as an abnormal load",
        TransportMeans.Rail => "by rail",
        TransportMeans.Sea => "by ship",
        TransportMeans.Air => "by aeroplane",
        _ => "by lorry",
    };

    private static string Words(WorthBasis basis) => basis switch
    {
        WorthBasis.Plan => "planning anew",
        WorthBasis.Load => "the load that it carries",
        _ => "priority alone",
    };

    private static string Words(JointEnd end) => end switch
    {
        JointEnd.Settled => "the last gave the same allocation again",
        JointEnd.Cycle => "the last led back to an earlier allocation, and the best was kept",
        JointEnd.Stopped => "stopped",
        _ => "no more are done, and the best was kept",
    };
}
