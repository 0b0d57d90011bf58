using Microsoft.EntityFrameworkCore;
using Relight.Facilities;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;
using Relight.Supply;

namespace Relight.Sample;

/// <summary>How far the loading is.</summary>
/// <param name="What">What is being loaded, e.g. <c>claims</c>.</param>
/// <param name="Done">How many of it are.</param>
/// <param name="Of">How many there are.</param>
public sealed record LoadProgress(string What, int Done, int Of);

/// <summary>What became of the loading.</summary>
public enum SampleLoaded
{
    /// <summary>All of it was loaded now.</summary>
    Now,

    /// <summary>All of it was there; nothing was done.</summary>
    Before,
}

/// <summary>
/// Loads the sample operation through the register's use cases, as a coordinator would enter it. Commands have fixed
/// ids: a loading that was broken off goes on where it stopped, and a second one finds everything done.
/// </summary>
/// <param name="database">Where the register is; its tables are made where they are missing.</param>
/// <param name="time">The clock.</param>
public sealed class LoadSample(Database database, TimeProvider time)
{
    /// <summary>Who enters the sample.</summary>
    public const string By = "sample";

    /// <summary>Hour 0 of the sample's scenario.</summary>
    public static readonly DateTimeOffset HourZero = new(2022, 12, 12, 6, 0, 0, TimeSpan.Zero);

    private readonly Commands _commands = new(database, time);

    /// <summary>The sample operation.</summary>
    public static Operation Operation { get; } =
        new(Id<Operation>.Named("sample winter-2022"), "Winter 2022-23 (sample)", [Country.Parse("UA", null)]);

    /// <summary>Its network model.</summary>
    public static Id<GridModel> ModelId { get; } = Id<GridModel>.Named("sample winter-2022");

    /// <summary>Its scenario before anything is matched: lost units wait for the market.</summary>
    public static Id<Scenario> ScenarioId { get; } = Id<Scenario>.Named("sample winter-2022");

    /// <summary>Loads what is not there yet.</summary>
    /// <param name="progress">Is told of every step.</param>
    /// <param name="cancel">Breaks off between two commands.</param>
    /// <exception cref="InvalidOperationException">
    /// The register refuses a part of the sample, which is a mistake of the program, or a data folder of another version.
    /// </exception>
    public async Task<SampleLoaded> Run(IProgress<LoadProgress>? progress = null, CancellationToken cancel = default)
    {
        await database.Migrate(cancel);
        if (await IsThere(cancel))
            return SampleLoaded.Before;
        foreach (var (what, steps) in Steps())
        {
            progress?.Report(new LoadProgress(what, 0, steps.Count));
            foreach (var (index, (key, command)) in steps.Index())
            {
                await Send(key, command, cancel);
                progress?.Report(new LoadProgress(what, index + 1, steps.Count));
            }
        }
        return SampleLoaded.Now;
    }

    /// <summary>True where the last thing that loading enters is there.</summary>
    public async Task<bool> IsThere(CancellationToken cancel = default)
    {
        await using var db = database.Open();
        return await db.Scenarios.AnyAsync(row => row.Id == ScenarioId, cancel);
    }

    private async Task Send(string key, ICommand command, CancellationToken cancel)
    {
        var outcome = await _commands.Run(
            command, new Envelope(Id<Envelope>.Named($"sample winter-2022 {key}").Value, Operation.Id, By), cancel);
        if (!outcome.Done)
            throw new InvalidOperationException($"{key}: {string.Join("; ", outcome.Refusals)}");
    }

    private static IEnumerable<(string What, IReadOnlyList<(string Key, ICommand Command)> Steps)> Steps()
    {
        var (pledges, sample) = (SamplePledges.Default, SampleProblem.Default);
        yield return ("operation", [("operation", new OpenOperation(Operation))]);
        yield return ("organisations", [.. pledges.Organisations.Select(o => ($"organisation {o.Id}", (ICommand)new RecordOrganisation(o)))]);
        yield return ("sources", [.. pledges.Sources.Select(s => ($"source {s.Id}", (ICommand)new RecordSource(s)))]);
        yield return ("claims", [.. pledges.Claims.Select(c => ($"claim {c.Id}", (ICommand)new RecordClaim(c)))]);
        yield return ("links", [.. pledges.Links.Select(l => ($"link {l.Id}", (ICommand)new LinkClaims(l)))]);
        yield return ("contributions", [.. Adoptions(pledges).Select(a => ($"adoption {a.Claim}", (ICommand)a))]);
        yield return ("appeals", [.. SampleFunds.Appeals()]);
        yield return ("fund", [.. SampleFunds.Fund()]);
        yield return ("needs", [.. SampleNeeds.Of(sample).Select(n => ($"need {n.Id}", (ICommand)new RecordNeed(n)))]);
        yield return ("offers", [.. SampleOffers.All.Select(o => ($"offer {o.Id}", (ICommand)new RecordOffer(o)))]);
        yield return ("places", [.. SamplePlaces.Commands()]);
        yield return ("makers", [.. SampleMakers.All.Select(m => ($"maker {m.Id}", (ICommand)new RecordMakerCapacity(m)))]);
        yield return ("deliveries", [.. SampleConsignments.Commands(sample)]);
        yield return ("outage reports", [.. SampleOutages.Commands()]);
        yield return ("facilities", [.. SampleFacilityRecords.Of(sample).Select(f => ($"facility {f.Id}", (ICommand)new RecordFacility(f)))]);
        var (model, scenario) = GridAndDamage();
        yield return ("grid and damage", [("network", new StoreNetwork(model)), ("scenario", new StoreScenario(scenario))]);
    }

    private static IEnumerable<AdoptClaim> Adoptions(SamplePledges pledges)
    {
        foreach (var contribution in pledges.Adoptions.GroupBy(a => a.Contribution))
            foreach (var (version, a) in contribution.Index())
                yield return new AdoptClaim(a.Contribution, version, a.Claim, a.Parts, version == 0 ? a.Title : null, a.Why);
    }

    /// <summary>Its network model and its scenario before anything is matched.</summary>
    public static (GridModel Model, Scenario Scenario) GridAndDamage() => (Model(SampleProblem.Default.Grid), ScenarioOf(SampleProblem.Default));

    private static GridModel Model(SampleGrid grid)
    {
        using var text = new StringWriter();
        MatpowerWriter.Write(grid.Network, text);
        return new GridModel
        {
            Id = ModelId,
            Name = grid.Network.Name,
            Label = SampleGrid.Label,
            Case = text.ToString(),
            Places = [.. grid.Sites.Select(site => new BusPlace(
                site.Bus, site.Name, AreaCode.Parse(site.Oblast, null), site.Longitude, site.Latitude, site.People))],
            Names =
            [
                .. grid.Sites.Select(site => Named(grid, ElementKind.Bus, site.Bus)),
                .. grid.Branches.Select(branch => Named(grid, ElementKind.Branch, branch.Row)),
                .. grid.Generators.Select(unit => Named(grid, ElementKind.Generator, unit.Row)),
            ],
        };
    }

    private static ElementName Named(SampleGrid grid, ElementKind kind, int number)
    {
        var element = new ElementId(kind, number);
        return new ElementName(element, grid.NameOf(element));
    }

    private static Scenario ScenarioOf(SampleProblem sample) => new()
    {
        Id = ScenarioId,
        Model = ModelId,
        Name = "Damage as reported, lost units from the market",
        HourZero = HourZero,
        Json = ScenarioWriter.Write(sample.ToProblem(), "sample-grid.m"),
    };
}
