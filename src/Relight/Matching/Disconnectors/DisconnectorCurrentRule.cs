using Relight.Register;

namespace Relight.Matching.Disconnectors;

/// <summary>A disconnector must carry the load current.</summary>
public sealed class DisconnectorCurrentRule() : ComparisonRule<DisconnectorBay, Disconnector>(
    420, Numbers.RatedCurrent, Sources.Text("IEC 62271-1"), "A",
    new(Numbers.RatedCurrent, unit => unit.RatedAmperes), new(Numbers.LoadCurrent, bay => bay.LoadAmperes), Ask.RatedAmperes, askPlace: Ask.LoadAmperes);
