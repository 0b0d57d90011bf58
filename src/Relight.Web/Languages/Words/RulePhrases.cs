using System.Collections.Frozen;

namespace Relight.Web.Languages.Words;

/// <summary>
/// What the rules of matching say, in the languages of the pages, found by the English phrase. A phrase that is not
/// here, such as one with the name of a part in it, is shown in English and marked as such.
/// </summary>
public static class RulePhrases
{
    private static readonly FrozenDictionary<string, Text> s_known =
        Names.Concat(Figures).Concat(Questions).Concat(Work).ToFrozenDictionary(text => text.En);

    /// <summary>Names of rules.</summary>
    public static IReadOnlyList<Text> Names =>
    [
        new("kind", "вид", "النوع"),
        new("function", "призначення", "الوظيفة"),
        new("overfluxing", "перезбудження", "زيادة الفيض"),
        new("voltage ratio", "коефіцієнт трансформації", "نسبة الجهد"),
        new("reduced voltage", "знижена напруга", "جهد منخفض"),
        new("power", "потужність", "القدرة"),
        new("insulation, upper side", "ізоляція, вища сторона", "العزل، الجانب الأعلى"),
        new("insulation, lower side", "ізоляція, нижча сторона", "العزل، الجانب الأدنى"),
        new("impulse level, upper side", "грозовий імпульс, вища сторона", "نبضة الصاعقة، الجانب الأعلى"),
        new("impulse level, lower side", "грозовий імпульс, нижча сторона", "نبضة الصاعقة، الجانب الأدنى"),
        new("short circuit", "коротке замикання", "قصر الدارة"),
        new("parallel operation, ratio", "паралельна робота, коефіцієнт", "التشغيل المتوازي، النسبة"),
        new("parallel operation, vector group", "паралельна робота, група з’єднання", "التشغيل المتوازي، مجموعة التوصيل"),
        new("parallel operation, impedance", "паралельна робота, опір", "التشغيل المتوازي، المعاوقة"),
        new("parallel operation, ratings", "паралельна робота, потужності", "التشغيل المتوازي، القدرات"),
        new("phases", "фази", "الأطوار"),
        new("transport", "транспорт", "النقل"),
        new("review", "огляд", "المراجعة"),
        new("rated voltage", "номінальна напруга", "الجهد المقنن"),
        new("rated current", "номінальний струм", "التيار المقنن"),
        new("breaking current", "струм вимкнення", "تيار القطع"),
        new("frequency", "частота", "التردد"),
        new("least load", "найменше навантаження", "أدنى حمل"),
        new("voltage", "напруга", "الجهد"),
        new("transfer switch", "перемикач живлення", "مفتاح التحويل"),
    ];

    /// <summary>Names of figures that are not names of rules too.</summary>
    public static IReadOnlyList<Text> Figures =>
    [
        new("Um of the system", "Um системи", "Um للنظام"),
        new("Um of the unit", "Um одиниці", "Um للوحدة"),
        new("clock number", "групове число", "رقم الساعة"),
        new("clock number of the unit beside", "групове число сусідньої одиниці", "رقم الساعة للوحدة المجاورة"),
        new("deviation", "відхилення", "الانحراف"),
        new("difference", "різниця", "الفرق"),
        new("emergency loading", "аварійне навантаження", "التحميل الطارئ"),
        new("fault level", "струм короткого замикання", "تيار القصر"),
        new("fault level of the site", "струм короткого замикання на місці", "تيار القصر في الموقع"),
        new("frequency of the facility", "частота об’єкта", "تردد المنشأة"),
        new("frequency of the set", "частота установки", "تردد المجموعة"),
        new("frequency of the system", "частота системи", "تردد النظام"),
        new("impedance", "опір", "المعاوقة"),
        new("impedance of the unit beside", "опір сусідньої одиниці", "معاوقة الوحدة المجاورة"),
        new("level of the site", "рівень на місці", "المستوى في الموقع"),
        new("level of the unit", "рівень одиниці", "مستوى الوحدة"),
        new("limit", "межа", "الحد"),
        new("limit of the way", "межа шляху", "حد الطريق"),
        new("limit under load", "межа під навантаженням", "الحد تحت الحمل"),
        new("load", "навантаження", "الحمل"),
        new("load current", "струм навантаження", "تيار الحمل"),
        new("load of the set", "завантаження установки", "حمل المجموعة"),
        new("lower side at rated tap", "нижча сторона за номінального відгалуження", "الجانب الأدنى عند النقطة المقننة"),
        new("power at this voltage", "потужність за цієї напруги", "القدرة عند هذا الجهد"),
        new("rated frequency", "номінальна частота", "التردد المقنن"),
        new("rated power", "номінальна потужність", "القدرة المقننة"),
        new("rated power of the unit beside", "номінальна потужність сусідньої одиниці", "القدرة المقننة للوحدة المجاورة"),
        new("ratio", "відношення", "النسبة"),
        new("ratio of the unit", "коефіцієнт одиниці", "نسبة الوحدة"),
        new("ratio of the unit beside", "коефіцієнт сусідньої одиниці", "نسبة الوحدة المجاورة"),
        new("share of rated power", "частка номінальної потужності", "الحصة من القدرة المقننة"),
        new("single-phase units", "однофазні одиниці", "وحدات أحادية الطور"),
        new("stress", "навантаження ізоляції", "الإجهاد"),
        new("tap range ±", "діапазон відгалужень ±", "مدى النقاط ±"),
        new("transport mass", "транспортна маса", "كتلة النقل"),
        new("voltage of the facility", "напруга об’єкта", "جهد المنشأة"),
        new("voltage of the set", "напруга установки", "جهد المجموعة"),
        new("voltage of the system", "напруга системи", "جهد النظام"),
        new("wanted there", "потрібно там", "المطلوب هناك"),
        new("withstand", "стійкість", "التحمل"),
    ];

    /// <summary>Questions to donor and operator.</summary>
    public static IReadOnlyList<Text> Questions =>
    [
        new("Does the set have one phase or three?", "Установка однофазна чи трифазна?", "هل المجموعة أحادية الطور أم ثلاثية؟"),
        new("Is the unit an autotransformer, a two-winding transformer, or a generator step-up transformer?", "Це автотрансформатор, двообмотковий чи блочний трансформатор?", "هل الوحدة محول ذاتي أم محول بملفين أم محول رافع لمولد؟"),
        new("What are the rated voltages of both sides, in kV?", "Які номінальні напруги обох сторін, кВ?", "ما الجهدان المقننان للجانبين بالكيلوفولت؟"),
        new("What is the highest voltage Um of this winding, in kV?", "Яка найвища напруга Um цієї обмотки, кВ?", "ما أعلى جهد Um لهذا الملف بالكيلوفولت؟"),
        new("What is the impedance between upper and lower side, in %?", "Який опір між вищою і нижчою сторонами, %?", "ما المعاوقة بين الجانبين الأعلى والأدنى بالنسبة المئوية؟"),
        new("What is the lightning impulse level of this winding, in kV?", "Який рівень грозового імпульсу цієї обмотки, кВ?", "ما مستوى نبضة الصاعقة لهذا الملف بالكيلوفولت؟"),
        new("What is the rated breaking current, in kA?", "Який номінальний струм вимкнення, кА?", "ما تيار القطع المقنن بالكيلوأمبير؟"),
        new("What is the rated current, in A?", "Який номінальний струм, А?", "ما التيار المقنن بالأمبير؟"),
        new("What is the rated frequency, in Hz?", "Яка номінальна частота, Гц?", "ما التردد المقنن بالهرتز؟"),
        new("What is the rated power, in MVA?", "Яка номінальна потужність, МВА?", "ما القدرة المقننة بالميغافولت أمبير؟"),
        new("What is the rated power, in kW or kVA?", "Яка номінальна потужність, кВт або кВА?", "ما القدرة المقننة بالكيلوواط أو الكيلوفولت أمبير؟"),
        new("What is the rated voltage between phases, in V?", "Яка номінальна напруга між фазами, В?", "ما الجهد المقنن بين الأطوار بالفولت؟"),
        new("What is the rated voltage of the lower side, in kV?", "Яка номінальна напруга нижчої сторони, кВ?", "ما الجهد المقنن للجانب الأدنى بالكيلوفولت؟"),
        new("What is the rated voltage of the upper side, in kV?", "Яка номінальна напруга вищої сторони, кВ?", "ما الجهد المقنن للجانب الأعلى بالكيلوفولت؟"),
        new("What is the rated voltage, in kV?", "Яка номінальна напруга, кВ?", "ما الجهد المقنن بالكيلوفولت؟"),
        new("What is the transport mass, in t?", "Яка транспортна маса, т?", "ما كتلة النقل بالطن؟"),
        new("What is the vector group, with its clock number (for example YNa0d11)?", "Яка група з’єднання з груповим числом (наприклад YNa0d11)?", "ما مجموعة التوصيل مع رقم الساعة (مثلاً YNa0d11)؟"),
        new("What load is to be carried, in MVA?", "Яке навантаження треба нести, МВА?", "ما الحمل المطلوب نقله بالميغافولت أمبير؟"),
        new("Which function has the unit in this bay?", "Яке призначення одиниці в цьому приєднанні?", "ما وظيفة الوحدة في هذه الخلية؟"),
        new("Which short-circuit current does the unit withstand on the upper side, in kA?", "Який струм короткого замикання витримує одиниця на вищій стороні, кА?", "ما تيار القصر الذي تتحمله الوحدة في الجانب الأعلى بالكيلوأمبير؟"),
        new("Which winding has taps, how many steps each way, and how many % is one step?", "Яка обмотка має відгалуження, скільки ступенів у кожен бік і скільки % в одному?", "أي ملف له نقاط تفريع، وكم خطوة في كل اتجاه، وكم نسبة الخطوة الواحدة؟"),
    ];

    /// <summary>Work to be done.</summary>
    public static IReadOnlyList<Text> Work =>
    [
        new("agree on emergency loading with ageing, and watch temperatures", "погодити аварійне навантаження зі старінням і стежити за температурами", "الاتفاق على التحميل الطارئ مع التقادم ومراقبة درجات الحرارة"),
        new("build three foundations and connect the bank", "збудувати три фундаменти й з’єднати групу", "بناء ثلاث قواعد وتوصيل المجموعة"),
        new("choose taps so that the ratios agree, and measure the circulating current", "вибрати відгалуження так, щоб коефіцієнти збігалися, і виміряти зрівняльний струм", "اختيار نقاط التفريع بحيث تتفق النسب وقياس التيار الدوّار"),
        new("get the maker's word on breaking at this frequency", "отримати підтвердження виробника щодо вимкнення на цій частоті", "الحصول على تأكيد الشركة المصنّعة للقطع عند هذا التردد"),
        new("install a transfer switch", "встановити перемикач живлення", "تركيب مفتاح تحويل"),
        new("plan pauses, or a second set: the rating is standby", "запланувати перерви або другу установку: потужність резервна", "التخطيط لفترات توقف أو لمجموعة ثانية: القدرة احتياطية"),
        new("put a transformer between set and facility", "поставити трансформатор між установкою та об’єктом", "وضع محول بين المجموعة والمنشأة"),
        new("set protection and voltage control for the lower voltage", "налаштувати захист і регулювання на нижчу напругу", "ضبط الحماية وتنظيم الجهد للجهد الأدنى"),
        new("repair the unit", "відремонтувати одиницю", "إصلاح الوحدة"),
        new("inspect the unit's condition", "оглянути стан одиниці", "فحص حالة الوحدة"),
        new("find out the cooling and its supply", "з’ясувати охолодження та його живлення", "معرفة نظام التبريد وتغذيته"),
        new("look the unit over for missing parts", "перевірити, чи бракує частин", "فحص الوحدة بحثاً عن أجزاء ناقصة"),
        new("settle how the neutral is earthed", "визначити заземлення нейтралі", "تحديد طريقة تأريض نقطة الحياد"),
        new("find out the amount of oil; test it for PCB, gas and moisture", "з’ясувати кількість оливи; перевірити на ПХБ, гази та вологу", "معرفة كمية الزيت وفحصه لمركبات PCB والغازات والرطوبة"),
        new("find out the duty cycle", "з’ясувати цикл операцій", "معرفة دورة التشغيل"),
        new("find out the control voltage", "з’ясувати напругу керування", "معرفة جهد التحكم"),
        new("find out what quenches the arc, and how it is filled", "з’ясувати дугогасне середовище та спосіб заповнення", "معرفة وسط إطفاء القوس وطريقة تعبئته"),
        new("find out the lowest temperature that it works at", "з’ясувати найнижчу робочу температуру", "معرفة أدنى درجة حرارة تشغيل"),
        new("check the foundation for the unit's mass", "перевірити фундамент на масу одиниці", "فحص القاعدة لكتلة الوحدة"),
    ];

    /// <summary>The phrase in the language of the page; null where it is not known.</summary>
    public static string? Of(string english) => s_known.TryGetValue(english, out var text) ? text.ToString() : null;
}
