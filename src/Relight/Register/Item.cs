namespace Relight.Register;

/// <summary>What is given. A kind that a source does not tell apart has its own entry, so that nobody guesses.</summary>
public enum ItemKind
{
    /// <summary>The source does not say what.</summary>
    Unspecified,

    /// <summary>Several kinds together without numbers for each.</summary>
    Mixed,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Power transformer or autotransformer, 35 kV and above.</summary>
    PowerTransformer,

    /// <summary>Distribution transformer, below 35 kV.</summary>
    DistributionTransformer,

    /// <summary>Current or voltage transformer for measuring and protection.</summary>
    InstrumentTransformer,

    /// <summary>"Transformers", not said of what kind.</summary>
    TransformerOfUnknownKind,

    /// <summary>Generating set with an engine.</summary>
    GeneratingSet,

    /// <summary>Gas turbine, on wheels or not.</summary>
    GasTurbine,

    /// <summary>Substation on wheels.</summary>
    MobileSubstation,

    /// <summary>Circuit breaker.</summary>
    CircuitBreaker,

    /// <summary>Disconnector.</summary>
    Disconnector,

    /// <summary>Surge arrester.</summary>
    SurgeArrester,

    /// <summary>Switchgear and parts of substations.</summary>
    Switchgear,

    /// <summary>Wire, conductor, cable.</summary>
    Conductor,

    /// <summary>Insulator.</summary>
    Insulator,

    /// <summary>Battery, also gel batteries for substations.</summary>
    Battery,

    /// <summary>Lamps and bulbs.</summary>
    Lighting,

    /// <summary>Heaters, boilers and parts of heat networks.</summary>
    HeatingEquipment,

    /// <summary>Pumps and parts of water works.</summary>
    WaterEquipment,

    /// <summary>Vehicles, cranes and excavators.</summary>
    Vehicle,

    /// <summary>Fuel.</summary>
    Fuel,

    /// <summary>Medical supplies.</summary>
    MedicalSupplies,

    /// <summary>Tents, clothing and other winter equipment.</summary>
    WinterEquipment,
}

/// <summary>What is given, with the words for it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Description">As the source says it, in English, e.g. <c>generating sets of 50 to 100 kVA</c>.</param>
public sealed record Item(ItemKind Kind, string Description);
