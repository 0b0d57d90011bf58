using System.Globalization;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of needs, offers and matches.</summary>
public static class NeedWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NeedsLead = new("What is missing, and what would serve.", "Чого бракує і що підійшло б.", "ما ينقص وما يفي بالحاجة.");
    public static readonly Text OffersLead = new("What is concretely available, and where it fits.", "Що справді є і куди воно підходить.", "ما هو متاح فعلاً وأين يناسب.");
    public static readonly Text Need = new("Need", "Потреба", "الاحتياج");
    public static readonly Text Offer = new("Offer", "Пропозиція", "العرض");
    public static readonly Text Kind = new("Kind", "Вид", "النوع");
    public static readonly Text Priority = new("Priority", "Пріоритет", "الأولوية");
    public static readonly Text Voltage = new("Upper voltage, kV", "Вища напруга, кВ", "الجهد الأعلى، كيلوفولت");
    public static readonly Text LowVoltage = new("Lower voltage, kV", "Нижча напруга, кВ", "الجهد الأدنى، كيلوفولت");
    public static readonly Text Power = new("Power, MVA", "Потужність, МВА", "القدرة، م.ف.أ");
    public static readonly Text Load = new("Load, kW", "Навантаження, кВт", "الحمل، كيلوواط");
    public static readonly Text Units = new("Units", "Одиниць", "الوحدات");
    public static readonly Text Deadline = new("Deadline", "Термін", "الموعد الأخير");
    public static readonly Text Oblast = new("Oblast", "Область", "المقاطعة");
    public static readonly Text NeededBy = new("Needed by", "Хто потребує", "الجهة المحتاجة");
    public static readonly Text Donor = new("Donor", "Донор", "المانح");
    public static readonly Text Condition = new("Condition", "Стан", "الحالة");
    public static readonly Text AvailableFrom = new("Available from", "Доступно з", "متاح من");
    public static readonly Text Arrival = new("Expected arrival", "Очікуване прибуття", "الوصول المتوقع");
    public static readonly Text Place = new("Stands at", "Стоїть у", "مكان الوجود");
    public static readonly Text DispatchCountry = new("Dispatched from", "Відправлення з", "بلد الإرسال");
    public static readonly Text OriginalTitle = new("Title in the register", "Назва в реєстрі", "العنوان في السجل");
    public static readonly Text Requirement = new("What would serve", "Що підійшло б", "ما يفي بالحاجة");
    public static readonly Text Specification = new("Specification", "Технічні дані", "المواصفات");
    public static readonly Text Contribution = new("Part of contribution", "Частина внеску", "جزء من مساهمة");

    public static readonly Text Site = new("Exact place", "Точне місце", "المكان الدقيق");
    public static readonly Text ShowSite = new("Show the exact place", "Показати точне місце", "عرض المكان الدقيق");
    public static readonly Text SiteIsRecorded = new("That it was looked at is kept in the ledger.", "Перегляд записується в журнал.", "يُسجَّل الاطلاع عليه في السجل.");
    public static readonly Text Element = new("Network element", "Елемент мережі", "عنصر الشبكة");

    public static readonly Text Matches = new("Matches", "Збіги", "المطابقات");
    public static readonly Text MatchesOfNeed = new("Offers of this kind, best first", "Пропозиції цього виду, спершу найкращі", "عروض من هذا النوع، الأفضل أولاً");
    public static readonly Text MatchesOfOffer = new("Needs of this kind, best first", "Потреби цього виду, спершу найкращі", "احتياجات من هذا النوع، الأفضل أولاً");
    public static readonly Text NoMatches = new("Nothing of this kind.", "Нічого такого виду.", "لا شيء من هذا النوع.");
    public static readonly Text BestVerdict = new("Best match", "Найкращий збіг", "أفضل مطابقة");
    public static readonly Text Margin = new("smallest margin {0}", "найменший запас {0}", "أصغر هامش {0}");
    public static readonly Text Rule = new("Rule", "Правило", "القاعدة");
    public static readonly Text VerdictHeading = new("Verdict", "Висновок", "الحكم");
    public static readonly Text Numbers = new("Numbers compared", "Порівняні числа", "الأرقام المقارنة");
    public static readonly Text MarginHeading = new("Margin", "Запас", "الهامش");
    public static readonly Text Source = new("Follows", "За чим", "المرجع");
    public static readonly Text WorkToDo = new("Work to be done", "Що зробити", "العمل المطلوب");
    public static readonly Text WorkHours = new("{0} h, {1}", "{0} год, {1}", "{0} ساعة، {1}");
    public static readonly Text AnyCrew = new("any crew", "будь-яка бригада", "أي فريق");
    public static readonly Text ToAsk = new("To ask", "Що запитати", "ما ينبغي السؤال عنه");
    public static readonly Text AskDonor = new("donor", "донора", "المانح");
    public static readonly Text AskOperator = new("operator", "оператора", "المشغّل");
    public static readonly Text DoesNotCount = new("told for information, does not count", "для відома, не враховується", "للعلم فقط ولا يُحتسب");
    public static readonly Text EachRule = new("Each rule with its numbers", "Кожне правило з числами", "كل قاعدة بأرقامها");

    private static readonly Text s_bay = new("{0} {1}/{2} kV, {3} MVA", "{0} {1}/{2} кВ, {3} МВА", "{0} {1}/{2} كيلوفولت، {3} م.ف.أ");
    private static readonly Text s_bayWithoutLoad = new("{0} {1}/{2} kV", "{0} {1}/{2} кВ", "{0} {1}/{2} كيلوفولت");
    private static readonly Text s_transformer = new("Power transformer", "Силовий трансформатор", "محول قدرة");
    private static readonly Text s_breaker = new("Circuit breaker, {0} kV", "Вимикач, {0} кВ", "قاطع دارة، {0} كيلوفولت");
    private static readonly Text s_disconnector = new("Disconnector, {0} kV", "Роз’єднувач, {0} кВ", "فاصل، {0} كيلوفولت");
    private static readonly Text s_current = new("Current transformer, {0} kV", "Трансформатор струму, {0} кВ", "محول تيار، {0} كيلوفولت");
    private static readonly Text s_voltage = new("Voltage transformer, {0} kV", "Трансформатор напруги, {0} кВ", "محول جهد، {0} كيلوفولت");
    private static readonly Text s_turbine = new("Gas turbine, {0} MW", "Газова турбіна, {0} МВт", "توربين غازي، {0} ميغاواط");
    private static readonly Text s_conductor = new("Conductor, {0} km", "Провід, {0} км", "موصل، {0} كم");
    private static readonly Text s_cable = new("Cable, {0} km", "Кабель, {0} км", "كابل، {0} كم");
    private static readonly Text s_pump = new("Pump, {0} m³/h", "Насос, {0} м³/год", "مضخة، {0} م³/ساعة");
    private static readonly Text s_boiler = new("Boiler, {0} kW", "Котел, {0} кВт", "غلاية، {0} كيلوواط");
    private static readonly Text s_facility = new("Power for: {0}, {1} kW", "Живлення: {0}, {1} кВт", "تغذية: {0}، {1} كيلوواط");
    private static readonly Text s_colon = new("{0}: {1}", "{0}: {1}", "{0}: {1}");
#pragma warning restore CS1591

    /// <summary>A need's name in the language of the page, made of what would serve it; it gives no site away.</summary>
    public static string TitleOf(Requirement requirement) => requirement switch
    {
        TransformerBay { LoadMegavoltamperes: { } load } bay => s_bay.With(FunctionOf(bay.Function), Show.Number(bay.HighKilovolts), Show.Number(bay.LowKilovolts), Show.Number(load)),
        TransformerBay bay => s_bayWithoutLoad.With(FunctionOf(bay.Function), Show.Number(bay.HighKilovolts), Show.Number(bay.LowKilovolts)),
        BreakerBay bay => s_breaker.With(Show.Number(bay.SystemUm)),
        DisconnectorBay bay => s_disconnector.With(Show.Number(bay.SystemUm)),
        InstrumentPlace place => (place.Measures == InstrumentKind.Current ? s_current : s_voltage).With(Show.Number(place.SystemUm)),
        TurbineSite site => s_turbine.With(Show.Number(site.Megawatts)),
        LineSection section => (section.Form == ConductorForm.Cable ? s_cable : s_conductor).With(Show.Number(section.LengthMetres / 1000)),
        PumpPlace place => s_pump.With(Show.Number(place.CubicMetresPerHour)),
        HeatPlace place => s_boiler.With(Show.Number(place.HeatKilowatts)),
        FacilityPower power => s_facility.With(ItemWords.Of(power.Facility), Show.Number(power.LoadKilowatts)),
        GoodsRequirement goods => s_colon.With(ItemWords.Of(goods.Goods.Kind), QuantityWords.Of(goods.Amount)),
        MoneyRequirement money => s_colon.With(ItemWords.Of(ItemKind.Money), QuantityWords.Of(money.Amount)),
        _ => ItemWords.Of(requirement?.Item ?? ItemKind.Unspecified),
    };

    /// <summary>What a verdict is called.</summary>
    public static Text Of(Verdict verdict) => verdict switch
    {
        Verdict.Fits => new("fits", "підходить", "مناسب"),
        Verdict.FitsWithWork => new("fits with work", "підходить із роботою", "مناسب مع أعمال"),
        Verdict.CannotTellYet => new("cannot tell yet", "ще не ясно", "لا يمكن الجزم بعد"),
        _ => new("does not fit", "не підходить", "غير مناسب"),
    };

    /// <summary>What a crew with a skill is called; the word of the data itself where it is another.</summary>
    public static string OfSkill(string skill) => skill switch
    {
        Skills.Transformer => new Text("transformer crew", "бригада трансформаторів", "فريق المحولات"),
        Skills.Substation => new Text("substation crew", "бригада підстанцій", "فريق المحطات الفرعية"),
        Skills.Line => new Text("line crew", "лінійна бригада", "فريق الخطوط"),
        Skills.Generator => new Text("generator crew", "бригада генераторів", "فريق المولدات"),
        _ => skill,
    };

    /// <summary>Why a rule says what it says.</summary>
    public static string Of(Reason reason) => reason.In(PageLanguage.Current.Code, new GroupedNumbers(CultureInfo.CurrentCulture), UnitWords.OfCode);

    /// <summary>The tone of a verdict.</summary>
    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Fits => Tone.Good,
        Verdict.FitsWithWork => Tone.Work,
        Verdict.CannotTellYet => Tone.Open,
        _ => Tone.Bad,
    };

    private static string FunctionOf(TransformerFunction? function) => function is { } known ? ItemWords.Of(known) : s_transformer;
}
