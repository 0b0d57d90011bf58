using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Grid;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Intake;

/// <summary>What is to be imported, and how.</summary>
/// <param name="Operation">Into which operation.</param>
/// <param name="Kind">The kind of table.</param>
/// <param name="Choice">What the author says of its columns.</param>
/// <param name="DryRun">Whether nothing is to be entered, only told.</param>
/// <param name="By">Who imports.</param>
/// <param name="Seen">Whose exact places the author may give.</param>
public sealed record ImportRequest(Id<Operation> Operation, ImportKind Kind, ColumnChoice Choice, bool DryRun, string By, SitesSeen Seen);

/// <summary>
/// Imports a table, an XLSX or CSV file, row by row. It first reads all of it and holds every row against the register's
/// rules, those parts too of rows in which something cannot be read; only where nothing is wrong does it read it again and enter the rows, some hundreds in one transaction. Ids come
/// from what stands in the rows: an import that was broken off is begun again and enters what is missing.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed partial class ImportFile(Database database, TimeProvider time)
{
    private const int RowsAtATime = 250;

    /// <summary>Reads, and enters where nothing is wrong and no dry run is asked for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="progress">Is told how many rows are read, in both readings together.</param>
    /// <param name="fault">Is told of each fault as it is found, also of those that the report does not list.</param>
    /// <param name="cancel">Breaks off between two transactions.</param>
    public async Task<ImportReport> Run(
        string path, ImportRequest request, IProgress<long>? progress = null, Action<ImportFault>? fault = null, CancellationToken cancel = default)
    {
        var reading = await Reading.Begin(database, request, cancel);
        var (faults, warnings) = (new FaultTally(fault), new FaultTally(null));
        var notRead = NotRead(path);
        Tell(notRead, warnings);
        var counts = await Pass(path, reading, faults, warnings, progress, write: false, cancel);
        var written = false;
        if (faults.Count == 0 && !request.DryRun)
        {
            warnings = new FaultTally(null);
            Tell(notRead, warnings);
            counts = await Pass(path, reading, faults, warnings, progress, write: true, cancel);
            written = faults.Count == 0;
            if (written)
                await Remember(request, cancel);
        }
        return new ImportReport(
            request.Kind, reading.Uses, counts.Rows, faults.Count == 0 || written ? counts.Entered : 0, counts.AlreadyThere, written,
            faults.First, faults.Counts, warnings.First, warnings.Counts);
    }

    private static void Tell(IReadOnlyList<ImportFault> found, FaultTally warnings)
    {
        foreach (var warning in found)
            warnings.Add(warning);
    }

    private static IReadOnlyList<ImportFault> NotRead(string path)
    {
        try
        {
            return [.. Sheet.NotRead(path).Select(sheet => new ImportFault(null, null, sheet, "is a sheet that is not read: of a spreadsheet, the first sheet that is shown is"))];
        }
        catch (SheetException)
        {
            // The reading of the rows tells it as a fault.
            return [];
        }
    }

    private async Task<(long Rows, long Entered, long AlreadyThere)> Pass(
        string path, Reading reading, FaultTally faults, FaultTally warnings, IProgress<long>? progress, bool write, CancellationToken cancel)
    {
        var (rows, entered, there) = (0L, 0L, 0L);
        var (batch, names) = (new List<Draft>(RowsAtATime), new HashSet<string>());
        reading.StartAgain();
        async Task Flush()
        {
            await using var db = database.Open();
            var (added, already) = await new ImportBatch(db, reading.Request, time) { NamesBefore = names, HeadingOf = reading.HeadingOf }.Judge(batch, faults, warnings, write ? new Commands(database, time) : null, cancel);
            names.UnionWith(batch.Select(draft => draft.Organisation?.Name).OfType<string>());
            (entered, there) = (entered + added, there + already);
            batch.Clear();
        }
        try
        {
            foreach (var row in Sheet.Read(path))
            {
                cancel.ThrowIfCancellationRequested();
                if (!reading.TakesHeading(row, faults) && !reading.Failed && reading.Read(row, faults, warnings) is { } draft)
                    batch.Add(draft);
                if (reading.Failed)
                    break;
                if (batch.Count == RowsAtATime)
                    await Flush();
                rows = reading.Rows;
                if (row.Number % 500 == 0)
                    progress?.Report(rows);
            }
            if (reading.Rows == 0 && !reading.Failed)
                faults.Add(new ImportFault(null, null, null, reading.HasHeading ? "there is no row under the heading" : "the file is empty"));
            if (batch.Count > 0)
                await Flush();
        }
        catch (SheetException error)
        {
            faults.Add(new ImportFault(null, null, null, $"the file {error.Message}"));
        }
        progress?.Report(rows);
        return (rows, entered, there);
    }

    private async Task Remember(ImportRequest request, CancellationToken cancel)
    {
        if (request.Choice.Map.Count == 0 && request.Choice.Ignore.Count == 0)
            return;
        var (map, ignore) = (request.Choice.Map.ToDictionary(pair => ImportColumn.Plain(pair.Key), pair => pair.Value), request.Choice.Ignore.Select(ImportColumn.Plain).Distinct().ToList());
        var command = new RememberColumns(request.Kind, map, ignore);
        await new Commands(database, time).Run(command, new Envelope(Id<Envelope>.New(time).Value, request.Operation, request.By), cancel);
    }

    /// <summary>The state of a reading of the file.</summary>
    private sealed partial class Reading
    {
        private readonly IReadOnlyDictionary<string, Id<Organisation>> _organisations;
        private readonly ColumnChoice _remembered;
        private readonly Dictionary<Guid, int> _seen = [];
        private ColumnMapping? _mapping;
        private bool _mayBeTags;
        private RestorationProblem? _grid;

        private Reading(ImportRequest request, IReadOnlyDictionary<string, Id<Organisation>> organisations, ColumnChoice remembered) =>
            (Request, _organisations, _remembered) = (request, organisations, remembered);

        public ImportRequest Request { get; }

        public long Rows { get; private set; }

        public bool HasHeading => _mapping is not null;

        /// <summary>Whether the columns are not understood, so that no row can be.</summary>
        public bool Failed { get; private set; }

        public string HeadingOf(string column) => _mapping?.HeadingOf(column) ?? column;

        public IReadOnlyList<ColumnUse> Uses => _mapping?.Uses ?? [];

        public static async Task<Reading> Begin(Database database, ImportRequest request, CancellationToken cancel)
        {
            await using var db = database.Open();
            var names = await db.Organisations.AsNoTracking().Where(row => row.Operation == request.Operation)
                .Select(row => new { row.Name, row.Id }).ToListAsync(cancel);
            var byName = new Dictionary<string, Id<Organisation>>(StringComparer.OrdinalIgnoreCase);
            foreach (var name in names)
                byName.TryAdd(name.Name, name.Id);
            return new Reading(request, byName, await RememberColumns.Remembered(db, request.Operation, request.Kind, cancel))
            {
                _grid = request.Kind == ImportKind.Needs && await EnteredScenario.Latest(db, request.Operation, cancel) is { } entered
                    ? (await ReadScenario.Run(db, request.Operation, entered.Id, cancel))!.Problem
                    : null,
            };
        }

        public void StartAgain()
        {
            _seen.Clear();
            (_mapping, Rows) = (null, 0);
        }

        /// <summary>Takes the first row that is not empty for the heading, and a row of HXL tags under it for what it is.</summary>
        public bool TakesHeading(SheetRow row, FaultTally faults)
        {
            if (row.IsEmpty)
                return true;
            if (_mapping is null)
            {
                var before = faults.Count;
                _mapping = ColumnMapping.Of([.. row.Cells.Select(cell => cell.Trim())], ImportTables.ColumnsOf(Request.Kind), Request.Choice, _remembered, faults);
                (_mayBeTags, Failed) = (true, faults.Count > before);
                return true;
            }
            var isTags = _mayBeTags && row.Cells.All(cell => string.IsNullOrWhiteSpace(cell) || Tag().IsMatch(cell));
            _mayBeTags = false;
            return isTags;
        }

        /// <summary>The record of a row, with another where something cannot be read; null where the row is one too many.</summary>
        public Draft? Read(SheetRow row, FaultTally faults, FaultTally warnings)
        {
            Rows++;
            var before = faults.Count;
            var (draft, reader) = Read(row, faults, isOther: false);
            if (faults.Count > before)
                draft = draft with { Unread = reader.Faulty, Other = Read(row, new FaultTally(null), isOther: true).Draft };
            if (faults.Count == before && draft.Need?.Site?.Exact.Element is { } element && _grid?.Repairs.All(repair => repair.Element != element) == true)
                warnings.Add(new ImportFault(row.Number, _mapping!.HeadingOf("site_element"), element.ToString(), "is not damaged in the scenario that was entered last, so no repair waits for this need"));
            if (_seen.TryAdd(draft.Id, row.Number))
                return draft;
            faults.Add(new ImportFault(row.Number, null, null, $"is the same as row {_seen[draft.Id]}: take one out, or give each a reference of its own"));
            return null;
        }

        private (Draft Draft, RowReader Reader) Read(SheetRow row, FaultTally faults, bool isOther)
        {
            var reader = new RowReader(row, _mapping!, _organisations, faults, isOther);
            var draft = ImportTables.Read(Request.Kind, reader, Request.Operation);
            var (what, decides) = Request.Kind switch { ImportKind.Needs => ("such a need", "kind"), ImportKind.Offers => ("such an item", "item"), _ => ("this table", (string?)null) };
            reader.NoteUnread(what, decides);
            if (draft.Need is { Site: not null } need && !Request.Seen.Include(need.Organisation))
                reader.Fault("site_name", null, "operators alone give exact places, each its own");
            else if (draft.Need?.Site?.Exact is { } place && _grid is { Network: var network })
                HoldAgainst(network, place, reader);
            return (draft, reader);
        }

        // Only who may give exact places is told which the network has.
        private static void HoldAgainst(Network network, ExactPlace place, RowReader reader)
        {
            if (place.Element is { } element && !network.Contains(element))
                reader.Fault("site_element", element.ToString(), $"must be an element of the network that was entered last, {network.Name}");
            if (place.Bus is { } bus && !network.HasBus(bus))
                reader.Fault("site_bus", $"{bus}", $"must be a bus of the network that was entered last, {network.Name}");
        }

        // A tag of the Humanitarian Exchange Language, with its attributes; #17 and #REF! are none.
        [GeneratedRegex(@"\A\s*#[a-z][a-z0-9_]*(\s*\+[a-z][a-z0-9_]*)*\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
        private static partial Regex Tag();
    }
}
