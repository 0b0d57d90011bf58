using System.IO.Compression;
using System.Xml;

namespace Relight.Intake;

/// <summary>
/// What a spreadsheet holds that its cells alone do not tell: sheets beside the one that is read, and formulas that have no
/// result or failed, which would be read as empty cells.
/// </summary>
internal static class SpreadsheetSheets
{
    private const int MostTold = 5;

    /// <summary>Names of sheets that hold something and are not read, in their order; the sheet of a template that explains its columns is left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Name of the sheet that is read.</param>
    public static IReadOnlyList<string> NotRead(string path, string read)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. Parts(zip).Where(sheet => sheet.Name != read && sheet.Name != ImportTemplate.SheetOfColumns && HasCell(zip, sheet.Part)).Select(sheet => sheet.Name)];
    }

    /// <summary>
    /// Places of formulas of a sheet that have no result, and of those that failed, the first few of each. Programs that write
    /// spreadsheets often leave the results to be worked out by whoever opens it; the result of what failed is no value.
    /// </summary>
    public static (IReadOnlyList<string> WithoutResult, IReadOnlyList<string> Failed) Formulas(string path, string sheet)
    {
        using var zip = ZipFile.OpenRead(path);
        var (without, failed) = (new List<string>(), new List<string>());
        if (Parts(zip).FirstOrDefault(each => each.Name == sheet).Part is not { } part || zip.GetEntry(part) is not { } entry)
            return (without, failed);
        using var stream = entry.Open();
        using var xml = Reader(stream);
        var (place, isText, hasFormula, hasResult) = ("", false, false, false);
        while (xml.Read() && (without.Count < MostTold || failed.Count < MostTold))
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "c"):
                    (place, isText, hasFormula, hasResult) = (xml.GetAttribute("r") ?? "", xml.GetAttribute("t") == "str", false, false);
                    if (xml.GetAttribute("t") == "e" && failed.Count < MostTold)
                        failed.Add(place);
                    break;
                case (XmlNodeType.Element, "f"):
                    hasFormula = true;
                    break;
                case (XmlNodeType.Element, "v"):
                    // The result of a text formula may be an empty text.
                    hasResult = isText || (!xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace);
                    break;
                case (XmlNodeType.EndElement, "c") when hasFormula && !hasResult && without.Count < MostTold:
                    without.Add(place);
                    break;
            }
        return (without, failed);
    }

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
}
