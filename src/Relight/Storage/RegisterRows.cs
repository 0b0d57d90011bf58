using Relight.Register;

namespace Relight.Storage;

/// <summary>An operation.</summary>
public sealed class OperationRow : Row<Operation, OperationRow>
{
    /// <summary>Name of the operation.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc/>
    protected override void FillColumns(Operation record) => Name = record.Name;
}

/// <summary>An organisation.</summary>
public sealed class OrganisationRow : Row<Organisation, OrganisationRow>
{
    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name without the case of its letters, see <see cref="NamesTaken"/>.</summary>
    public string NameInCapitals { get; private set; } = "";

    /// <summary>What it is.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>ISO 3166 code of its country; null where it has none.</summary>
    public string? Country { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Organisation record) =>
        (Name, NameInCapitals, Kind, Country) = (record.Name, NamesTaken.InCapitals(record.Name), record.Kind, record.Country?.Code);
}

/// <summary>A source.</summary>
public sealed class SourceRow : Row<Source, SourceRow>
{
    /// <summary>Where it was found.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Who published it.</summary>
    public string Publisher { get; private set; } = "";

    /// <summary>SHA-256 of its text.</summary>
    public string Sha256 { get; private set; } = "";

    /// <inheritdoc/>
    protected override void FillColumns(Source record) =>
        (Address, Publisher, Sha256) = (record.Address.AbsoluteUri, record.Publisher, record.Sha256);
}

/// <summary>A link between two claims.</summary>
public sealed class LinkRow : Row<Link, LinkRow>
{
    /// <summary>The claim that restates, is part of …</summary>
    public Id<Claim> From { get; private set; }

    /// <summary>How it stands to the other.</summary>
    public LinkKind Kind { get; private set; }

    /// <summary>The other claim.</summary>
    public Id<Claim> To { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Link record) => (From, Kind, To) = (record.From, record.Kind, record.To);
}

/// <summary>An outage report.</summary>
public sealed class OutageReportRow : Row<OutageReport, OutageReportRow>
{
    /// <summary>Its source.</summary>
    public Id<Source> Source { get; private set; }

    /// <summary>P-code of the area.</summary>
    public string Area { get; private set; } = "";

    /// <summary>What people are without.</summary>
    public Service Service { get; private set; }

    /// <summary>First instant that it is true of, UTC.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Last instant that it is true of, UTC.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>The earlier report whose place it takes.</summary>
    public Id<OutageReport>? Supersedes { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(OutageReport record) => (Source, Area, Service, From, Until, Supersedes) =
        (record.Source, record.Area.Code, record.Service, record.From, record.Until, record.Supersedes);
}
