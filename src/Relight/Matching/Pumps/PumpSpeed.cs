using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>
/// A pump whose motor is made for a higher frequency turns slower: its flow falls as the speed and its head as the square of it (laws
/// of affinity). At a higher frequency its motor would have to give more than it is made for.
/// </summary>
internal static class PumpSpeed
{
    public static readonly Phrase Source = new("laws of affinity of pumps (ISO 9906 converts by them)", "закони подібності насосів (за ними перераховує ISO 9906)", "قوانين التشابه للمضخات (يحوّل بها ISO 9906)");

    /// <summary>Share of its rated speed at which a pump turns at a place; null where its frequency is not known.</summary>
    public static decimal? Of(PumpPlace place, Pump unit) => place.FrequencyHertz / unit.FrequencyHertz;
}
