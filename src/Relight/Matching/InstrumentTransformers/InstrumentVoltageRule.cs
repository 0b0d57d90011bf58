using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>An instrument transformer's highest voltage must reach the system's.</summary>
public sealed class InstrumentVoltageRule() : ComparisonRule<InstrumentPlace, InstrumentTransformer>(
    520, new("insulation", "ізоляція", "العزل"), Sources.Text("IEC 61869-1"), "kV", new(Numbers.UnitUm, unit => unit.Um), new(Numbers.SystemUm, place => place.SystemUm), Ask.Um);
