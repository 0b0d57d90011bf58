using System.Collections.Frozen;

namespace Relight.Web.Languages.Words;

/// <summary>Names of areas of the first administrative level, by OCHA P-code.</summary>
public static class AreaWords
{
    private static readonly FrozenDictionary<string, Text> s_names = new Dictionary<string, Text>
    {
        ["UA01"] = new("Crimea", "Крим", "القرم"),
        ["UA05"] = new("Vinnytsia", "Вінницька", "فينيتسا"),
        ["UA07"] = new("Volyn", "Волинська", "فولين"),
        ["UA12"] = new("Dnipropetrovsk", "Дніпропетровська", "دنيبروبتروفسك"),
        ["UA14"] = new("Donetsk", "Донецька", "دونيتسك"),
        ["UA18"] = new("Zhytomyr", "Житомирська", "جيتومير"),
        ["UA21"] = new("Zakarpattia", "Закарпатська", "زاكارباتيا"),
        ["UA23"] = new("Zaporizhzhia", "Запорізька", "زابوريجيا"),
        ["UA26"] = new("Ivano-Frankivsk", "Івано-Франківська", "إيفانو فرانكيفسك"),
        ["UA32"] = new("Kyiv oblast", "Київська", "مقاطعة كييف"),
        ["UA35"] = new("Kirovohrad", "Кіровоградська", "كيروفوهراد"),
        ["UA44"] = new("Luhansk", "Луганська", "لوهانسك"),
        ["UA46"] = new("Lviv", "Львівська", "لفيف"),
        ["UA48"] = new("Mykolaiv", "Миколаївська", "ميكولايف"),
        ["UA51"] = new("Odesa", "Одеська", "أوديسا"),
        ["UA53"] = new("Poltava", "Полтавська", "بولتافا"),
        ["UA56"] = new("Rivne", "Рівненська", "ريفنه"),
        ["UA59"] = new("Sumy", "Сумська", "سومي"),
        ["UA61"] = new("Ternopil", "Тернопільська", "تيرنوبل"),
        ["UA63"] = new("Kharkiv", "Харківська", "خاركيف"),
        ["UA65"] = new("Kherson", "Херсонська", "خيرسون"),
        ["UA68"] = new("Khmelnytskyi", "Хмельницька", "خميلنيتسكي"),
        ["UA71"] = new("Cherkasy", "Черкаська", "تشيركاسي"),
        ["UA73"] = new("Chernivtsi", "Чернівецька", "تشيرنيفتسي"),
        ["UA74"] = new("Chernihiv", "Чернігівська", "تشيرنيهيف"),
        ["UA80"] = new("Kyiv", "Київ", "كييف"),
        ["UA85"] = new("Sevastopol", "Севастополь", "سيفاستوبول"),
    }.ToFrozenDictionary();

    /// <summary>P-codes of the areas that have a name.</summary>
    internal static IReadOnlyDictionary<string, Text> All => s_names;

    /// <summary>Every code that has a name, in order.</summary>
    public static IEnumerable<string> Codes => s_names.Keys.Order(StringComparer.Ordinal);

    /// <summary>The name of an area in the language of the page; the code itself where it is not a known one.</summary>
    public static string Of(string pCode) => s_names.TryGetValue(pCode, out var name) ? name : pCode;
}
