using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A circuit breaker.</summary>
public sealed record CircuitBreaker : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.CircuitBreaker;

    /// <summary>Rated voltage Ur, in kV.</summary>
    public decimal? RatedKilovolts { get; init; }

    /// <summary>Rated current Ir, in A.</summary>
    public decimal? RatedAmperes { get; init; }

    /// <summary>Breaking current, in kA.</summary>
    public decimal? BreakingKiloamperes { get; init; }

    /// <summary>Rated frequency, in Hz.</summary>
    public decimal? FrequencyHertz { get; init; }

    /// <summary>Duty cycle, e.g. <c>O-0.3s-CO-3min-CO</c>.</summary>
    public string? DutyCycle { get; init; }

    /// <summary>Control voltage, in V.</summary>
    public decimal? ControlVolts { get; init; }

    /// <summary>What quenches the arc, e.g. <c>SF6</c>, <c>vacuum</c>.</summary>
    public string? Medium { get; init; }

    /// <summary>Lowest temperature that it works at, in °C.</summary>
    public decimal? LowestCelsius { get; init; }
}
