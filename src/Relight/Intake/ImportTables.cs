using Relight.Register;

namespace Relight.Intake;

/// <summary>A record that a row gives.</summary>
internal sealed record Draft(int Row)
{
    public Organisation? Organisation { get; init; }

    public Source? Source { get; init; }

    public Claim? Claim { get; init; }

    public Need? Need { get; init; }

    public Offer? Offer { get; init; }

    /// <summary>Columns in which something is wrong: what stands there in the record only stands in for it.</summary>
    public IReadOnlySet<string> Unread { get; init; } = new HashSet<string>();

    /// <summary>The same row with other values in place of those that cannot be read; null where all can.</summary>
    public Draft? Other { get; init; }

    /// <summary>Id of the record.</summary>
    public Guid Id => Organisation?.Id.Value ?? Claim?.Id.Value ?? Need?.Id.Value ?? Offer!.Id.Value;
}

/// <summary>The tables that can be imported: their columns, and how a row becomes a record.</summary>
public static class ImportTables
{
    /// <summary>The columns of a kind of table, in the order of its template.</summary>
    public static IReadOnlyList<ImportColumn> ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Claims => ClaimTable.Columns,
        ImportKind.Needs => NeedTable.Columns,
        ImportKind.Offers => OfferTable.Columns,
        _ => s_organisations,
    };

    /// <summary>The record that a row gives.</summary>
    internal static Draft Read(ImportKind kind, RowReader row, Id<Operation> operation) => kind switch
    {
        ImportKind.Claims => ClaimTable.Read(row, operation),
        ImportKind.Needs => new Draft(row.Row) { Need = NeedTable.Read(row, operation) },
        ImportKind.Offers => new Draft(row.Row) { Offer = OfferTable.Read(row, operation) },
        _ => new Draft(row.Row) { Organisation = ReadOrganisation(row, operation) },
    };

    /// <summary>The column that a field of a record comes from; null where it is none.</summary>
    internal static string? ColumnOf(ImportKind kind, string field) => ColumnsOf(kind)
        .SelectMany(column => (column.Fields ?? []).Select(begin => (column.Name, Begin: begin)))
        .Where(pair => field.StartsWith(pair.Begin, StringComparison.Ordinal))
        .OrderByDescending(pair => pair.Begin.Length)
        .Select(pair => pair.Name)
        .FirstOrDefault();

    private static readonly ImportColumn[] s_organisations =
    [
        new("name", "its name in English", "France", true, ["organisation.name"], ["organisation"]),
        new("kind", "state, utility, maker, fund, internationalBody, facilityOperator, foundation or group", "state", true, ["organisation.kind"], ["type"]),
        new("country", "where it is at home, ISO 3166-1; empty for international bodies and groups", "FR", false, ["organisation.country"]),
        new("reference", "its number or name in your own list: the same row keeps its id when it is imported again", "org-17"),
    ];

    private static Organisation ReadOrganisation(RowReader row, Id<Operation> operation) => new(
        row.IdFor<Organisation>(operation, ImportKind.Organisations),
        row.Required("name"),
        row.Choice<OrganisationKind>("kind"),
        row.Code<Country>("country", "must be an ISO 3166-1 country of two letters such as UA"));
}
