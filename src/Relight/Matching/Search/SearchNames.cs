namespace Relight.Matching;

/// <summary>
/// What fields of a search are called in the languages of readers, and words and units that stand in conditions there. A search takes
/// them in every language, whichever its page has: words are copied from one to another.
/// </summary>
internal static class SearchNames
{
    private static readonly Dictionary<string, (Phrase Shown, string[] Others)> s_fields = new[]
    {
        Field("HV", "ВН", "الجهد العالي", "вища напруга", "напруга", "الجهد"),
        Field("LV", "НН", "الجهد المنخفض", "нижча напруга"),
        Field("power", "потужність", "القدرة"),
        Field("mass", "маса", "الكتلة", "вага", "الوزن"),
        Field("frequency", "частота", "التردد"),
        Field("current", "струм", "التيار"),
        Field("breaking", "вимикання", "القطع", "струм вимкнення", "تيار القطع"),
        Field("impedance", "опір", "المعاوقة"),
        Field("energy", "енергія", "الطاقة"),
        Field("length", "довжина", "الطول"),
        Field("cross-section", "переріз", "المقطع"),
        Field("flow", "подача", "التدفق"),
        Field("head", "напір", "الرفع"),
        Field("year", "рік", "السنة"),
        Field("units", "одиниць", "الوحدات", "кількість", "العدد"),
        Field("kind", "вид", "النوع"),
        Field("condition", "стан", "الحالة"),
        Field("from", "звідки", "بلد الإرسال", "відправлення"),
        Field("origin", "походження", "المنشأ"),
        Field("ready", "готово", "جاهز", "доступно", "متاح"),
        Field("arrival", "прибуття", "الوصول"),
        Field("load", "навантаження", "الحمل", "потужність", "القدرة"),
        Field("priority", "пріоритет", "الأولوية"),
        Field("deadline", "термін", "الموعد"),
    }.ToDictionary(field => field.Shown.English, StringComparer.Ordinal);

    private static readonly Phrase[] s_months =
    [
        new("january", "січня", "يناير"), new("february", "лютого", "فبراير"), new("march", "березня", "مارس"), new("april", "квітня", "أبريل"),
        new("may", "травня", "مايو"), new("june", "червня", "يونيو"), new("july", "липня", "يوليو"), new("august", "серпня", "أغسطس"),
        new("september", "вересня", "سبتمبر"), new("october", "жовтня", "أكتوبر"), new("november", "листопада", "نوفمبر"), new("december", "грудня", "ديسمبر"),
    ];

    /// <summary>What a field is called; its own name in every language where it has no other.</summary>
    /// <param name="name">The first of its names.</param>
    public static Phrase Shown(string name) => s_fields.TryGetValue(name, out var field) ? field.Shown : new Phrase(name, name, name);

    /// <summary>Names of a field in other languages than English.</summary>
    /// <param name="name">The first of its names.</param>
    public static IEnumerable<string> Others(string name) =>
        s_fields.TryGetValue(name, out var field) ? [field.Shown.Ukrainian, field.Shown.Arabic, .. field.Others] : [];

    /// <summary>Number of the month that a word of three letters or more begins; 0 for none.</summary>
    public static int MonthOf(string word) => word.Length < 3 ? 0 : Array.FindIndex(
        s_months, month => new[] { month.English, month.Ukrainian, month.Arabic }.Any(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))) + 1;

    /// <summary>Phrases one after the other, in each language.</summary>
    public static Phrase List(IEnumerable<Phrase> phrases)
    {
        var all = phrases.Distinct().ToList();
        return new Phrase(string.Join(", ", all.Select(phrase => phrase.English)), string.Join(", ", all.Select(phrase => phrase.Ukrainian)), string.Join("، ", all.Select(phrase => phrase.Arabic)));
    }

    private static (Phrase Shown, string[] Others) Field(string english, string ukrainian, string arabic, params string[] others) =>
        (new Phrase(english, ukrainian, arabic), others);
}

/// <summary>Units that stand in conditions, as each language writes them.</summary>
internal static class SearchUnits
{
    private static readonly (Phrase Sign, string Base, decimal Factor)[] s_units =
    [
        (new("kV", "кВ", "كيلوفولت"), "kV", 1),
        (new("V", "В", "فولت"), "kV", 0.001m),
        (new("MVA", "МВА", "م.ف.أ"), "MVA", 1),
        (new("kVA", "кВА", "ك.ف.أ"), "MVA", 0.001m),
        (new("MW", "МВт", "ميغاواط"), "MW", 1),
        (new("kW", "кВт", "كيلوواط"), "MW", 0.001m),
        (new("t", "т", "طن"), "t", 1),
        (new("kg", "кг", "كغ"), "t", 0.001m),
        (new("A", "А", "أمبير"), "A", 1),
        (new("kA", "кА", "كيلوأمبير"), "A", 1000),
        (new("kWh", "кВт·год", "ك.و.س"), "kWh", 1),
        (new("MWh", "МВт·год", "م.و.س"), "kWh", 1000),
        (new("km", "км", "كم"), "m", 1000),
        (new("m", "м", "م"), "m", 1),
        (new("Hz", "Гц", "هرتز"), "Hz", 1),
        (new("%", "%", "%"), "%", 1),
        (new("bar", "бар", "بار"), "bar", 1),
        (new("°C", "°C", "°C"), "°C", 1),
        (new("mm²", "мм²", "مم²"), "mm²", 1),
        (new("mm2", "мм2", "مم2"), "mm²", 1),
        (new("m³/h", "м³/год", "م³/ساعة"), "m³/h", 1),
        (new("m3/h", "м3/год", "م3/ساعة"), "m³/h", 1),
        (new("pcs", "шт.", "قطعة"), "", 1),
        (new("units", "од.", "وحدة"), "", 1),
    ];

    private static readonly Dictionary<string, (string Base, decimal Factor)> s_bySign = s_units
        .SelectMany(unit => new[] { unit.Sign.English, unit.Sign.Ukrainian, unit.Sign.Arabic }.Select(sign => (sign, unit.Base, unit.Factor)))
        .DistinctBy(unit => unit.sign, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(unit => unit.sign, unit => (unit.Base, unit.Factor), StringComparer.OrdinalIgnoreCase);

    /// <summary>All units that a search knows.</summary>
    public static Phrase All { get; } = SearchNames.List(s_units.Select(unit => unit.Sign));

    /// <summary>The unit that others of its kind are converted to, and how many of it one is; null for a sign that no language has.</summary>
    /// <param name="sign">The sign; empty for plain numbers.</param>
    public static (string Base, decimal Factor)? Find(string sign) => sign.Length == 0 ? ("", 1) : s_bySign.TryGetValue(sign, out var unit) ? unit : null;

    /// <summary>A unit as each language writes it.</summary>
    /// <param name="sign">Its English sign.</param>
    public static Phrase Shown(string sign) => s_units.Select(unit => unit.Sign).FirstOrDefault(unit => unit.English == sign) ?? new Phrase(sign, sign, sign);
}
