using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Relight.Ledger;

namespace Relight.Intake;

/// <summary>
/// What a spreadsheet holds that its cells alone do not tell: sheets beside the one that is read, and cells that would be read as
/// something else than they are.
/// </summary>
internal static class SpreadsheetSheets
{
    /// <summary>Names of sheets that hold something and are not read, in their order; the sheet of a template that explains its columns is left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Name of the sheet that is read.</param>
    public static IReadOnlyList<string> NotRead(string path, string read)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. Parts(zip).Where(sheet => sheet.Name != read && sheet.Name != ImportTemplate.SheetOfColumns && HasCell(zip, sheet.Part)).Select(sheet => sheet.Name)];
    }

    /// <summary>Cells of a sheet of which the reader of spreadsheets would make something else than what stands there.</summary>
    public static SheetFlaws Flaws(string path, string sheet)
    {
        using var zip = ZipFile.OpenRead(path);
        var flaws = new SheetFlaws();
        if (Parts(zip).FirstOrDefault(each => each.Name == sheet).Part is not { } part || zip.GetEntry(part) is not { } entry)
            return flaws;
        using var stream = entry.Open();
        using var xml = Reader(stream);
        var (cell, lastShared) = (default(Cell), (Place: "", Index: -1));
        var order = new CellOrder();
        while (xml.Read())
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    if (!order.Begins(xml.GetAttribute("r")))
                        flaws.Astray.Add($"row {xml.GetAttribute("r")}");
                    break;
                case (XmlNodeType.Element, "c"):
                    cell = new Cell(xml.GetAttribute("r") ?? order.Next, xml.GetAttribute("t"));
                    if (!order.Takes(xml.GetAttribute("r")))
                        flaws.Astray.Add(cell.Place);
                    if (cell.Type == "e")
                        flaws.Failed.Add(cell.Place);
                    break;
                case (XmlNodeType.Element, "f"):
                    cell.HasFormula = true;
                    break;
                case (XmlNodeType.Element, "v"):
                    var text = !xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace ? xml.Value : null;
                    // The result of a text formula may be an empty text.
                    cell.HasResult = cell.Type == "str" || text is not null;
                    if (cell.Type != "s")
                        break;
                    if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                        flaws.WithoutText.Add(cell.Place);
                    else if (index > lastShared.Index)
                        lastShared = (cell.Place, index);
                    break;
                case (XmlNodeType.EndElement, "c") when cell is { HasFormula: true, HasResult: false }:
                    flaws.WithoutResult.Add(cell.Place);
                    break;
            }
        if (lastShared.Index >= 0 && lastShared.Index >= SharedTexts(zip))
            flaws.WithoutText.Add(lastShared.Place);
        return flaws;
    }

    private static int SharedTexts(ZipArchive zip) =>
        zip.Entries.FirstOrDefault(SpreadsheetLimits.IsSharedTexts) is { } entry ? Elements(zip, entry.FullName, "si").Count() : 0;

    // The workbook names its sheets, and beside it stands which part of the archive each is.
    private static List<(string Name, string Part)> Parts(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship"))
            if (element is { Id: { } id, Target: { } target })
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        return [.. Elements(zip, "xl/workbook.xml", "sheet").Where(sheet => sheet is { Name: not null, Relation: not null } && targets.ContainsKey(sheet.Relation)).Select(sheet => (sheet.Name!, targets[sheet.Relation!]))];
    }

    private static IEnumerable<(string? Id, string? Target, string? Name, string? Relation)> Elements(ZipArchive zip, string part, string name)
    {
        if (zip.GetEntry(part) is not { } entry)
            yield break;
        using var stream = entry.Open();
        using var xml = Reader(stream);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
                yield return (xml.GetAttribute("Id"), xml.GetAttribute("Target"), xml.GetAttribute("name"), Relation(xml));
    }

    private static string? Relation(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static bool HasCell(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry)
            return false;
        using var stream = entry.Open();
        using var xml = Reader(stream);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "t" && !xml.IsEmptyElement)
                return true;
        return false;
    }

    private static XmlReader Reader(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = false });

    private struct Cell(string place, string? type)
    {
        public readonly string Place => place;

        public readonly string? Type => type;

        public bool HasFormula { get; set; }

        public bool HasResult { get; set; }
    }
}

/// <summary>Cells that would be read as something else than they are, the first few of each kind.</summary>
internal sealed class SheetFlaws
{
    /// <summary>Formulas without a result: programs that write spreadsheets often leave it to be worked out by whoever opens them.</summary>
    public FirstFew WithoutResult { get; } = [];

    /// <summary>Formulas that failed: what they show is no value.</summary>
    public FirstFew Failed { get; } = [];

    /// <summary>Cells that point to a text which the file does not have: the number of that text would stand in its place.</summary>
    public FirstFew WithoutText { get; } = [];

    /// <summary>Rows and cells that stand twice, out of order or nowhere: one of two would be left out.</summary>
    public FirstFew Astray { get; } = [];

    /// <summary>A list that keeps its first few.</summary>
    internal sealed class FirstFew : List<string>
    {
        /// <summary>Adds one where there are few.</summary>
        public new void Add(string place)
        {
            if (Count < Sheet.MostTold)
                base.Add(Checks.Shown(place, 20));
        }
    }
}
