using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on offers as the database tests them. Numbers that are not known meet none.</summary>
public static class OfferSearch
{
    /// <summary>The short name holds a text.</summary>
    public static RowCondition<OfferRow> Title(RelightContext db, Id<Operation> operation, string text)
    {
        var words = SearchText.Of(text);
        return RowText.Holding<Offer, OfferRow>(db, operation, row => row.Words.Contains(words));
    }

    /// <summary>The name of who offers it holds a text.</summary>
    public static RowCondition<OfferRow> Donor(RelightContext db, Id<Operation> operation, string text)
    {
        if (Names.Holding(db, operation, text) is { } names)
            return Donor(names);
        var words = SearchText.Of(text);
        return new(row => row.DonorWords.Contains(words));
    }

    /// <summary>Who offers it has one of these names, as <see cref="SearchText"/> folds them.</summary>
    public static RowCondition<OfferRow> Donor(IReadOnlyCollection<string> names)
    {
        var wanted = names.ToList();
        return new(row => wanted.Contains(row.DonorWords));
    }

    /// <summary>Its units are in one of these states.</summary>
    public static RowCondition<OfferRow> Condition(IReadOnlyCollection<UnitCondition> conditions)
    {
        var wanted = conditions.ToList();
        return new(row => wanted.Contains(row.Condition));
    }

    /// <summary>It was made in one of these countries; an empty code stands for offers of which that is not known.</summary>
    public static RowCondition<OfferRow> Origin(IReadOnlyCollection<string> codes)
    {
        var wanted = codes.Where(code => code.Length > 0).ToList();
        return wanted.Count < codes.Count
            ? new(row => row.Origin == null || wanted.Contains(row.Origin)) { MeetsUnknown = true }
            : new(row => wanted.Contains(row.Origin!));
    }

    /// <summary>It leaves from one of these countries; an empty code stands for offers of which that is not known.</summary>
    public static RowCondition<OfferRow> Dispatch(IReadOnlyCollection<string> codes)
    {
        var wanted = codes.Where(code => code.Length > 0).ToList();
        return wanted.Count < codes.Count
            ? new(row => row.Dispatch == null || wanted.Contains(row.Dispatch)) { MeetsUnknown = true }
            : new(row => wanted.Contains(row.Dispatch!));
    }

    /// <summary>The place where it stands holds a text.</summary>
    public static RowCondition<OfferRow> Place(RelightContext db, Id<Operation> operation, string text)
    {
        var words = SearchText.Of(text);
        return RowText.Holding<Offer, OfferRow>(db, operation, row => row.Place!.Contains(words));
    }

    // An end that says nothing is left out: SQLite takes a range with two ends for much rarer than one with a single end.

    /// <summary>It can certainly first leave on or between two days.</summary>
    public static RowCondition<OfferRow> Available(DateOnly first, DateOnly last) =>
        last == DateOnly.MaxValue ? new(row => row.Available >= first)
        : first == DateOnly.MinValue ? new(row => row.Available <= last && row.AvailableLatest <= last)
        : new(row => row.Available >= first && row.Available <= last && row.AvailableLatest <= last);

    /// <summary>It certainly arrives on or between two days.</summary>
    public static RowCondition<OfferRow> Arrival(DateOnly first, DateOnly last) =>
        last == DateOnly.MaxValue ? new(row => row.ArrivalEarliest >= first)
        : first == DateOnly.MinValue ? new(row => row.Arrival <= last)
        : new(row => row.ArrivalEarliest >= first && row.ArrivalEarliest <= last && row.Arrival <= last);

    /// <summary>Its version lies in a range.</summary>
    public static RowCondition<OfferRow> Version(double low, double high)
    {
        var (least, most) = WholeRange.Of(low, high);
        return new(row => row.Version >= least && row.Version <= most);
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
    public static RowCondition<OfferRow> Units(double low, double high)
    {
        var (least, most) = WholeRange.Of(low, high);
        return new(row => row.Units >= least && row.Units <= most);
    }

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
