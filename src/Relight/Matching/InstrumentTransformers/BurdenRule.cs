using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>An instrument transformer must drive what is connected to it, where the place says what that is.</summary>
public sealed class BurdenRule() : ComparisonRule<InstrumentPlace, InstrumentTransformer>(
    550, s_burden, new("IEC 61869-2 and 61869-3", "IEC 61869-2 та 61869-3", "IEC 61869-2 و61869-3"), "VA",
    new(s_burden, unit => unit.BurdenVoltamperes), new(new("burden of the place", "навантаження на місці", "العبء في المكان"), place => place.BurdenVoltamperes),
    Question.Donor("burdenVoltamperes", "What is the rated burden, in VA?", "Яке номінальне вторинне навантаження, ВА?", "ما العبء المقنن بالفولت أمبير؟"))
{
    private static readonly Phrase s_burden = new("burden", "вторинне навантаження", "العبء");
}
