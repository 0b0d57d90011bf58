using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Funds;
using Relight.Register;
using Relight.Storage;
using ForCoordination = Relight.Web.Api.ListField<Relight.Funds.Fund, Relight.Storage.FundRow, Relight.Funds.FundForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Funds.Fund, Relight.Storage.FundRow, Relight.Funds.FundForDonor>;

namespace Relight.Web.Api;

/// <summary>Pooled money: what is paid in, held, contracted and paid out. A fund never owes, so that no version is sent: the register decides by what is there.</summary>
internal static class FundRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("funds", "funds", DonorList, CoordinationList)
        .Command(Open).Command(PayIn).Command(GiveBack).Command(Reserve).Command(Contract).Command(Pay).Command(Release)
        .Read<ListPage<ExchangeRate>>("exchange-rates", Audience.Donor, "The exchange rates of the operation, by pair and day", async call =>
        {
            await using var db = call.Database.Open();
            return Results.Json(new ListPage<ExchangeRate>(await AppealList.ExchangeRates(db, call.Operation, call.Cancel), null), ApiJson.Options);
        })
        .Command(Rate);

    /// <summary>A fund to be opened.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Holder">Who holds the money.</param>
    /// <param name="Currency">The currency that it is kept in.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record FundBody(string Name, Id<Organisation> Holder, Currency Currency, Id<Fund>? Id = null);

    /// <summary>Money that was paid into a fund.</summary>
    /// <param name="Donors">Who paid, alone or jointly.</param>
    /// <param name="Amount">What reached the fund, in its currency.</param>
    /// <param name="Date">The day on which it arrived.</param>
    /// <param name="Earmark">What it may be spent on alone; left out for anything.</param>
    /// <param name="Contribution">The contribution that it pays out.</param>
    /// <param name="Given">What was given, where that was in another currency.</param>
    /// <param name="Rate">The rate by which it was converted, with day and source.</param>
    /// <param name="Id">Id of the payment; made from the Idempotency-Key where it is left out.</param>
    public sealed record PaymentBody(
        IReadOnlyList<Id<Organisation>> Donors, Amount Amount, DateOnly Date, string? Earmark = null,
        Id<Contribution>? Contribution = null, Money? Given = null, ExchangeRate? Rate = null, Id<FundPayment>? Id = null);

    /// <summary>What goes back to a donor.</summary>
    /// <param name="Amount">How much.</param>
    /// <param name="Why">The reason.</param>
    public sealed record ReturnBody(Amount Amount, string Why);

    /// <summary>Money to be held for a purpose.</summary>
    /// <param name="Amount">How much.</param>
    /// <param name="Purpose">What it is for.</param>
    /// <param name="Earmark">The earmark whose money it may use; left out for money without one alone.</param>
    /// <param name="Need">The need that it is for.</param>
    /// <param name="Id">Id of the reservation; made from the Idempotency-Key where it is left out.</param>
    public sealed record ReservationBody(Amount Amount, string Purpose, string? Earmark = null, Id<Need>? Need = null, Id<Reservation>? Id = null);

    /// <summary>A contract for which money is reserved.</summary>
    /// <param name="Amount">The price.</param>
    /// <param name="Seller">The seller.</param>
    /// <param name="Contract">Number of the contract, or what else names it.</param>
    public sealed record ContractBody(Amount Amount, string Seller, string Contract);

    /// <summary>A payment to a seller.</summary>
    /// <param name="Amount">What was paid now.</param>
    /// <param name="Date">The day of the payment.</param>
    public sealed record SpendingBody(Amount Amount, DateOnly Date);

    /// <summary>An exchange rate.</summary>
    /// <param name="Rate">The rate, with its day and its source.</param>
    /// <param name="Replaces">The rate that the sender saw for this pair and day and puts right; left out where there was none.</param>
    public sealed record RateBody(ExchangeRate Rate, decimal? Replaces = null);

    private static Listing DonorList { get; } = new Listing<Fund, FundRow, FundForDonor>("funds", Audience.Donor)
    {
        Views = async (db, call, rows) => InOrder(rows, await FundList.ReadForDonor(db, call.Operation, call.Reader.Organisation, call.Time.GetUtcNow(), call.Cancel, [.. rows.Select(row => row.Id)]), fund => fund.Id),
        Fields =
        [
            ForDonor.Text("name", "#activity+name", view => view.Name) with { Column = RowOrder<Fund, FundRow>.By(row => row.Name) },
            ForDonor.Text("holder", "#org+holder", view => view.Holder),
            ForDonor.Choice("currency", "#currency+code", view => view.Currency),
            ForDonor.Number("paidIn", "#value+paid", "", view => view.PaidIn.Number),
            ForDonor.Number("spent", "#value+spent", "", view => view.Spent.Number),
            ForDonor.Number("balance", "#value+balance", "", view => view.Balance.Number),
            ForDonor.Choice("id", "#activity+id", view => view.Id),
        ],
    };

    private static Listing CoordinationList { get; } = new Listing<Fund, FundRow, FundForCoordination>("funds", Audience.Coordination)
    {
        Views = async (db, call, rows) => InOrder(rows, await FundList.ReadForCoordination(db, call.Operation, call.Time.GetUtcNow(), call.Cancel, [.. rows.Select(row => row.Id)]), fund => fund.Id),
        Version = row => row.Version,
        Fields =
        [
            ForCoordination.Text("name", "#activity+name", view => view.Name) with { Column = RowOrder<Fund, FundRow>.By(row => row.Name) },
            ForCoordination.Text("holder", "#org+holder", view => view.Holder),
            ForCoordination.Choice("currency", "#currency+code", view => view.Currency),
            ForCoordination.Number("balance", "#value+balance", "", view => view.Balance.Number),
            ForCoordination.Number("payments", "#meta+payments+num", "", view => view.Payments.Count),
            ForCoordination.Number("reservations", "#meta+reservations+num", "", view => view.Reservations.Count),
            ForCoordination.Choice("id", "#activity+id", view => view.Id),
        ],
    };

    private static CommandRoute<FundBody> Open { get; } = new("POST", "funds", Audience.Coordination, "fund", "Opens a fund; it is empty at first")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Fund>.Named($"{key}");
            return Wanted.Of(new OpenFund(id, body.Name, body.Holder, body.Currency), $"funds/{id}");
        },
    };

    private static CommandRoute<PaymentBody> PayIn { get; } = new("POST", "funds/{id}/payments", Audience.Coordination, "payment", "Enters money that was paid into a fund")
    {
        Make = (call, body, key) => call.IdOf<Fund>() is not { } fund
            ? Wanted.No(Problem.NotFound)
            : Wanted.Of(
                new ContributeToFund(new FundPayment(
                    body.Id ?? Id<FundPayment>.Named($"{key}"), fund, GivenDonors.Of(body.Donors), body.Contribution, body.Amount, body.Earmark, body.Given, body.Rate, body.Date)),
                $"funds/{fund}",
                faults: GivenDonors.Faults(body.Donors)),
    };

    private static CommandRoute<ReturnBody> GiveBack { get; } = new("POST", "payments/{id}/returns", Audience.Coordination, "payment", "Gives a payment back to its donor, in whole or in part, or corrects one that was entered too high")
    {
        Changed = FundOf<FundPayment>((db, id) => db.FundPayments.Where(row => row.Id == id).Select(row => row.Fund)),
        Make = (call, body, _) => call.IdOf<FundPayment>() is { } id
            ? Wanted.Of(new WithdrawFromFund(id, body.Amount, body.Why), "funds")
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<ReservationBody> Reserve { get; } = new("POST", "funds/{id}/reservations", Audience.Coordination, "reservation", "Holds money of a fund for a purpose, for five days unless it is put under contract by then")
    {
        Make = (call, body, key) => call.IdOf<Fund>() is { } fund
            ? Wanted.Of(new ReserveFromFund(body.Id ?? Id<Reservation>.Named($"{key}"), fund, body.Amount, body.Purpose, body.Earmark, body.Need), $"funds/{fund}")
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<ContractBody> Contract { get; } = OfReservation<ContractBody>(
        "contract", "Puts reserved money under contract; what the contract leaves over goes back to the fund",
        (id, body) => new ContractReservation(id, body.Amount, body.Seller, body.Contract));

    private static CommandRoute<SpendingBody> Pay { get; } = OfReservation<SpendingBody>(
        "payments", "Enters that a seller was paid, in whole or in part", (id, body) => new PayContract(id, body.Amount, body.Date));

    private static CommandRoute<LinkRoutes.ReasonBody> Release { get; } = OfReservation<LinkRoutes.ReasonBody>(
        "release", "Gives back to the fund what a reservation holds", (id, body) => new ReleaseReservation(id, body.Why));

    private static CommandRoute<RateBody> Rate { get; } = new("POST", "exchange-rates", Audience.Coordination, "", "Enters the exchange rate of a day, or corrects one")
    {
        Make = (_, body, _) => Wanted.Of(new RecordExchangeRate(body.Rate, body.Replaces), "exchange-rates"),
    };

    private static CommandRoute<TBody> OfReservation<TBody>(string path, string says, Func<Id<Reservation>, TBody, Ledger.ICommand> command)
        where TBody : class => new("POST", $"reservations/{{id}}/{path}", Audience.Coordination, "reservation", says)
        {
            Changed = FundOf<Reservation>((db, id) => db.Reservations.Where(row => row.Id == id).Select(row => row.Fund)),
            Make = (call, body, _) => call.IdOf<Reservation>() is { } id ? Wanted.Of(command(id, body), "funds") : Wanted.No(Problem.NotFound),
        };

    // Payments and reservations are read with their fund.
    private static ChangedRecord FundOf<T>(Func<RelightContext, Id<T>, IQueryable<Id<Fund>>> find) => new("funds", async (db, call) =>
        call.IdOf<T>() is { } id && await find(db, id).ToListAsync(call.Cancel) is [var fund] ? $"{fund}" : null);

    private static IReadOnlyList<TView> InOrder<TView>(IReadOnlyList<FundRow> rows, IEnumerable<TView> views, Func<TView, Id<Fund>> id)
    {
        var byId = views.ToDictionary(id);
        return [.. rows.Select(row => byId[row.Id])];
    }
}
