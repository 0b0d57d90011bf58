using Relight.Register;
using Relight.Web.Languages.Words;

namespace Relight.Web.Forms;

/// <summary>An amount of goods in a form: a number, and what it is measured in.</summary>
internal static class AmountEntry
{
    private static readonly Unit[] s_measures = [Unit.Litre, Unit.CubicMetre, Unit.Kilogram, Unit.Tonne, Unit.Metre, Unit.Kilometre, Unit.Piece, Unit.Load];

    /// <summary>What goods are measured in.</summary>
    public static IEnumerable<EntryOption> Measures => s_measures.Select(unit => new EntryOption(unit.Code, UnitWords.Of(unit)));

    /// <summary>
    /// An exact amount; null where none was typed. What is typed and cannot be read is noted, and an amount stands in for it so that
    /// the rest can be checked.
    /// </summary>
    /// <param name="entry">The form.</param>
    /// <param name="amount">The field of the number.</param>
    /// <param name="measure">The field of what it is measured in.</param>
    public static Quantity? Read(Entry entry, string amount, string measure)
    {
        if (entry.Text(amount) is null)
            return null;
        if (!Unit.TryParse(entry.Text(measure), null, out var unit))
            entry.Refuse(measure, entry.Text(measure), entry.Text(measure) is null ? "must be given" : "must be one of the choices");
        return entry.Amount(amount, unit ?? Unit.Litre) is { } read && unit is not null ? read : StandIn(entry, amount, unit ?? Unit.Litre);
    }

    // Noted at both fields where the measure is not known: of an amount in an unknown measure the register has nothing to say.
    private static Quantity StandIn(Entry entry, string amount, Unit unit)
    {
        if (!entry.Faults.Any(fault => fault.Field == amount))
            entry.Refuse(amount, entry.Text(amount), "must be given with what it is measured in");
        return new Quantity(Bounds.Exactly(1), unit);
    }
}
