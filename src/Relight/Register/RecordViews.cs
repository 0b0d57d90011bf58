using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>An operation in a list.</summary>
/// <param name="Id">Id of the operation.</param>
/// <param name="Name">Name.</param>
/// <param name="Beneficiaries">Countries that the help is for.</param>
[View(Audience.Donor)]
public sealed record OperationInList(Id<Operation> Id, string Name, IReadOnlyList<Country> Beneficiaries)
{
    /// <summary>The view of a row.</summary>
    public static OperationInList Of(OperationRow row)
    {
        var operation = row.Read();
        return new OperationInList(operation.Id, operation.Name, operation.Beneficiaries);
    }
}

/// <summary>An organisation in a list.</summary>
/// <param name="Id">Id of the organisation.</param>
/// <param name="Name">Name in English.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Where it is at home; null for international bodies and groups.</param>
[View(Audience.Coordination)]
public sealed record OrganisationInList(Id<Organisation> Id, string Name, OrganisationKind Kind, Country? Country)
{
    /// <summary>The view of a row.</summary>
    public static OrganisationInList Of(OrganisationRow row)
    {
        var organisation = row.Read();
        return new OrganisationInList(organisation.Id, organisation.Name, organisation.Kind, organisation.Country);
    }
}

/// <summary>A source in a list: where it stands, without its text.</summary>
/// <param name="Id">Id of the source.</param>
/// <param name="Address">Where it was found.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">When; null where it does not say.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Retrieved">When it was read, UTC.</param>
/// <param name="Sha256">SHA-256 of the text kept.</param>
[View(Audience.Coordination)]
public sealed record SourceInList(
    Id<Source> Id, Uri Address, string Publisher, ReportedDate? Published, Language Language, DateTimeOffset Retrieved, string Sha256)
{
    /// <summary>The view of a row.</summary>
    public static SourceInList Of(SourceRow row)
    {
        var source = row.Read();
        return new SourceInList(
            source.Id, source.Address, source.Publisher, source.Published, source.Language, source.Retrieved, source.Sha256);
    }
}

/// <summary>A source with the text that is kept of it.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Text">The text or excerpt.</param>
[View(Audience.Coordination)]
public sealed record SourceWithText(SourceInList Source, string Text)
{
    /// <summary>The view of a row.</summary>
    public static SourceWithText Of(SourceRow row) => new(SourceInList.Of(row), row.Read().Text);
}

/// <summary>A link between two claims in a list.</summary>
/// <param name="Id">Id of the link.</param>
/// <param name="From">The claim that restates, is part of …</param>
/// <param name="Kind">How it stands to the other.</param>
/// <param name="To">The other claim.</param>
/// <param name="Why">The reason.</param>
[View(Audience.Coordination)]
public sealed record LinkInList(Id<Link> Id, Id<Claim> From, LinkKind Kind, Id<Claim> To, string Why)
{
    /// <summary>The view of a row.</summary>
    public static LinkInList Of(LinkRow row)
    {
        var link = row.Read();
        return new LinkInList(link.Id, link.From, link.Kind, link.To, link.Why);
    }
}
