using System.Text.Json;
using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// One of a closed list that a search can ask for. It is found by its code and by its words in every language, whichever the page
/// has; none of them has a comma or a word such as "and" in it, which stand between conditions.
/// </summary>
/// <param name="Code">Its code, as programs write it.</param>
/// <param name="Shown">What it is called in the languages of readers.</param>
/// <param name="Others">Other words for it.</param>
public sealed record SearchChoice(string Code, Phrase Shown, IReadOnlyList<string> Others)
{
    /// <summary>Whether a word stands for it: letters and digits count, whatever their case and what stands between them.</summary>
    public bool IsMeant(string word) => new[] { Code, Shown.English, Shown.Ukrainian, Shown.Arabic }.Concat(Others).Any(own => Plain(own) == word);

    /// <summary>The letters and digits of a word.</summary>
    internal static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

/// <summary>The closed lists that a search can ask for, in the words of readers.</summary>
internal static class SearchChoices
{
    /// <summary>Kinds of items.</summary>
    public static IReadOnlyList<SearchChoice> Kinds { get; } = Of<ItemKind>(kind => kind switch
    {
        ItemKind.Unspecified => Words("unspecified", "не вказано", "غير محدد", "not specified"),
        ItemKind.Mixed => Words("several kinds", "кілька видів", "أنواع عدة", "several kinds together", "кілька видів разом", "أنواع عدة معاً"),
        ItemKind.Money => Words("money", "гроші", "أموال", "مال"),
        ItemKind.PowerTransformer => Words("power transformer", "силовий трансформатор", "محول قدرة", "power transformers", "силові трансформатори", "محولات قدرة"),
        ItemKind.DistributionTransformer => Words(
            "distribution transformer", "розподільчий трансформатор", "محول توزيع", "distribution transformers", "розподільчі трансформатори", "محولات توزيع"),
        ItemKind.InstrumentTransformer => Words(
            "instrument transformer", "вимірювальний трансформатор", "محول قياس", "instrument transformers", "вимірювальні трансформатори", "محولات قياس"),
        ItemKind.TransformerOfUnknownKind => Words(
            "transformer of unknown kind", "трансформатор невідомого виду", "محول غير محدد النوع",
            "transformers of unknown kind", "трансформатори невідомого виду", "محولات غير محددة النوع"),
        ItemKind.GeneratingSet => Words(
            "generating set", "генераторна установка", "مجموعة توليد", "generating sets", "generator", "генераторні установки", "генератор", "مجموعات توليد", "مولد"),
        ItemKind.GasTurbine => Words("gas turbine", "газова турбіна", "توربين غازي", "gas turbines", "газові турбіни", "توربينات غازية"),
        ItemKind.MobileSubstation => Words(
            "mobile substation", "мобільна підстанція", "محطة فرعية متنقلة", "mobile substations", "мобільні підстанції", "محطات فرعية متنقلة"),
        ItemKind.CircuitBreaker => Words("circuit breaker", "вимикач", "قاطع دارة", "circuit breakers", "breaker", "вимикачі", "قواطع دارة"),
        ItemKind.Disconnector => Words("disconnector", "роз’єднувач", "فاصل", "disconnectors", "роз’єднувачі", "فواصل"),
        ItemKind.SurgeArrester => Words("surge arrester", "обмежувач перенапруг", "مانعة صواعق", "surge arresters", "обмежувачі перенапруг", "مانعات صواعق"),
        ItemKind.Switchgear => Words("switchgear", "розподільчий пристрій", "معدات قطع ووصل", "substation parts", "розподільчі пристрої", "частини підстанцій", "أجزاء محطات"),
        ItemKind.Conductor => Words("conductor", "провід", "موصل", "wire", "cable", "дріт", "кабель", "موصلات", "أسلاك", "كابلات", "كابل"),
        ItemKind.Insulator => Words("insulator", "ізолятор", "عازل", "insulators", "ізолятори", "عوازل"),
        ItemKind.Battery => Words("battery", "акумулятор", "بطارية", "batteries", "акумулятори", "بطاريات"),
        ItemKind.Lighting => Words("lamps", "лампи", "مصابيح", "lamp", "лампа", "مصباح"),
        ItemKind.HeatingEquipment => Words("heating equipment", "опалювальне обладнання", "معدات تدفئة"),
        ItemKind.WaterEquipment => Words("water equipment", "обладнання для води", "معدات مياه"),
        ItemKind.Vehicle => Words("vehicle", "транспорт", "مركبة", "vehicles", "техніка", "техніка й транспорт", "مركبات"),
        ItemKind.Fuel => Words("fuel", "пальне", "وقود"),
        ItemKind.MedicalSupplies => Words("medical supplies", "медичне приладдя", "مستلزمات طبية"),
        ItemKind.WinterEquipment => Words("winter equipment", "зимове спорядження", "تجهيزات شتوية"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    });

    /// <summary>Conditions of units.</summary>
    public static IReadOnlyList<SearchChoice> Conditions { get; } = Of<UnitCondition>(condition => condition switch
    {
        UnitCondition.New => Words("new", "нове", "جديد", "новий", "нова", "нові", "جديدة"),
        UnitCondition.Used => Words("used", "вживане", "مستعمل", "вживаний", "вживана", "вживані", "مستعملة"),
        UnitCondition.Repairable => Words("repairable", "можна відремонтувати", "قابل للإصلاح", "can be repaired", "قابلة للإصلاح"),
        UnitCondition.Unknown => Words("unknown", "невідомо", "غير معروف", "not known", "غير معروفة"),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "has no words"),
    });

    /// <summary>Priorities of needs.</summary>
    public static IReadOnlyList<SearchChoice> Priorities { get; } = Of<Priority>(priority => priority switch
    {
        Priority.Critical => Words("critical", "критичний", "حرجة", "критична"),
        Priority.High => Words("high", "високий", "عالية", "висока"),
        Priority.Normal => Words("normal", "звичайний", "عادية", "звичайна"),
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, "has no words"),
    });

    private static SearchChoice[] Of<T>(Func<T, (Phrase Shown, string[] Others)> words)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(choice => new SearchChoice(JsonNamingPolicy.CamelCase.ConvertName($"{choice}"), words(choice).Shown, words(choice).Others))];

    private static (Phrase Shown, string[] Others) Words(string english, string ukrainian, string arabic, params string[] others) =>
        (new Phrase(english, ukrainian, arabic), others);
}
