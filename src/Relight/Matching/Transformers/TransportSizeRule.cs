using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must be small enough for the way to the bay, where a limit is known.</summary>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule.</param>
/// <param name="size">Name of the unit's number.</param>
/// <param name="own">Size of the unit as it travels, in m.</param>
/// <param name="limit">Limit of the way, in m.</param>
/// <param name="ask">What to ask where the size is not known.</param>
public abstract class TransportSizeRule(
    int place, Phrase name, Phrase size, Func<PowerTransformer, decimal?> own, Func<TransformerBay, decimal?> limit, Question ask)
    : ComparisonRule<TransformerBay, PowerTransformer>(
        place, name, Sources.Route, "m", new(size, own), new(Numbers.LimitOfTheWay, limit), ask, atMost: true);

/// <summary>Length as it travels.</summary>
public sealed class TransportLengthRule() : TransportSizeRule(
    211, new("transport, length", "транспорт, довжина", "النقل، الطول"), new("transport length", "транспортна довжина", "طول النقل"),
    unit => unit.TransportLengthMetres, bay => bay.TransportLimitLengthMetres,
    Question.Donor("transportLengthMetres", "How long is the unit as it travels, in m?", "Яка довжина одиниці під час перевезення, м?", "ما طول الوحدة أثناء النقل بالمتر؟"));

/// <summary>Width as it travels.</summary>
public sealed class TransportWidthRule() : TransportSizeRule(
    212, new("transport, width", "транспорт, ширина", "النقل، العرض"), new("transport width", "транспортна ширина", "عرض النقل"),
    unit => unit.TransportWidthMetres, bay => bay.TransportLimitWidthMetres,
    Question.Donor("transportWidthMetres", "How wide is the unit as it travels, in m?", "Яка ширина одиниці під час перевезення, м?", "ما عرض الوحدة أثناء النقل بالمتر؟"));

/// <summary>Height as it travels.</summary>
public sealed class TransportHeightRule() : TransportSizeRule(
    213, new("transport, height", "транспорт, висота", "النقل، الارتفاع"), new("transport height", "транспортна висота", "ارتفاع النقل"),
    unit => unit.TransportHeightMetres, bay => bay.TransportLimitHeightMetres,
    Question.Donor("transportHeightMetres", "How high is the unit as it travels, in m?", "Яка висота одиниці під час перевезення, м?", "ما ارتفاع الوحدة أثناء النقل بالمتر؟"));
