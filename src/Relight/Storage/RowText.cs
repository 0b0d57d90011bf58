using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relight.Register;

namespace Relight.Storage;

/// <summary>Conditions on texts that an index holds beside the id and nothing else, so that reading all of them is quick.</summary>
public static class RowText
{
    // So few rows are worth a list of their own.
    private const int MostListed = 5_000;

    /// <summary>A text of the row holds another.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <typeparam name="TRow">Its row.</typeparam>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="test">The test, on a column that has such an index.</param>
    public static RowCondition<TRow> Holding<T, TRow>(RelightContext db, Id<Operation> operation, Expression<Func<TRow, bool>> test)
        where T : class
        where TRow : Row<T, TRow> => new(test)
        {
            Shortlist = async cancel =>
            {
                var found = await db.Set<TRow>().Where(row => row.Operation == operation).Where(test)
                    .Select(row => row.Id).Take(MostListed + 1).ToListAsync(cancel);
                return found.Count > MostListed ? null : [.. found.Select(id => id.Value)];
            },
        };
}
