using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Relight.Intake;

/// <summary>
/// Writes an XLSX file row by row, every cell a text, without holding it in memory: for templates, and for tables of any length.
/// Written by hand because the one library for it that restores does not run without Windows' drawing library.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _zip;
    private readonly List<string> _sheets = [];
    private XmlWriter? _sheet;
    private int _row;

    /// <summary>Starts a file.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public XlsxWriter(Stream stream) => _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Starts a sheet; the one before is ended.</summary>
    public void Sheet(string name)
    {
        EndSheet();
        _sheets.Add(name);
        _row = 0;
        _sheet = Part($"xl/worksheets/sheet{_sheets.Count}.xml");
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData", Main);
    }

    /// <summary>Writes a row.</summary>
    /// <exception cref="InvalidOperationException">There is no sheet yet.</exception>
    public void Row(IEnumerable<string?> cells)
    {
        var sheet = _sheet ?? throw new InvalidOperationException("a row belongs to a sheet");
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", (++_row).ToString(CultureInfo.InvariantCulture));
        foreach (var (column, text) in cells.Index())
        {
            if (string.IsNullOrEmpty(text))
                continue;
            sheet.WriteStartElement("c", Main);
            sheet.WriteAttributeString("r", $"{Letters(column)}{_row}");
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Main);
            sheet.WriteStartElement("t", Main);
            sheet.WriteAttributeString("xml", "space", null, "preserve");
            sheet.WriteString(text);
            sheet.WriteEndElement();
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }
        sheet.WriteEndElement();
    }

    /// <summary>Ends the file.</summary>
    public void Dispose()
    {
        EndSheet();
        WriteBook();
        _zip.Dispose();
    }

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private void EndSheet()
    {
        _sheet?.WriteEndDocument();
        _sheet?.Dispose();
        _sheet = null;
    }

    private void WriteBook()
    {
        using (var book = Part("xl/workbook.xml"))
        {
            book.WriteStartElement("workbook", Main);
            book.WriteStartElement("sheets", Main);
            foreach (var (i, name) in _sheets.Index())
            {
                book.WriteStartElement("sheet", Main);
                book.WriteAttributeString("name", name);
                book.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
                book.WriteAttributeString("r", "id", Office, $"rId{i + 1}");
                book.WriteEndElement();
            }
        }
        Relate("xl/_rels/workbook.xml.rels", [.. _sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml"))]);
        Relate("_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        using var types = Part("[Content_Types].xml");
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        types.WriteStartElement("Types", Types);
        void Type(string element, string key, string value, string type)
        {
            types.WriteStartElement(element, Types);
            types.WriteAttributeString(key, value);
            types.WriteAttributeString("ContentType", type);
            types.WriteEndElement();
        }
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Override", "PartName", "/xl/workbook.xml", Sheets + "sheet.main+xml");
        for (var i = 1; i <= _sheets.Count; i++)
            Type("Override", "PartName", $"/xl/worksheets/sheet{i}.xml", Sheets + "worksheet+xml");
    }

    private void Relate(string part, IReadOnlyList<(string Type, string Target)> targets)
    {
        using var xml = Part(part);
        xml.WriteStartElement("Relationships", Relations);
        foreach (var (i, (type, target)) in targets.Index())
        {
            xml.WriteStartElement("Relationship", Relations);
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{Office}/{type}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }
    }

    private XmlWriter Part(string name) => XmlWriter.Create(
        _zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
}
