using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on needs as the database tests them. Numbers that are not known meet none.</summary>
public static class NeedSearch
{
    /// <summary>The short name holds a text.</summary>
    public static RowCondition<NeedRow> Title(RelightContext db, Id<Operation> operation, string text)
    {
        var words = SearchText.Of(text);
        return RowText.Holding<Need, NeedRow>(db, operation, row => row.Words.Contains(words));
    }

    /// <summary>It is of one of these kinds.</summary>
    public static RowCondition<NeedRow> Kind(IReadOnlyCollection<NeedKind> kinds)
    {
        var wanted = kinds.ToList();
        return new(row => wanted.Contains(row.Kind));
    }

    /// <summary>One of these would serve it.</summary>
    public static RowCondition<NeedRow> Item(IReadOnlyCollection<ItemKind> kinds)
    {
        var wanted = kinds.ToList();
        return new(row => wanted.Contains(row.Item));
    }

    /// <summary>Its priority is one of these.</summary>
    public static RowCondition<NeedRow> Priority(IEnumerable<Priority> priorities)
    {
        var wanted = priorities.Select(priority => (int)priority).ToList();
        return new(row => wanted.Contains(row.Urgency));
    }

    /// <summary>Its deadline is on or between two days.</summary>
    public static RowCondition<NeedRow> Deadline(DateOnly first, DateOnly last) => new(row => row.Deadline >= first && row.Deadline <= last);

    /// <summary>The name of who needs it holds a text.</summary>
    public static RowCondition<NeedRow> Organisation(RelightContext db, Id<Operation> operation, string text)
    {
        if (Names.Holding(db, operation, text) is { } names)
            return Organisation(names);
        var words = SearchText.Of(text);
        return new(row => row.OrganisationWords.Contains(words));
    }

    /// <summary>Who needs it has one of these names, as <see cref="SearchText"/> folds them.</summary>
    public static RowCondition<NeedRow> Organisation(IReadOnlyCollection<string> names)
    {
        var wanted = names.ToList();
        return new(row => wanted.Contains(row.OrganisationWords));
    }

    /// <summary>It is in one of these oblasts; an empty code stands for needs at no one place.</summary>
    public static RowCondition<NeedRow> Oblast(IReadOnlyCollection<string> codes)
    {
        var wanted = codes.Where(code => code.Length > 0).ToList();
        return wanted.Count < codes.Count
            ? new(row => row.Oblast == null || wanted.Contains(row.Oblast)) { MeetsUnknown = true }
            : new(row => wanted.Contains(row.Oblast!));
    }

    /// <summary>Its version lies in a range.</summary>
    public static RowCondition<NeedRow> Version(double low, double high)
    {
        var (least, most) = WholeRange.Of(low, high);
        return new(row => row.Version >= least && row.Version <= most);
    }

    /// <summary>Its voltage lies in a range, in kV.</summary>
    public static RowCondition<NeedRow> Kilovolts(double low, double high) => new(row => row.Kilovolts >= low && row.Kilovolts <= high);

    /// <summary>The load of its bay lies in a range, in MVA.</summary>
    public static RowCondition<NeedRow> Megavoltamperes(double low, double high) => new(row => row.Megavoltamperes >= low && row.Megavoltamperes <= high);

    /// <summary>The load of its facility lies in a range, in kW.</summary>
    public static RowCondition<NeedRow> Kilowatts(double low, double high) => new(row => row.Kilowatts >= low && row.Kilowatts <= high);

    /// <summary>The number of its units lies in a range.</summary>
    public static RowCondition<NeedRow> Units(double low, double high)
    {
        var (least, most) = WholeRange.Of(low, high);
        return new(row => row.Units >= least && row.Units <= most);
    }

    /// <summary>The goods that it is for certainly lie in a range.</summary>
    public static RowCondition<NeedRow> Amount(AmountRange range)
    {
        var (measure, low, high) = range;
        return range.IsOpen
            ? new(row => row.Measure == measure && row.Lower >= low)
            : new(row => row.Measure == measure && row.Lower >= low && row.Lower <= high && row.Upper <= high);
    }

    /// <summary>The money that it is for certainly lies in a range.</summary>
    public static RowCondition<NeedRow> Money(AmountRange range)
    {
        var (currency, low, high) = range;
        return range.IsOpen
            ? new(row => row.Currency == currency && row.ValueLower >= low)
            : new(row => row.Currency == currency && row.ValueLower >= low && row.ValueLower <= high && row.ValueUpper <= high);
    }

    /// <summary>It has one of these ids.</summary>
    public static RowCondition<NeedRow> Ids(IEnumerable<Id<Need>> ids)
    {
        var wanted = ids.ToList();
        return new(row => wanted.Contains(row.Id));
    }
}
