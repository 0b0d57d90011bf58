using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A substation on wheels: transformer with switchgear on both sides, up to about 50 MVA.</summary>
public sealed record MobileSubstation : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.MobileSubstation;

    /// <summary>Rated voltage of the upper side, in kV.</summary>
    public decimal? HighKilovolts { get; init; }

    /// <summary>Rated voltage of the lower side, in kV; the highest one where it can be switched over.</summary>
    public decimal? LowKilovolts { get; init; }

    /// <summary>Rated power, in MVA.</summary>
    public decimal? Megavoltamperes { get; init; }

    /// <summary>Rated frequency, in Hz.</summary>
    public decimal? FrequencyHertz { get; init; }

    /// <summary>Tap changer; null where unknown.</summary>
    public TapChanger? Taps { get; init; }

    /// <summary>Short-circuit current that its switchgear of the upper side breaks, in kA.</summary>
    public decimal? BreakingKiloamperes { get; init; }

    /// <summary>Lowest temperature that it works at, in °C.</summary>
    public decimal? LowestCelsius { get; init; }
}
