namespace Relight.Register;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>A state, with its government and agencies.</summary>
    State,

    /// <summary>A transmission, distribution, heat or water company.</summary>
    Utility,

    /// <summary>A maker of equipment.</summary>
    Maker,

    /// <summary>A pooled assistance package or bank that pays from it.</summary>
    Fund,

    /// <summary>An international body.</summary>
    InternationalBody,

    /// <summary>Whoever runs a hospital, shelter or other facility.</summary>
    FacilityOperator,

    /// <summary>A foundation or charity.</summary>
    Foundation,

    /// <summary>Several donors whom a source names only together, e.g. "17 EU states".</summary>
    Group,
}

/// <summary>Someone who gives, receives or makes.</summary>
/// <param name="Id">Id of the organisation.</param>
/// <param name="Name">Name in English.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">Where it is at home; null for international bodies and groups.</param>
public sealed record Organisation(Id<Organisation> Id, string Name, OrganisationKind Kind, Country? Country);
