using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Facilities;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Facilities;
using ForCoordination = Relight.Web.Api.ListField<Relight.Facilities.Facility, Relight.Storage.FacilityRow, Relight.Facilities.FacilityForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Facilities.Facility, Relight.Storage.FacilityRow, Relight.Facilities.FacilityForDonor>;

namespace Relight.Web.Api;

/// <summary>Facilities that people depend on, the sets that go to them, and the fuel to be brought; exact places for operators who ask for them.</summary>
internal static class FacilityRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("facilities", "facilities", DonorList, CoordinationList)
        .Command(Record).Command(Correct).Command(Close).Command(Assign)
        .Command<ListPage<FacilitySiteForOperator>>("POST", "facilities/{id}/site-readings", Audience.Operator, "Gives the exact place of a facility; that it was read is kept in the ledger", context => ReadSites(context, OfOne))
        .Command<ListPage<FacilitySiteForOperator>>("POST", "refuelling/site-readings", Audience.Operator, "Gives the exact places of one's own facilities that fuel is to be brought to; that they were read is kept in the ledger", context => ReadSites(context, OfRefuelling))
        .Read<ListPage<Match>>("facilities/{id}/sets", Audience.Coordination, "Every generating set that is offered, for a facility, with the verdict of each rule, best first", SetsOf)
        .Read<FacilityOutlook>(
            "facility-outlook", Audience.Coordination, "Hours without grid, sets, who is left without and why, and fuel: from=day, days=1..31", OutlookOf,
            ("from", "First day, such as 2022-12-12; today unless given."), ("days", "How many days, 1 to 31; with from alone."));

    /// <summary>A facility as it is to be; what is left out is not known.</summary>
    /// <param name="Title">Short name that gives no site away.</param>
    /// <param name="Kind">What it does.</param>
    /// <param name="Organisation">Who runs it.</param>
    /// <param name="Oblast">P-code of its oblast.</param>
    /// <param name="Exact">Its name and the bus that feeds it; operators alone give it. Where others correct a facility, it stays.</param>
    /// <param name="TypicalKilowatts">Load on an ordinary day, in kW.</param>
    /// <param name="EssentialKilowatts">Load that must be carried, in kW; not above the typical one.</param>
    /// <param name="ThreePhase">Whether it needs three phases.</param>
    /// <param name="Volts">Voltage between phases, or of the one phase, in V.</param>
    /// <param name="People">How many people depend on it.</param>
    /// <param name="ToleranceHours">Hours that it can stand without power.</param>
    /// <param name="Fuels">Fuels that can be had there.</param>
    /// <param name="TankLitres">Fuel that its tank holds, in litres.</param>
    /// <param name="Why">The reason; needed to correct a facility.</param>
    /// <param name="Id">Its id, for a new one; made from the Idempotency-Key where it is left out.</param>
    /// <param name="Need">The need for power at the same place; a set that this need gets is the facility's.</param>
    public sealed record FacilityBody(
        string Title, FacilityKind Kind, Id<Organisation> Organisation, AreaCode? Oblast = null, ExactPlace? Exact = null,
        decimal? TypicalKilowatts = null, decimal? EssentialKilowatts = null, bool? ThreePhase = null, decimal? Volts = null,
        Bounds? People = null, decimal? ToleranceHours = null, IReadOnlyList<string>? Fuels = null, decimal? TankLitres = null,
        string? Why = null, Id<Facility>? Id = null, Id<Need>? Need = null);

    /// <summary>A set that a facility is to get.</summary>
    /// <param name="Offer">The offer of which it gets one unit.</param>
    /// <param name="Why">The reason, where rules cannot tell yet whether it fits.</param>
    /// <param name="Id">Id of the allocation; made from the Idempotency-Key where it is left out.</param>
    public sealed record SetBody(Id<Offer> Offer, string? Why = null, Id<Allocation>? Id = null);

    private static Listing DonorList { get; } = new Listing<Facility, FacilityRow, FacilityForDonor>("facilities", Audience.Donor)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<FacilityForDonor>>([.. rows.Select(FacilityList.ForDonor)]),
        Fields =
        [
            ForDonor.Text("title", "#loc+facility+name", view => view.Title) with { Column = RowOrder<Facility, FacilityRow>.By(row => row.Title) },
            ForDonor.Choice("kind", "#loc+facility+type", view => view.Kind),
            ForDonor.Number("typical", "#capacity+load+typical+kw", "kW", view => view.TypicalKilowatts),
            ForDonor.Number("essential", "#capacity+load+essential+kw", "kW", view => view.EssentialKilowatts),
            ForDonor.Choice("threePhase", "#capacity+phases", view => view.ThreePhase),
            ForDonor.Number("voltage", "#capacity+voltage+v", "V", view => view.Volts),
            ForDonor.Number("tolerance", "#capacity+tolerance+hours", "", view => view.ToleranceHours),
            ForDonor.Choices("fuel", "#item+fuel", view => view.Fuels),
            ForDonor.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static Listing CoordinationList { get; } = new Listing<Facility, FacilityRow, FacilityForCoordination>("facilities", Audience.Coordination)
    {
        Views = (db, call, rows) => FacilityList.ForCoordination(db, call.Operation, rows.Select(row => row.Read()), call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            ForCoordination.Text("title", "#loc+facility+name", view => view.Title) with { Column = RowOrder<Facility, FacilityRow>.By(row => row.Title) },
            ForCoordination.Choice("kind", "#loc+facility+type", view => view.Kind),
            ForCoordination.Text("organisation", "#org+impl", view => view.Organisation),
            ForCoordination.Choice("oblast", "#adm1+code", view => view.Oblast),
            ForCoordination.Number("typical", "#capacity+load+typical+kw", "kW", view => view.TypicalKilowatts),
            ForCoordination.Number("essential", "#capacity+load+essential+kw", "kW", view => view.EssentialKilowatts),
            ForCoordination.Choice("threePhase", "#capacity+phases", view => view.ThreePhase),
            ForCoordination.Number("voltage", "#capacity+voltage+v", "V", view => view.Volts),
            ForCoordination.Quantity("people", "#affected+people", view => [new Quantity(view.People, Unit.Person)]),
            ForCoordination.Number("tolerance", "#capacity+tolerance+hours", "", view => view.ToleranceHours),
            ForCoordination.Choices("fuel", "#item+fuel", view => view.Fuels),
            ForCoordination.Number("tank", "#capacity+tank+litres", "l", view => view.TankLitres),
            ForCoordination.Choice("busKnown", "#status+bus", view => view.BusKnown),
            ForCoordination.Choice("need", "#indicator+need+id", view => view.Need),
            ForCoordination.Choice("needWithdrawn", "#status+need+withdrawn", view => view.NeedWithdrawn),
            ForCoordination.Number("version", "#meta+version", "", view => view.Version),
            ForCoordination.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static CommandRoute<FacilityBody> Record { get; } = new("POST", "facilities", Audience.Coordination, "facility", "Enters a facility that people depend on")
    {
        Makes = true,
        Tell = WithoutPlace,
        Make = (call, body, key) => Wanting(call, body, body.Id ?? Id<Facility>.Named($"{key}"), null),
    };

    private static CommandRoute<FacilityBody> Correct { get; } = new("PUT", "facilities/{id}", Audience.Coordination, "facility", "Changes a facility as a whole")
    {
        NeedsVersion = true,
        Tell = WithoutPlace,
        Make = (call, body, _) => call.IdOf<Facility>() is { } id && call.SeenVersion() is { } seen
            ? Wanting(call, body, id, seen)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Close { get; } = new("POST", "facilities/{id}/closure", Audience.Coordination, "facility", "Takes out a facility that is no longer run, or was entered by mistake")
    {
        NeedsVersion = true,
        Make = async (call, body, _) =>
        {
            if (call.IdOf<Facility>() is not { } id || call.SeenVersion() is not { } seen)
                return (null, Problem.NotFound);
            return await Standing(call, id) is { } standing && NotOwn(call, standing.Organisation) is { } problem
                ? (null, problem)
                : (new Wanted(new CloseFacility(id, seen, body.Why), "facilities"), null);
        },
    };

    private static CommandRoute<SetBody> Assign { get; } = new("POST", "facilities/{id}/sets", Audience.Coordination, "facility", "Assigns a set to a facility: holds one unit for the need for power at its place, and enters that need where there is none")
    {
        NeedsVersion = true,
        Make = async (call, body, key) =>
        {
            if (call.IdOf<Facility>() is not { } id || call.SeenVersion() is not { } seen)
                return (null, Problem.NotFound);
            if (await Standing(call, id) is { } standing && NotOwn(call, standing.Organisation) is { } problem)
                return (null, problem);
            var allocation = body.Id ?? Id<Allocation>.Named($"{key}");
            return (new Wanted(new AssignSet(id, seen, body.Offer, allocation, Id<Need>.Named($"{key}"), body.Why), $"allocations/{allocation}"), null);
        },
    };

    private static Fault? WithoutPlace(Call call, Fault fault) => FacilityEntry.Told(call.Reader, fault);

    private static Problem? NotOwn(Call call, Id<Organisation> organisation) =>
        FacilityEntry.NotOwn(call.Reader, organisation) is { } fault ? Problem.Refused([fault]) : null;

    private static async Task<Facility?> Standing(Call call, Id<Facility> id)
    {
        await using var db = call.Database.Open();
        return (await db.Facilities.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == call.Operation, call.Cancel))?.Read();
    }

    private static async Task<(Wanted? Wanted, Problem? Problem)> Wanting(Call call, FacilityBody body, Id<Facility> id, int? seen)
    {
        var standing = await Standing(call, id);
        // Whoever could give another's facility to itself would learn its place.
        if (NotOwn(call, body.Organisation) is { } notOwn)
            return (null, notOwn);
        if (standing is not null && FacilityEntry.NotOwn(call.Reader, standing.Organisation) is not null)
            return (null, Problem.Refused([FacilityEntry.NotOwn(call.Reader, standing.Organisation)! with { Value = $"{body.Organisation}" }]));
        List<Fault> faults = [.. Wanted.OtherId(body.Id, id)];
        if (FacilityEntry.WrongPlace(call.Reader, body.Organisation, body.Exact) is { } place)
            faults.Add(place);
        if (seen is null && body.Why is { } why)
            faults.Add(new Fault("why", Checks.Shown(why), "must be left out: a new facility needs no reason"));
        var version = (seen ?? 0) + 1;
        var facility = new Facility
        {
            Id = id,
            Version = version,
            Title = body.Title,
            Kind = body.Kind,
            Organisation = body.Organisation,
            Oblast = body.Oblast,
            Exact = body.Exact,
            TypicalKilowatts = body.TypicalKilowatts,
            EssentialKilowatts = body.EssentialKilowatts,
            ThreePhase = body.ThreePhase,
            Volts = body.Volts,
            People = body.People ?? Bounds.Unspecified,
            ToleranceHours = body.ToleranceHours,
            Fuels = body.Fuels ?? [],
            TankLitres = body.TankLitres,
            Need = body.Need,
        };
        var command = FacilityEntry.Command(call.Reader, facility, standing, seen is null ? null : body.Why ?? "");
        return (new Wanted(command, $"facilities/{id}", version) { Faults = faults }, null);
    }

    private static async Task<IResult> ReadSites(HttpContext context, Func<Call, Task<(IReadOnlyList<Id<Facility>>? Ids, IReadOnlyList<Fault> Faults)>> which)
    {
        var (call, problem) = await Call.Of(context, Audience.Operator, writes: true);
        if (call is null)
            return problem!;
        var (ids, faults) = await which(call);
        if (ids is null && faults.Count == 0)
            return Problem.NotFound;
        var command = ids is { Count: > 0 } ? new ReadFacilitySites(ids, call.Reader.Sites) : null;
        if (await call.Unreadable(command, "facility", faults) is { } unreadable)
            return unreadable;
        if (command is null)
            return Results.Json(new ListPage<FacilitySiteForOperator>([], null), ApiJson.Options);
        var (sites, outcome) = await ReadFacilitySites.Run(
            context.RequestServices.GetRequiredService<Commands>(), call.Database, command, new Envelope(call.Key()!.Value, call.Operation, call.By), call.Cancel);
        return call.NotDone(outcome, "facility") ?? Results.Json(new ListPage<FacilitySiteForOperator>(sites, null), ApiJson.Options);
    }

    private static Task<(IReadOnlyList<Id<Facility>>?, IReadOnlyList<Fault>)> OfOne(Call call) => Task.FromResult<(IReadOnlyList<Id<Facility>>?, IReadOnlyList<Fault>)>(
        call.IdOf<Facility>() is { } id ? ([id], [.. call.NotTaken()]) : (null, []));

    private static async Task<(IReadOnlyList<Id<Facility>>?, IReadOnlyList<Fault>)> OfRefuelling(Call call)
    {
        var (period, faults) = FacilityQuestion.Strict(call.Context.Request.Query);
        if (faults.Count > 0)
            return (null, faults);
        var boards = call.Context.RequestServices.GetRequiredService<FacilityBoards>();
        return (await boards.OwnOnTheList(call.Operation, period, call.Reader, call.Cancel), []);
    }

    private static async Task<IResult> SetsOf(Call call)
    {
        if (call.IdOf<Facility>() is not { } id)
            return Problem.NotFound;
        var sets = await call.Context.RequestServices.GetRequiredService<FacilityBoards>().SetsFor(call.Operation, id, null, call.Cancel);
        return sets is null ? Problem.NotFound : Results.Json(new ListPage<Match>(sets, null), ApiJson.Options);
    }

    private static async Task<IResult> OutlookOf(Call call)
    {
        var (period, faults) = FacilityQuestion.Strict(call.Context.Request.Query);
        return faults.Count > 0
            ? Problem.Malformed(faults)
            : Results.Json(await call.Context.RequestServices.GetRequiredService<FacilityBoards>().Outlook(call.Operation, period, call.Cancel), ApiJson.Options);
    }
}
