using Relight.Access;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using ForCoordination = Relight.Web.Api.ListField<Relight.Matching.Allocation, Relight.Storage.AllocationRow, Relight.Matching.AllocationForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Matching.Allocation, Relight.Storage.AllocationRow, Relight.Matching.AllocationForDonor>;

namespace Relight.Web.Api;

/// <summary>Units of offers that are held for needs: for donors those of their own offers.</summary>
internal static class AllocationRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("allocations", "allocations", DonorList, CoordinationList)
        .Read<IReadOnlyList<HeldBeyond>>("allocations/beyond", Audience.Coordination, "Offers of which needs hold more than there is: units were lost in a hub, or were not there by a count, after they were held", Beyond)
        .Command(Hold).Command(HoldOf).Command(Confirm).Command(Release);

    /// <summary>Units to be held for a need.</summary>
    /// <param name="Need">The need.</param>
    /// <param name="Offer">The offer.</param>
    /// <param name="Units">How many units of the offer.</param>
    /// <param name="Why">The reason, where rules cannot tell yet whether it fits.</param>
    /// <param name="Id">Id of the allocation; made from the Idempotency-Key where it is left out.</param>
    public sealed record HoldBody(Id<Need> Need, Id<Offer> Offer, int Units, string? Why = null, Id<Allocation>? Id = null);

    /// <summary>An amount of goods to be held for a need.</summary>
    /// <param name="Need">The need.</param>
    /// <param name="Offer">The offer.</param>
    /// <param name="Amount">How much: an exact amount, measured as the need is.</param>
    /// <param name="Why">The reason, where rules cannot tell yet whether it fits.</param>
    /// <param name="Id">Id of the allocation; made from the Idempotency-Key where it is left out.</param>
    public sealed record HoldAmountBody(Id<Need> Need, Id<Offer> Offer, Quantity Amount, string? Why = null, Id<Allocation>? Id = null);

    /// <summary>That an allocation is to stand.</summary>
    /// <param name="Why">The reason, where rules cannot tell yet whether it fits.</param>
    public sealed record ConfirmationBody(string? Why = null);

    private static Listing DonorList { get; } = new Listing<Allocation, AllocationRow, AllocationForDonor>("allocations", Audience.Donor)
    {
        Rows = (db, call) => AllocationList.OfDonor(db, call.Operation, call.Reader.Organisation),
        Views = (db, call, rows) => AllocationList.ForDonor(db, rows, call.Time.GetUtcNow(), call.Cancel),
        Fields =
        [
            ForDonor.Day("lapses", "#date+lapse", view => DateOnly.FromDateTime(view.LapsesAt.UtcDateTime)) with { Column = RowOrder<Allocation, AllocationRow>.By(row => row.LapsesAt) },
            ForDonor.Text("offerTitle", "#item+name", view => view.OfferTitle),
            ForDonor.Text("needTitle", "#indicator+need+name", view => view.NeedTitle),
            ForDonor.Number("units", "#item+units", "pcs", view => view.Units) with { Column = RowOrder<Allocation, AllocationRow>.By(row => row.Units) },
            ForDonor.Choice("state", "#status", view => view.State),
            ForDonor.Choice("offer", "#item+id", view => view.Offer),
            ForDonor.Choice("need", "#indicator+need+id", view => view.Need),
            ForDonor.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static Listing CoordinationList { get; } = new Listing<Allocation, AllocationRow, AllocationForCoordination>("allocations", Audience.Coordination)
    {
        Views = (db, call, rows) => AllocationList.ForCoordination(db, call.Operation, rows, call.Time.GetUtcNow(), call.Cancel),
        Fields =
        [
            ForCoordination.Day("lapses", "#date+lapse", view => DateOnly.FromDateTime(view.LapsesAt.UtcDateTime)) with { Column = RowOrder<Allocation, AllocationRow>.By(row => row.LapsesAt) },
            ForCoordination.Text("offerTitle", "#item+name", view => view.OfferTitle),
            ForCoordination.Text("donor", "#org+funding", view => view.Donor),
            ForCoordination.Text("needTitle", "#indicator+need+name", view => view.NeedTitle),
            ForCoordination.Choice("oblast", "#adm1+code", view => view.Oblast),
            ForCoordination.Number("units", "#item+units", "pcs", view => view.Units) with { Column = RowOrder<Allocation, AllocationRow>.By(row => row.Units) },
            ForCoordination.Number("heldBeyond", "#item+units+missing", "pcs", view => view.HeldBeyond),
            ForCoordination.Choice("state", "#status", view => view.State),
            ForCoordination.Choice("offer", "#item+id", view => view.Offer),
            ForCoordination.Choice("need", "#indicator+need+id", view => view.Need),
            ForCoordination.Text("why", "#meta+why", view => view.Why),
            ForCoordination.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static async Task<IResult> Beyond(Call call)
    {
        await using var db = call.Database.Open();
        return Results.Json(await HeldBeyond.Read(db, call.Operation, call.Time.GetUtcNow(), cancel: call.Cancel), ApiJson.Options);
    }

    private static CommandRoute<HoldBody> Hold { get; } = new("POST", "allocations", Audience.Coordination, "allocation", "Holds units of an offer for a need, for five days unless they are confirmed by then")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Allocation>.Named($"{key}");
            return Wanted.Of(new HoldUnits(id, body.Need, body.Offer, body.Units, body.Why), $"allocations/{id}");
        },
    };

    private static CommandRoute<HoldAmountBody> HoldOf { get; } = new("POST", "allocations/amounts", Audience.Coordination, "allocation", "Holds an amount of offered goods for a need, for five days unless it is confirmed by then")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Allocation>.Named($"{key}");
            return Wanted.Of(new HoldAmount(id, body.Need, body.Offer, body.Amount, body.Why), $"allocations/{id}");
        },
    };

    private static CommandRoute<ConfirmationBody> Confirm { get; } = new("POST", "allocations/{id}/confirmation", Audience.Coordination, "allocation", "Makes units that are held stand until they are released")
    {
        Make = (call, body, _) => call.IdOf<Allocation>() is { } id
            ? Wanted.Of(new ConfirmAllocation(id, body.Why), $"allocations/{id}")
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Release { get; } = new("POST", "allocations/{id}/release", Audience.Coordination, "allocation", "Gives units back to their offer")
    {
        Make = (call, body, _) => call.IdOf<Allocation>() is { } id
            ? Wanted.Of(new ReleaseAllocation(id, body.Why), $"allocations/{id}")
            : Wanted.No(Problem.NotFound),
    };
}
