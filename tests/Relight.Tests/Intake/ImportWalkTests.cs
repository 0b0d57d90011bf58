using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Intake;
using Relight.Ledger;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>Walks over every column of every kind of table with every kind of bad cell, and over files that are no tables: each is refused with its place, or kept as the text that it is.</summary>
public class ImportWalkTests
{
    private static readonly string[] s_wrong = ["many", "1,300", "-5", "1e400", "5 kVq", "5 kV", "12 XYZ", "2022-02-30", "16.12.2022", "99999-01-01", "0.0000001", "1e27", "\u0661\u0662", "true"];
    private static readonly string[] s_hidden = ["a\u0007b", "admin\u202Etxt.exe", "\u2066hidden\u2069", "a\u0085b"];
    private static readonly string[] s_texts = ["'; DROP TABLE claim; --", "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "+1+1", "@SUM(1)", "{0} %s ${7*7}", "\"", "a,b;c", "электро 电力 🔌"];

    // What a wrong cell is told of where it is read together with another one.
    private static readonly Dictionary<string, string[]> s_together = new()
    {
        ["unit"] = ["quantity", "amount"],
        ["currency"] = ["value", "amount"],
        ["amount"] = ["unit", "currency"],
        ["value"] = ["currency"],
        ["high_kv"] = ["low_kv"],
        ["site_name"] = ["site_oblast"],
        ["site_oblast"] = ["site_name"],
        ["site_element"] = ["site_name"],
        ["site_bus"] = ["site_name"],
        ["source_text"] = ["quote"],
        ["reference"] = ["name"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, ImportKind, bool> Kinds
    {
        get
        {
            var data = new TheoryData<string, ImportKind, bool>();
            foreach (var database in new[] { TestDatabases.Sqlite, TestDatabases.Postgres })
                foreach (var kind in Enum.GetValues<ImportKind>())
                    foreach (var spreadsheet in new[] { false, true })
                        data.Add(database, kind, spreadsheet);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_wrong_cell_is_told_in_its_row_and_column_or_taken_for_what_it_is(string database, ImportKind kind, bool spreadsheet)
    {
        await using var test = await TestDatabases.Make(database);
        var walk = await Walk.Begin(test, kind, spreadsheet);
        foreach (var column in ImportTables.ColumnsOf(kind))
            foreach (var cell in s_wrong)
                await walk.Try(column.Name, cell);
        foreach (var column in ImportTables.ColumnsOf(kind))
            foreach (var cell in s_hidden)
                await walk.Try(column.Name, cell, mustBeRefused: column.Name != "reference");
        await walk.End();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Queries_markup_and_formulas_are_kept_as_text_wherever_they_are_taken(string database, ImportKind kind, bool spreadsheet)
    {
        await using var test = await TestDatabases.Make(database);
        var walk = await Walk.Begin(test, kind, spreadsheet);
        foreach (var column in ImportTables.ColumnsOf(kind))
            foreach (var cell in s_texts)
                await walk.Try(column.Name, cell, write: true);
        await walk.End();
    }

    [Theory]
    [InlineData(TestDatabases.Sqlite, ImportKind.Claims)]
    [InlineData(TestDatabases.Sqlite, ImportKind.Organisations)]
    [InlineData(TestDatabases.Postgres, ImportKind.Claims)]
    [InlineData(TestDatabases.Postgres, ImportKind.Organisations)]
    public async Task Ten_megabytes_in_any_cell_are_refused_in_their_place_in_few_words(string database, ImportKind kind)
    {
        await using var test = await TestDatabases.Make(database);
        var walk = await Walk.Begin(test, kind, spreadsheet: false);
        foreach (var column in ImportTables.ColumnsOf(kind))
            await walk.Try(column.Name, new string('9', 10_000_000), mustBeRefused: column.Name != "reference");
        await walk.End();
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_damaged_spreadsheet_is_told_wherever_it_is_damaged_and_enters_nothing(string database)
    {
        await using var test = await TestDatabases.Make(database);
        var walk = await Walk.Begin(test, ImportKind.Claims, spreadsheet: true);
        var whole = await File.ReadAllBytesAsync(walk.Write([]), Cancel);
        var random = new Random(4);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole[..(i % 3 == 0 ? random.Next(4, whole.Length) : whole.Length)];
            for (var flip = 0; flip < i % 5; flip++)
                bytes[random.Next(4, bytes.Length)] ^= (byte)(1 << random.Next(8));
            await walk.TryFile(bytes);
        }
        await walk.End(anyNumber: true);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml", 401_000_000)]
    [InlineData("xl/worksheets/sheet1.xml", 4_001_000_000)]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused_before_it_is_unpacked(string part, long unpacked)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var walk = await Walk.Begin(test, ImportKind.Claims, spreadsheet: true);
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = await zip.CreateEntry(part, CompressionLevel.Fastest).OpenAsync(Cancel))
        {
            var zeros = new byte[1 << 20];
            for (var left = unpacked; left > 0; left -= zeros.Length)
                await entry.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), Cancel);
        }
        Assert.Contains("unpacks to more", Assert.Single((await walk.TryFile(packed.ToArray())).Faults).Rule, StringComparison.Ordinal);
    }

    /// <summary>A register with one good row in it, and what was tried on it.</summary>
    private sealed class Walk(RegisterFixture register, ImportKind kind, bool spreadsheet, ScratchFolder folder)
    {
        private readonly List<string> _wrong = [];
        private int _entered;

        private IReadOnlyDictionary<string, string> Good => kind switch
        {
            ImportKind.Claims => new Dictionary<string, string>
            {
                ["donors"] = "France",
                ["item"] = "generatingSet",
                ["description"] = "sets of 50 to 100 kVA",
                ["quantity"] = ">=100",
                ["unit"] = "pcs",
                ["value"] = "5000",
                ["currency"] = "EUR",
                ["stage"] = "announced",
                ["date"] = "2022-11-25",
                ["quote"] = "100 sets",
                ["source_address"] = "https://example.org/a",
                ["source_language"] = "en",
                ["source_retrieved"] = "2022-11-26",
            },
            ImportKind.Needs => new Dictionary<string, string>
            {
                ["title"] = "Autotransformer",
                ["organisation"] = "France",
                ["kind"] = "transformerBay",
                ["priority"] = "high",
                ["units"] = "1",
                ["high_kv"] = "330",
                ["low_kv"] = "110",
            },
            ImportKind.Offers => new Dictionary<string, string> { ["title"] = "Set", ["donor"] = "France", ["item"] = "generatingSet", ["units"] = "2", ["power_kva"] = "100" },
            _ => new Dictionary<string, string> { ["name"] = "Utility", ["kind"] = "utility", ["country"] = "UA" },
        };

        public static async Task<Walk> Begin(TestDatabases test, ImportKind kind, bool spreadsheet)
        {
            var walk = new Walk(await RegisterFixture.Open(test.Database), kind, spreadsheet, new ScratchFolder());
            var report = await walk.Import(walk.Write([]), write: true);
            Assert.True(report.Written, string.Join('\n', report.Faults));
            walk._entered = await walk.Count();
            return walk;
        }

        /// <summary>A file with the good row, some cells of it changed.</summary>
        public string Write(Dictionary<string, string> changed)
        {
            var cells = Good.Concat(changed).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);
            if (spreadsheet)
            {
                using var stream = File.Create(folder.At("table"));
                using var file = new XlsxWriter(stream);
                file.Sheet("table");
                file.Row(cells.Keys);
                file.Row(cells.Values);
            }
            else
            {
                File.WriteAllText(folder.At("table"), $"{string.Join(',', cells.Keys)}\r\n{string.Join(',', cells.Values.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n");
            }
            return folder.At("table");
        }

        /// <summary>Puts a cell into a column and notes what should not have become of it.</summary>
        public async Task Try(string column, string cell, bool mustBeRefused = false, bool write = false)
        {
            // Characters that no XML may hold cannot come in a spreadsheet.
            if (spreadsheet && cell.Any(c => c < ' '))
                return;
            var shown = $"{kind} {column} = {cell[..Math.Min(30, cell.Length)]}";
            try
            {
                var report = await Import(Write(new Dictionary<string, string> { [column] = cell }), write);
                var allowed = s_together.GetValueOrDefault(column, []).Append(column);
                if (report.Faults.Count == 0 && mustBeRefused && !report.Warnings.Any(warning => warning.Row == 2 && warning.Column == column))
                    _wrong.Add($"{shown}: taken");
                if (report.Faults.Count > 0 && !report.Faults.Any(fault => fault.Row == 2 && (fault.Column is null || allowed.Contains(fault.Column))))
                    _wrong.Add($"{shown}: {string.Join("; ", report.Faults)}");
                if (report.Faults.FirstOrDefault(fault => fault.Rule.Length is 0 or > 2_000 || fault.Value?.Length > 200 || fault.Value?.Contains('\u202E', StringComparison.Ordinal) == true) is { } tooLong)
                    _wrong.Add($"{shown}: told in {tooLong.Rule.Length} and {tooLong.Value?.Length} characters");
                await Counted(report, shown);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                _wrong.Add($"{shown}: {error.GetType().Name} {error.Message}");
            }
        }

        /// <summary>Imports some bytes; notes where that throws.</summary>
        public async Task<ImportReport> TryFile(byte[] bytes)
        {
            await File.WriteAllBytesAsync(folder.At("table"), bytes, Cancel);
            var report = await Import(folder.At("table"), write: true);
            await Counted(report, "a file");
            return report;
        }

        /// <summary>Nothing was amiss, and the register is whole.</summary>
        public async Task End(bool anyNumber = false)
        {
            Assert.True(_wrong.Count == 0, $"{_wrong.Count}:\n{string.Join('\n', _wrong.Take(60))}");
            Assert.True(anyNumber || _entered >= 1);
            Assert.Empty((await LedgerReplay.Run(register.Database, Cancel)).Differences);
            await using var db = register.Database.Open();
            Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
            folder.Dispose();
        }

        // What is refused enters nothing, and what is entered is all there.
        private async Task Counted(ImportReport report, string shown)
        {
            var before = _entered;
            _entered = await Count();
            if (_entered - before != (report.Written ? report.Entered : 0))
                _wrong.Add($"{shown}: {_entered - before} entered, {report.Entered} told, written: {report.Written}");
        }

        private Task<ImportReport> Import(string file, bool write) => new ImportFile(register.Database, register.Clock).Run(
            file, new ImportRequest(register.Operation, kind, ColumnChoice.None, !write, "Olena", SitesSeen.All), null, null, Cancel);

        private async Task<int> Count()
        {
            await using var db = register.Database.Open();
            return kind switch
            {
                ImportKind.Claims => await db.Claims.CountAsync(Cancel),
                ImportKind.Needs => await db.Needs.CountAsync(Cancel),
                ImportKind.Offers => await db.Offers.CountAsync(Cancel),
                _ => await db.Organisations.CountAsync(Cancel),
            };
        }
    }
}
