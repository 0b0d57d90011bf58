using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Deliveries.Place, Relight.Storage.PlaceRow, Relight.Deliveries.PlaceForCoordination>;

namespace Relight.Web.Api;

/// <summary>Places of transport: hubs, ports, border points.</summary>
internal static class PlaceRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("places", "places of transport", List).Command(Record).Command(Change);

    /// <summary>A place of transport as it is to be.</summary>
    /// <param name="Code">Its UN/LOCODE.</param>
    /// <param name="Name">Name.</param>
    /// <param name="GaugesMillimetres">Gauges of the railways that reach it, in mm: 1435, 1520, both or none.</param>
    /// <param name="IsHub">Whether it is a hub, where goods are kept.</param>
    /// <param name="Position">Where it is, in degrees; null where that is not known.</param>
    /// <param name="Id">Its id, for a new one; made from the Idempotency-Key where it is left out.</param>
    public sealed record PlaceBody(Unlocode Code, string Name, IReadOnlyList<int> GaugesMillimetres, bool IsHub = false, Position? Position = null, Id<Place>? Id = null);

    private static Listing List { get; } = new Listing<Place, PlaceRow, PlaceForCoordination>("places", Audience.Coordination)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<PlaceForCoordination>>([.. rows.Select(PlaceForCoordination.Of)]),
        Version = row => row.Version,
        Fields =
        [
            Field.Text("code", "#loc+code", view => view.Code.Code) with { Column = RowOrder<Place, PlaceRow>.By(row => row.Code) },
            Field.Text("name", "#loc+name", view => view.Name),
            Field.Choice("country", "#country+code", view => view.Country),
            Field.Choice("hub", "#loc+hub", view => view.IsHub),
            Field.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static CommandRoute<PlaceBody> Record { get; } = new("POST", "places", Audience.Coordination, "place", "Enters a place of transport")
    {
        Makes = true,
        Make = (_, body, key) => Wanting(body, body.Id ?? Id<Place>.Named($"{key}"), 1),
    };

    private static CommandRoute<PlaceBody> Change { get; } = new("PUT", "places/{id}", Audience.Coordination, "place", "Changes a place of transport as a whole")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<Place>() is { } id && call.SeenVersion() is { } seen
            ? Wanting(body, id, seen + 1)
            : Wanted.No(Problem.NotFound),
    };

    private static Task<(Wanted?, Problem?)> Wanting(PlaceBody body, Id<Place> id, int version) => Wanted.Of(
        new RecordPlace(new Place { Id = id, Version = version, Code = body.Code, Name = body.Name, GaugesMillimetres = body.GaugesMillimetres, IsHub = body.IsHub, Position = body.Position }),
        $"places/{id}",
        version,
        Wanted.OtherId(body.Id, id));
}
