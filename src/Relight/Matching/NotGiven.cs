namespace Relight.Matching;

/// <summary>Reasons of several rules that cannot tell, for want of a value.</summary>
internal static class NotGiven
{
    public static readonly Phrase HighKilovolts = new(
        "the rated voltage of the upper side is not given", "номінальну напругу вищої сторони не вказано", "الجهد المقنن للجانب الأعلى غير مذكور");

    public static readonly Phrase LowKilovolts = new(
        "the rated voltage of the lower side is not given", "номінальну напругу нижчої сторони не вказано", "الجهد المقنن للجانب الأدنى غير مذكور");

    public static readonly Phrase Power = new("the rated power is not given", "номінальну потужність не вказано", "القدرة المقننة غير مذكورة");
    public static readonly Phrase Frequency = new("the rated frequency is not given", "номінальну частоту не вказано", "التردد المقنن غير مذكور");
    public static readonly Phrase Impedance = new("the impedance is not given", "напругу короткого замикання не вказано", "المعاوقة غير مذكورة");
    public static readonly Phrase Phases = new("the number of phases is not given", "кількість фаз не вказано", "عدد الأطوار غير مذكور");
    public static readonly Phrase Voltage = new("the voltage is not given", "напругу не вказано", "الجهد غير مذكور");
    public static readonly Phrase Fuel = new("the fuel is not given", "паливо не вказано", "الوقود غير مذكور");
    public static readonly Phrase Length = new("the length of one unit is not given", "довжину однієї одиниці не вказано", "طول الوحدة الواحدة غير مذكور");

    /// <summary>A number that has a name, which stands in the place.</summary>
    public static readonly Phrase Number = new("{0} is not given", "не вказано: {0}", "غير مذكور: {0}");
}

/// <summary>Reasons of several rules, with their numbers.</summary>
internal static class Compared
{
    /// <summary>Two figures, each with its name.</summary>
    public static readonly Phrase Figures = new("{0}, {1}", "{0}, {1}", "{0}، {1}");

    public static readonly Phrase KilowattsForLoad = new("{0:0.#} kW for a load of {1:0.#} kW", "{0:0.#} кВт на навантаження {1:0.#} кВт", "{0:0.#} كيلوواط لحمل قدره {1:0.#} كيلوواط");
    public static readonly Phrase HertzOn = new("{0:0.##} Hz on {1:0.##} Hz", "{0:0.##} Гц на {1:0.##} Гц", "{0:0.##} هرتز على {1:0.##} هرتز");
    public static readonly Phrase Burns = new("burns {0}; there is {1}", "спалює {0}; там є {1}", "يحرق {0}؛ والمتوفر هناك {1}");
}
