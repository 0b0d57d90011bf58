using Relight.Ledger;
using Relight.Register;

namespace Relight.Storage;

/// <summary>
/// A record as a state table keeps it: whole, as the text that <see cref="LedgerJson"/> writes,
/// and beside it the columns that lists filter, sort and add up by. The record can grow without the table changing.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TSelf">The row's own type.</typeparam>
public abstract class Row<T, TSelf>
    where T : class
    where TSelf : Row<T, TSelf>
{
    /// <summary>Id of the record.</summary>
    public required Id<T> Id { get; init; }

    /// <summary>The operation that it belongs to.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The record as text.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The record.</summary>
    public T Read() => LedgerJson.Read<T>(Document);

    /// <summary>Puts the record into the row, with its columns.</summary>
    public TSelf With(T record)
    {
        Document = LedgerJson.Write(record);
        FillColumns(record);
        return (TSelf)this;
    }

    /// <summary>Sets the columns that the table has beside the text.</summary>
    protected abstract void FillColumns(T record);
}
