using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Web.Matching;

namespace Relight.Web.Api;

/// <summary>Values that were computed.</summary>
/// <param name="Values">Their id.</param>
[View(Audience.Coordination)]
public sealed record ValuesComputed(Id<NeedValues> Values);

/// <summary>What each unit would bring: proposed allocations, planning and allocating together, the wanted list.</summary>
internal static class WantedRoutes
{
    private const double MostEffort = 60;

    public static void Map(ApiRoutes routes) => routes
        .Read<AllocationProposal>("allocation-proposal", Audience.Coordination, "The best allocation of all open needs and free units, with what each need without lost to: lock=need:offer:units (any number), effort=seconds of the solver, roadFactor, prices for a tonne and kilometre, paces, by and eurosPerMegawattHour for the way", Propose,
            ("lock", "need:offer:units that stay; may be given again."), ("effort", "Seconds of the solver, above 0 and 60 at most."),
            ("roadFactor", "How much longer a way by land is than the straight line."), ("eurosPerTonneKilometre", "What it costs by lorry."),
            ("heavyRoadEurosPerTonneKilometre", "As an abnormal load on roads."), ("railEurosPerTonneKilometre", "By rail."), ("seaEurosPerTonneKilometre", "By ship."), ("airEurosPerTonneKilometre", "By aeroplane."),
            ("by", "road, heavyRoad, rail, sea or air for all ways; left out for what is usual for each."), ("eurosPerMegawattHour", "What energy is worth."),
            ("roadDaysBefore", "Days before a way by lorry begins, where its arrival is reckoned."), ("roadKilometresADay", "Kilometres a day by lorry."),
            ("heavyRoadDaysBefore", "The same as an abnormal load on roads."), ("heavyRoadKilometresADay", "Kilometres a day as an abnormal load."),
            ("railDaysBefore", "The same by rail."), ("railKilometresADay", "Kilometres a day by rail."), ("seaDaysBefore", "The same by ship."), ("seaKilometresADay", "Kilometres a day by ship."),
            ("airDaysBefore", "The same by aeroplane."), ("airKilometresADay", "Kilometres a day by aeroplane."))
        .Read<JointPlanningForCoordination>("joint-planning", Audience.Coordination, "What planning and allocating together gave last, beside allocating first", Joint)
        .Read<WantedList>("wanted-list", Audience.Donor, "What is missing, what would bring most first, with the shortest specification that serves; it names no place", Wanted)
        .Command<ValuesComputed>("POST", "need-values", Audience.Coordination, "Computes anew what each need is worth, from the latest plan, and keeps it: seconds=1 to 60", Compute, ("seconds", "How long it may take, 1 to 60; 20 unless given."));

    private static async Task<IResult> Propose(Call call)
    {
        var query = call.Context.Request.Query;
        var locks = LockText.Read([.. query["lock"]], out var wrong);
        var faults = wrong.Select(refusal => Fault.Of(refusal, "")).Concat(call.NotTaken(["lock", "effort", .. TransportText.Names])).ToList();
        var effort = ProposeAllocation.UsualEffort;
        if (query["effort"].ToString() is { Length: > 0 } text
            && !(double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out effort) && effort is > 0 and <= MostEffort))
            faults.Add(new Fault("effort", Checks.Shown(text), FormattableString.Invariant($"must be above 0, and {MostEffort} at most")));
        var terms = TransportText.Read(name => query[name].ToString(), out var wrongTerms);
        faults.AddRange(wrongTerms.Select(refusal => Fault.Of(refusal, "")));
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        var proposed = await ProposeAllocation.Run(
            db, call.Operation, call.Time.GetUtcNow(), new ProposalOptions { Locks = locks, Effort = effort, Terms = terms }, null, call.Cancel);
        return proposed.Proposal is { } proposal
            ? Results.Json(proposal, ApiJson.Options)
            : Problem.Refused([.. proposed.Refusals.Select(refusal => Fault.Of(refusal, ""))]);
    }

    private static async Task<IResult> Joint(Call call)
    {
        await using var db = call.Database.Open();
        return await JointPlanningForCoordination.Latest(db, call.Operation, call.Cancel) is { } joint ? Results.Json(joint, ApiJson.Options) : Problem.NotFound;
    }

    private static async Task<IResult> Wanted(Call call)
    {
        await using var db = call.Database.Open();
        return Results.Json(await WantedList.Read(db, call.Operation, call.Time.GetUtcNow(), call.Cancel), ApiJson.Options);
    }

    private static async Task<IResult> Compute(HttpContext context)
    {
        var (call, problem) = await Call.Of(context, Audience.Coordination, writes: true);
        if (call is null)
            return problem!;
        var faults = call.NotTaken("seconds").ToList();
        var seconds = ValuesInTheMaking.UsualSeconds;
        if (context.Request.Query["seconds"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds is >= 1 and <= ValuesInTheMaking.MostSeconds))
            faults.Add(new Fault("seconds", Checks.Shown(text), FormattableString.Invariant($"must be a whole number from 1 to {ValuesInTheMaking.MostSeconds}")));
        if (await call.Unreadable(null, "", faults) is { } unreadable)
            return unreadable;
        var key = call.Key()!.Value;
        if (await Earlier(call, key) is { } earlier)
            return earlier;
        var made = await context.RequestServices.GetRequiredService<ValuesInTheMaking>().Run(call.Operation, seconds, call.By, call.Cancel, key);
        return made switch
        {
            null => Problem.Refused([new Fault("seconds", null, "values are being computed already: ask again when they are done")]),
            { Values: { } id } => Results.Json(new ValuesComputed(id), ApiJson.Options),
            _ => Problem.Refused([.. made.Refusals.Select(refusal => Fault.Of(refusal, ""))]),
        };
    }

    // What was computed under a key is not computed again: it takes the whole machine.
    private static async Task<IResult?> Earlier(Call call, Guid key)
    {
        await using var db = call.Database.Open();
        var row = await db.Ledger.AsNoTracking().FirstOrDefaultAsync(row => row.Operation == call.Operation && row.Command == key, call.Cancel);
        if (row is null)
            return null;
        if (EventTypes.Read(row.Type, row.Payload) is not NeedValuesStored stored)
            return Problem.KeyOfAnother;
        call.Context.Response.Headers["Idempotent-Replayed"] = "true";
        return Results.Json(new ValuesComputed(stored.Values.Id), ApiJson.Options);
    }
}
