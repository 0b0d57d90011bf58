namespace Relight.Matching;

/// <summary>Questions that several rules ask.</summary>
internal static class Ask
{
    public static readonly Question HighKilovolts = Question.Donor(
        "high.ratedKilovolts", "What is the rated voltage of the upper side, in kV?", "Яка номінальна напруга вищої сторони, кВ?", "ما الجهد المقنن للجانب الأعلى بالكيلوفولت؟");

    public static readonly Question LowKilovolts = Question.Donor(
        "low.ratedKilovolts", "What is the rated voltage of the lower side, in kV?", "Яка номінальна напруга нижчої сторони, кВ?", "ما الجهد المقنن للجانب الأدنى بالكيلوفولت؟");

    public static readonly Question Megavoltamperes = Question.Donor(
        "high.ratedMegavoltamperes", "What is the rated power, in MVA?", "Яка номінальна потужність, МВА?", "ما القدرة المقننة بالميغافولت أمبير؟");

    public static readonly Question Load = Question.Operator(
        "loadMegavoltamperes", "What load is to be carried, in MVA?", "Яке навантаження треба нести, МВА?", "ما الحمل المطلوب نقله بالميغافولت أمبير؟");

    public static readonly Question Impedance = Question.Donor(
        "highLowImpedancePercent", "What is the impedance between upper and lower side, in %?", "Яка напруга короткого замикання між вищою і нижчою сторонами, %?", "ما المعاوقة بين الجانبين الأعلى والأدنى بالنسبة المئوية؟");

    public static readonly Question LoadAmperes = Question.Operator(
        "loadAmperes", "What is the load current there, in A?", "Який там струм навантаження, А?", "ما تيار الحمل هناك بالأمبير؟");

    public static readonly Question FaultLevel = Question.Operator(
        "faultLevelKiloamperes", "What is the fault level there, in kA?", "Який там струм короткого замикання, кА?", "ما تيار القصر هناك بالكيلوأمبير؟");

    public static readonly Question SystemUm = Question.Operator(
        "systemUm", "What is the highest voltage Um of the system there, in kV?", "Яка там найвища напруга Um системи, кВ?", "ما أعلى جهد Um للنظام هناك بالكيلوفولت؟");

    public static readonly Question Taps = Question.Donor(
        "taps",
        "Which winding has taps, how many steps each way, and how many % is one step?",
        "Яка обмотка має відгалуження, скільки ступенів у кожен бік і скільки % в одному?",
        "أي ملف له نقاط تفريع، وكم خطوة في كل اتجاه، وكم نسبة الخطوة الواحدة؟");

    public static readonly Question Frequency = Question.Donor(
        "frequencyHertz", "What is the rated frequency, in Hz?", "Яка номінальна частота, Гц?", "ما التردد المقنن بالهرتز؟");

    public static readonly Question TransportMass = Question.Donor(
        "transportTonnes", "What is the transport mass, in t?", "Яка транспортна маса, т?", "ما كتلة النقل بالطن؟");

    public static readonly Question RatedKilovolts = Question.Donor(
        "ratedKilovolts", "What is the rated voltage, in kV?", "Яка номінальна напруга, кВ?", "ما الجهد المقنن بالكيلوفولت؟");

    public static readonly Question RatedAmperes = Question.Donor(
        "ratedAmperes", "What is the rated current, in A?", "Який номінальний струм, А?", "ما التيار المقنن بالأمبير؟");

    public static readonly Question Kilowatts = Question.Donor(
        "kilowatts", "What is the rated power, in kW or kVA?", "Яка номінальна потужність, кВт або кВА?", "ما القدرة المقننة بالكيلوواط أو الكيلوفولت أمبير؟");

    public static readonly Question Volts = Question.Donor(
        "volts", "What is the rated voltage between phases, in V?", "Яка номінальна напруга між фазами, В?", "ما الجهد المقنن بين الأطوار بالفولت؟");

    public static readonly Question ThreePhase = Question.Donor(
        "threePhase", "Has it one phase or three?", "Воно однофазне чи трифазне?", "هل هو أحادي الطور أم ثلاثي؟");

    public static readonly Question Um = Question.Donor(
        "um", "What is the highest voltage Um, in kV?", "Яка найвища напруга Um, кВ?", "ما أعلى جهد Um بالكيلوفولت؟");

    /// <summary>Asks for the highest voltage of a winding.</summary>
    public static Question WindingUm(string side) => Question.Donor(
        $"{side}.um",
        side == "high" ? "What is the highest voltage Um of the upper winding, in kV?" : "What is the highest voltage Um of the lower winding, in kV?",
        side == "high" ? "Яка найвища напруга Um вищої обмотки, кВ?" : "Яка найвища напруга Um нижчої обмотки, кВ?",
        side == "high" ? "ما أعلى جهد Um للملف الأعلى بالكيلوفولت؟" : "ما أعلى جهد Um للملف الأدنى بالكيلوفولت؟");
}
