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
        var table = new Table().Border(TableBorder.Simple).AddColumns("Need", "Gets", "Ready", "Worth, MWh by weight", "From");
        table.Columns[3].RightAligned();
        foreach (var gift in proposal.Gifts)
            table.AddRow(
                new Text(Named(gift.Need)),
                new Text($"{gift.Units} × {gift.OfferTitle}{(gift.Standing > 0 ? $" ({gift.Standing} held)" : "")}"),
                new Text(gift.ReadyAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "not known"),
                new Text(Numbers.Energy((double)gift.Worth)),
                new Text(Words(gift.Basis)));
        terminal.Tables.Write(table);
        terminal.Out.WriteLine(proposal.Gap == 0
            ? $"Worth {Numbers.Energy((double)proposal.Worth)} MWh by weight: proven, no allocation is worth more."
            : $"Worth {Numbers.Energy((double)proposal.Worth)} MWh by weight; none is worth more than {Numbers.Energy((double)proposal.Bound)} (gap {Numbers.Share((double)proposal.Gap)}).");
        WriteWithout(terminal, proposal);
        if (proposal.NotReckoned > 0)
            terminal.Out.WriteLine($"{Numbers.Count(proposal.NotReckoned, "need", "needs")} of goods by amount, or of money, are not reckoned with.");
        if (proposal.ArrivalUnknown > 0)
            terminal.Out.WriteLine($"{Numbers.Count(proposal.ArrivalUnknown, "offer is", "offers are")} left out, for nobody knows when they are there.");
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
                Shortage.WorthNothing => "what would fit comes too late to be worth anything",
                Shortage.WorthMoreElsewhere => $"lost to {lostTo}, by {Numbers.Energy((double)without.By)} MWh by weight",
                _ => "not looked into",
            });
        }
    }

    private static string Named(NeedInProposal need) => need.Oblast is { } oblast ? $"{need.Title}, {oblast}" : need.Title;

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
