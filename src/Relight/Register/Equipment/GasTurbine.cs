using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A gas turbine with its generator, on wheels or not.</summary>
public sealed record GasTurbine : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.GasTurbine;

    /// <summary>Rated power at 50 Hz, in MW.</summary>
    public decimal? Megawatts { get; init; }

    /// <summary>Frequency, in Hz.</summary>
    public decimal? FrequencyHertz { get; init; }

    /// <summary>Gas pressure that it needs, in bar.</summary>
    public decimal? GasBar { get; init; }

    /// <summary>Voltage of its step-up transformer on the network's side, in kV.</summary>
    public decimal? StepUpKilovolts { get; init; }

    /// <summary>Whether it stands on trailers.</summary>
    public bool? Mobile { get; init; }
}
