using System.Globalization;
using Relight.Matching;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>Proposed amounts of goods for people: who gets how much, and who goes short.</summary>
internal static class AmountView
{
    /// <summary>Prints them; nothing where no goods are needed.</summary>
    public static void Write(Terminal terminal, AmountProposal amounts)
    {
        if (amounts.Gifts.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("Need of goods", "Gets", "Of", "There", "Way");
            table.Columns[1].RightAligned();
            foreach (var gift in amounts.Gifts)
                table.AddRow(
                    new Text(AllocationView.Named(gift.Need)),
                    new Text(gift.Amount.ToString()),
                    new Text(gift.OfferTitle),
                    new Text(gift.ThereAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                    new Text(AllocationView.Words(gift.Transport)));
            terminal.Tables.Write(table);
        }
        foreach (var without in amounts.Without)
            terminal.Out.WriteLine($"Short: {AllocationView.Named(without.Need)} ({without.Missing}): " + (without.LostTo.Count == 0
                ? "there is no more of it"
                : $"what there is goes to {string.Join("; ", without.LostTo.Select(AllocationView.Named))}"));
        foreach (var need in amounts.Unspecified)
            terminal.Out.WriteLine($"Not specified: {AllocationView.Named(need)}: nobody has said how much it takes");
        if (amounts.OffersUnspecified > 0)
            terminal.Out.WriteLine($"{Numbers.Count(amounts.OffersUnspecified, "offer of goods is", "offers of goods are")} left out, for nobody has said how much a unit holds.");
    }
}
