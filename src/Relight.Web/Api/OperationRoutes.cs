using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Operation, Relight.Storage.OperationRow, Relight.Register.OperationInList>;

namespace Relight.Web.Api;

/// <summary>Operations, and what was promised in one and how far it has come.</summary>
internal static class OperationRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .ListAt(HttpInterface.Root + "/operations", "operations", List)
        .CommandAt(HttpInterface.Root + "/operations", Open);

    /// <summary>An operation to be opened.</summary>
    /// <param name="Name">Name, e.g. <c>Winter 2022-23</c>.</param>
    /// <param name="Beneficiaries">Countries that the help is for; at least one.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record OperationBody(string Name, IReadOnlyList<Country> Beneficiaries, Id<Operation>? Id = null);

    private static Listing List { get; } = new Listing<Operation, OperationRow, OperationInList>("operations", Audience.Donor)
    {
        Rows = (db, _) => db.Operations,
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<OperationInList>>([.. rows.Select(OperationInList.Of)]),
        Fields =
        [
            Field.Text("name", "#activity+name", view => view.Name) with { Column = RowOrder<Operation, OperationRow>.By(row => row.Name) },
            Field.Choices("beneficiaries", "#country+code+list", view => view.Beneficiaries),
            Field.Choice("id", "#activity+id", view => view.Id),
        ],
    };

    private static CommandRoute<OperationBody> Open { get; } = new("POST", "", Audience.Coordination, "operation", "Opens an operation, with a ledger of its own")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var operation = new Operation(body.Id ?? Id<Operation>.Named($"{key}"), body.Name, body.Beneficiaries);
            return Wanted.Of(new OpenOperation(operation), "");
        },
    };
}
