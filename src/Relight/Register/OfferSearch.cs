using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on offers as the database tests them. Numbers that are not known meet none.</summary>
public static class OfferSearch
{
    /// <summary>The short name holds a text.</summary>
    public static RowCondition<OfferRow> Title(string text)
    {
        var words = SearchText.Of(text);
        return new(row => row.Words.Contains(words));
    }

    /// <summary>One of these is offered.</summary>
    public static RowCondition<OfferRow> Item(IReadOnlyCollection<ItemKind> kinds)
    {
        var wanted = kinds.ToList();
        return new(row => wanted.Contains(row.Item));
    }

    /// <summary>Voltage of the upper side lies in a range, in kV.</summary>
    public static RowCondition<OfferRow> Kilovolts(double low, double high) => new(row => row.Kilovolts >= low && row.Kilovolts <= high);

    /// <summary>Voltage of the lower side lies in a range, in kV.</summary>
    public static RowCondition<OfferRow> LowKilovolts(double low, double high) => new(row => row.LowKilovolts >= low && row.LowKilovolts <= high);

    /// <summary>Rated apparent power lies in a range, in MVA.</summary>
    public static RowCondition<OfferRow> Megavoltamperes(double low, double high) => new(row => row.Megavoltamperes >= low && row.Megavoltamperes <= high);

    /// <summary>Rated active power lies in a range, in MW.</summary>
    public static RowCondition<OfferRow> Megawatts(double low, double high) => new(row => row.Megawatts >= low && row.Megawatts <= high);

    /// <summary>The mass of a unit lies in a range, in t.</summary>
    public static RowCondition<OfferRow> Tonnes(double low, double high) => new(row => row.Tonnes >= low && row.Tonnes <= high);

    /// <summary>The number of units lies in a range.</summary>
    public static RowCondition<OfferRow> Units(double low, double high) => new(row => row.Units >= low && row.Units <= high);

    /// <summary>It is a part of one of these contributions.</summary>
    public static RowCondition<OfferRow> Contribution(IEnumerable<Id<Contribution>> contributions)
    {
        var wanted = contributions.Select(id => (Id<Contribution>?)id).ToList();
        return new(row => wanted.Contains(row.Contribution));
    }

    /// <summary>It has one of these ids.</summary>
    public static RowCondition<OfferRow> Ids(IEnumerable<Id<Offer>> ids)
    {
        var wanted = ids.ToList();
        return new(row => wanted.Contains(row.Id));
    }
}
