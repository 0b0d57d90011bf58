using Relight.Facilities;
using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the pages on facilities, their sets and their fuel.</summary>
public static class FacilityWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Facilities = new("Facilities", "Об’єкти", "المنشآت");

    public static readonly Text Lead = new(
        "Hospitals, water works, heat plants, shelters and telecom sites: how long the grid is away, which generating set goes where, and the fuel for it.",
        "Лікарні, водоканали, теплові станції, укриття та об’єкти зв’язку: скільки немає мережі, яка генераторна установка куди йде і скільки їй треба пального.",
        "المستشفيات ومحطات المياه والتدفئة والملاجئ ومواقع الاتصالات: كم تغيب الشبكة، وأي مجموعة توليد تذهب إلى أين، وما تحتاجه من وقود.");

    public static readonly Text LeadForDonors = new(
        "What a generating set would have to do, facility by facility, without the place.",
        "Що має робити генераторна установка на кожному об’єкті, без зазначення місця.",
        "ما ينبغي أن تؤديه مجموعة التوليد في كل منشأة، من دون ذكر المكان.");

    public static readonly Text All = new("All facilities", "Усі об’єкти", "كل المنشآت");
    public static readonly Text Without = new("Left without", "Без установки", "بلا مجموعة");
    public static readonly Text Refuelling = new("Refuelling", "Заправлення", "التزود بالوقود");
    public static readonly Text Fuel = new("Fuel by day and oblast", "Пальне за днями й областями", "الوقود بحسب اليوم والمقاطعة");
    public static readonly Text Facility = new("Facility", "Об’єкт", "المنشأة");
    public static readonly Text From = new("From", "Від", "من");
    public static readonly Text DaysAsked = new("Days", "Днів", "عدد الأيام");
    public static readonly Text Show = new("Show", "Показати", "عرض");
    public static readonly Text Period = new("{0} to {1}", "від {0} до {1}", "من {0} إلى {1}");
    public static readonly Text ByPlan = new("hours by the plan “{0}”", "години за планом «{0}»", "الساعات وفق الخطة «{0}»");

    public static readonly Text NoPlan = new(
        "there is no plan: hours by outage reports where there are some",
        "плану немає: години за повідомленнями про відключення, де вони є",
        "لا توجد خطة: الساعات وفق تقارير الانقطاع حيث وُجدت");

    public static readonly Text Standing = new("Stands", "Стан", "الحال");
    public static readonly Text Typical = new("Typical load, kW", "Звичайне навантаження, кВт", "الحمل المعتاد، كيلوواط");
    public static readonly Text Essential = new("Essential load, kW", "Необхідне навантаження, кВт", "الحمل الأساسي، كيلوواط");
    public static readonly Text People = new("People who depend on it", "Людей, що від нього залежать", "الأشخاص المعتمدون عليها");
    public static readonly Text Tolerance = new("Can stand without power, h", "Витримає без живлення, год", "تتحمل من دون كهرباء، ساعة");
    public static readonly Text Fuels = new("Fuels there", "Пальне на місці", "الوقود المتاح هناك");
    public static readonly Text Tank = new("Tank, litres", "Бак, літрів", "الخزان، لتر");
    public static readonly Text RunBy = new("Run by", "Ким керується", "الجهة المشغّلة");
    public static readonly Text MostHours = new("Without grid, most hours a day", "Без мережі, найбільше годин на день", "بلا شبكة، أقصى ساعات في اليوم");
    public static readonly Text PeopleHours = new("People-hours beyond tolerance", "Людино-годин понад витримку", "شخص·ساعة فوق التحمل");
    public static readonly Text Set = new("Generating set", "Генераторна установка", "مجموعة التوليد");
    public static readonly Text Day = new("Day", "День", "اليوم");
    public static readonly Text HoursWithout = new("Hours without grid", "Годин без мережі", "ساعات بلا شبكة");
    public static readonly Text HoursBeyond = new("Hours beyond tolerance", "Годин понад витримку", "ساعات فوق التحمل");
    public static readonly Text KnownFrom = new("Known from", "Звідки відомо", "مصدر المعرفة");
    public static readonly Text Litres = new("Litres", "Літрів", "لتر");
    public static readonly Text LitresAnHour = new("Litres an hour", "Літрів на годину", "لتر في الساعة");
    public static readonly Text TankHours = new("A full tank lasts, h", "Повного бака вистачить, год", "يكفي الخزان الممتلئ، ساعة");
    public static readonly Text LoadOfSet = new("Carries, kW", "Несе, кВт", "يغذي، كيلوواط");
    public static readonly Text LoadFrom = new("{0} kW, from {1}", "{0} кВт, від {1}", "{0} كيلوواط، من {1}");
    public static readonly Text EssentialAlone = new("the essential load alone", "лише необхідне навантаження", "الحمل الأساسي وحده");
    public static readonly Text ShareOfSet = new("{0} % of the set", "{0} % установки", "{0} % من المجموعة");
    public static readonly Text ServesFrom = new("Serves from", "Працює з", "تعمل من");
    public static readonly Text Saves = new("Saves, people-hours", "Береже, людино-годин", "توفر، شخص·ساعة");
    public static readonly Text Trips = new("Trips", "Рейсів", "رحلات");
    public static readonly Text TankLasts = new("Tank lasts, h, at the least", "Бака вистачить, год, щонайменше", "يكفي الخزان، ساعة، على الأقل");
    public static readonly Text Why = new("Why", "Чому", "السبب");
    public static readonly Text LostTo = new("Lost to", "На користь", "لصالح");
    public static readonly Text LostBy = new("By, people-hours", "На скільки, людино-годин", "بمقدار، شخص·ساعة");
    public static readonly Text Refused = new("Refused by", "Відхилено правилом", "رفضته القاعدة");
    public static readonly Text RefusedOffers = new("{0}: {1}", "{0}: {1}", "{0}: {1}");
    public static readonly Text Nearest = new("The nearest", "Найближча", "الأقرب");
    public static readonly Text Sets = new("Generating sets that are offered", "Запропоновані генераторні установки", "مجموعات التوليد المعروضة");
    public static readonly Text NoSets = new("No generating set is offered.", "Генераторних установок не запропоновано.", "لا توجد مجموعة توليد معروضة.");
    public static readonly Text GetsTitle = new("The set for it", "Установка для нього", "المجموعة المخصصة لها");
    public static readonly Text DaysTitle = new("Day by day", "День за днем", "يوماً بيوم");
    public static readonly Text Total = new("All oblasts", "Усі області", "كل المقاطعات");
    public static readonly Text ShowPlaces = new("Show the exact places", "Показати точні місця", "عرض الأماكن الدقيقة");
    public static readonly Text PlaceTitle = new("Exact places of your facilities on the list", "Точні місця ваших об’єктів зі списку", "الأماكن الدقيقة لمنشآتك في القائمة");
    public static readonly Text Print = new("This page prints without menus.", "Ця сторінка друкується без меню.", "تُطبع هذه الصفحة من دون القوائم.");

    public static readonly Text SavedFigure = new("People-hours saved by sets", "Людино-годин збережено установками", "شخص·ساعة توفرها المجموعات");
    public static readonly Text Proven = new("no assignment saves more", "жоден розподіл не збереже більше", "لا يوفر أي توزيع أكثر");
    public static readonly Text AtMostMore = new("the best saves {0} at most", "найкращий збереже щонайбільше {0}", "أفضل توزيع يوفر {0} على الأكثر");
    public static readonly Text WithoutFigure = new("Facilities left without", "Об’єктів без установки", "منشآت بلا مجموعة");
    public static readonly Text GetFigure = new("Facilities that get a set", "Об’єктів з установкою", "منشآت تحصل على مجموعة");
    public static readonly Text FuelFigure = new("Fuel on the day with most, litres", "Пального за найважчий день, літрів", "الوقود في أكثر الأيام استهلاكاً، لتر");
    public static readonly Text PeopleNote = new("people: {0}", "людей: {0}", "أشخاص: {0}");

    public static readonly Text OneSet = new(
        "One set a facility: whether several can run together is not known from their plates.",
        "Одна установка на об’єкт: чи можуть кілька працювати разом, із табличок не видно.",
        "مجموعة واحدة لكل منشأة: لا يُعرف من اللوحات هل يمكن تشغيل عدة مجموعات معاً.");

    public static readonly Text FullAtFirst = new(
        "Tanks are taken to be full when a set begins to serve, and are filled before a quarter is left, reckoned with the most that may be burnt.",
        "Баки вважаються повними, коли установка починає працювати; їх доливають, доки не лишилася чверть, за найбільшою можливою витратою.",
        "تُعد الخزانات ممتلئة عند بدء عمل المجموعة، وتُملأ قبل أن يبقى ربعها، وفق أقصى استهلاك ممكن.");

    private static readonly Text s_title = new("{0}, {1} kW", "{0}, {1} кВт", "{0}، {1} كيلوواط");
#pragma warning restore CS1591

    /// <summary>A facility's name in the language of the page, made of its kind and load; it gives no site away.</summary>
    public static string TitleOf(FacilityKind kind, decimal? typical, decimal? essential) => (typical ?? essential) is { } load
        ? s_title.With(ItemWords.Of(kind), Design.Show.Number(load))
        : ItemWords.Of(kind);

    /// <summary>The same of a view for coordinators.</summary>
    public static string TitleOf(FacilityForCoordination facility)
    {
        ArgumentNullException.ThrowIfNull(facility);
        return TitleOf(facility.Kind, facility.TypicalKilowatts, facility.EssentialKilowatts);
    }

    /// <summary>Hours, litres an hour or the like to a tenth, which is more than is known of them already; "not known" where they are not.</summary>
    public static string ToTenth(Bounds bounds) => InWords(bounds, number => Math.Round(number, 1));

    /// <summary>People-hours to two figures, as people are shown; "not known" where they are not.</summary>
    public static string PeopleHoursOf(Bounds bounds) => InWords(bounds, number => (decimal)Design.Show.RoundPeople((double)number));

    /// <summary>One number of people-hours to two figures; "not known" where it is not.</summary>
    public static string PeopleHoursOf(decimal? number) => number is { } known ? Design.Show.People((double)known) : CommonWords.Unknown;

    /// <summary>A sum of litres in whole ones. What was burnt stays between its bounds.</summary>
    public static Total InLitres(Total litres) => Outward(litres, (number, rounding) => Math.Round(number, rounding));

    /// <summary>Litres in whole ones, which is more than is known of them already; "not known" where they are not.</summary>
    public static string LitresOf(Bounds bounds) => bounds.IsSpecified ? QuantityWords.Of(InLitres(Relight.Register.Total.Of(bounds))) : CommonWords.Unknown;

    /// <summary>A sum of people to two figures, as people are shown, and still between its bounds.</summary>
    public static Total InPeople(Total people) => Outward(people, (number, rounding) => (decimal)Design.Show.RoundPeople((double)number, rounding));

    private static Total Outward(Total total, Func<decimal, MidpointRounding, decimal> round) => total.Upper == total.Lower
        ? total with { Lower = round(total.Lower, MidpointRounding.AwayFromZero), BoundedUpper = round(total.BoundedUpper, MidpointRounding.AwayFromZero) }
        : total with { Lower = round(total.Lower, MidpointRounding.ToNegativeInfinity), BoundedUpper = round(total.BoundedUpper, MidpointRounding.ToPositiveInfinity) };

    private static string InWords(Bounds bounds, Func<decimal, decimal> round) => !bounds.IsSpecified
        ? CommonWords.Unknown
        : (round(bounds.Lower), bounds.Upper is { } upper ? round(upper) : (decimal?)null) switch
        {
            (var least, null) => QuantityWords.AtLeast.With(Design.Show.Number(least)),
            (var least, { } most) when least == most => Design.Show.Number(least),
            (var least, { } most) => QuantityWords.Between.With(Design.Show.Number(least), Design.Show.Number(most)),
        };

    /// <summary>How a facility stands.</summary>
    public static Text Of(FacilityStanding standing) => standing switch
    {
        FacilityStanding.GridIsEnough => new("grid is enough", "мережі досить", "الشبكة تكفي"),
        FacilityStanding.GetsSet => new("gets a set", "отримує установку", "تحصل على مجموعة"),
        _ => new("left without", "без установки", "بلا مجموعة"),
    };

    /// <summary>What colour says about it.</summary>
    public static Tone ToneOf(FacilityStanding standing) => standing switch
    {
        FacilityStanding.GridIsEnough => Tone.None,
        FacilityStanding.GetsSet => Tone.Good,
        _ => Tone.Bad,
    };

    /// <summary>Why a facility is left without a set.</summary>
    public static Text Of(WhyWithout why) => why switch
    {
        WhyWithout.NothingFits => new("nothing that is offered fits", "жодна пропозиція не підходить", "لا شيء من المعروض يناسب"),
        WhyWithout.CannotTellYet => new("cannot tell yet: a value is missing", "поки не сказати: бракує значення", "لا يمكن القول بعد: تنقص قيمة"),
        WhyWithout.ArrivalUnknown => new("what fits has no day of arrival", "придатне не має дня прибуття", "المناسب ليس له يوم وصول"),
        WhyWithout.TooLate => new("what fits comes too late", "придатне прибуває запізно", "المناسب يصل متأخراً"),
        WhyWithout.NobodyAffected => new("nobody is known to be affected", "невідомо, щоб хтось постраждав", "لا يُعرف أن أحداً متضرر"),
        WhyWithout.LostToOthers => new("does more elsewhere", "більше користі в іншому місці", "أنفع في مكان آخر"),
        _ => new("not looked into", "не розглянуто", "لم يُبحث"),
    };

    /// <summary>What hours are known from.</summary>
    public static Text Of(HoursFrom from) => from switch
    {
        HoursFrom.Plan => new("the plan", "план", "الخطة"),
        HoursFrom.OutageReports => new("outage reports", "повідомлення про відключення", "تقارير الانقطاع"),
        _ => new("nothing", "нізвідки", "لا شيء"),
    };
}
