using Relight.Matching;
using Relight.Plans;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of proposed allocations, and of planning and allocating together.</summary>
public static class ProposalWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Proposed allocation", "Пропоноване закріплення", "التخصيص المقترح");

    public static readonly Text Lead = new(
        "All open needs against all free units at once, so that they are worth most together. What is held and confirmed stays.",
        "Усі відкриті потреби й усі вільні одиниці разом, так щоб разом вони дали найбільше. Закріплене й підтверджене лишається.",
        "كل الاحتياجات المفتوحة أمام كل الوحدات المتاحة دفعة واحدة، بحيث تكون قيمتها معاً أكبر ما يمكن. ما حُجز وأُكِّد يبقى.");

    public static readonly Text Held = new("Held units", "Закріплені одиниці", "الوحدات المحجوزة");
    public static readonly Text Together = new("Planned together", "Спільне планування", "التخطيط المشترك");
    public static readonly Text Worth = new("Worth together", "Разом дає", "القيمة معاً");
    public static readonly Text WorthUnit = new("MWh by weight", "МВт·год за вагою", "م.و.س بحسب الأوزان");
    public static readonly Text Proof = new("Proof", "Доказ", "الإثبات");
    public static readonly Text Proven = new("proven", "доведено", "مثبت");
    public static readonly Text ProvenFrom = new("No allocation is worth more.", "Жодне закріплення не дає більше.", "لا تخصيص أعلى قيمة.");
    public static readonly Text GapFrom = new("None is worth more than {0}; gap {1}.", "Жодне не дає понад {0}; розрив {1}.", "لا تخصيص تتجاوز قيمته {0}؛ الفجوة {1}.");
    public static readonly Text Interrupted = new("Stopped early: the best so far.", "Зупинено завчасно: найкраще дотепер.", "أُوقف مبكراً: أفضل ما وُجد حتى الآن.");
    public static readonly Text ValuesOf = new("Values computed {0}.", "Значення обчислено {0}.", "حُسبت القيم في {0}.");

    public static readonly Text OutOfDate = new(
        "They are out of date: needs, offers, allocations or plans have changed since.",
        "Вони застаріли: відтоді змінилися потреби, пропозиції, закріплення або плани.",
        "لم تعد حديثة: تغيرت منذ ذلك الحين احتياجات أو عروض أو تخصيصات أو خطط.");

    public static readonly Text NoValues = new(
        "Nothing is valued yet: needs at damaged elements count by their priority alone.",
        "Ще нічого не оцінено: потреби на пошкоджених елементах рахуються лише за пріоритетом.",
        "لم تُقدَّر أي قيمة بعد: تُحسب احتياجات العناصر المتضررة بأولويتها وحدها.");

    public static readonly Text Compute = new("Compute the values anew", "Обчислити значення заново", "إعادة حساب القيم");
    public static readonly Text ComputeTakes = new("Takes about {0} seconds.", "Триває близько {0} секунд.", "يستغرق نحو {0} ثانية.");
    public static readonly Text Busy = new("Values are being computed already: look again in a minute.", "Значення вже обчислюються: погляньте за хвилину.", "تُحسب القيم الآن: أعد النظر بعد دقيقة.");
    public static readonly Text NoPlan = new("There is no plan yet to compute values from.", "Ще немає плану, з якого обчислити значення.", "لا خطة بعد تُحسب منها القيم.");
    public static readonly Text Gifts = new("Who gets what", "Хто що отримує", "من يحصل على ماذا");
    public static readonly Text Gets = new("Gets", "Отримує", "يحصل على");
    public static readonly Text Ready = new("Ready", "Готово", "جاهز في");
    public static readonly Text WorthOf = new("Worth, MWh by weight", "Дає, МВт·год за вагою", "القيمة، م.و.س بحسب الأوزان");
    public static readonly Text From = new("Found by", "Звідки", "المصدر");
    public static readonly Text StandingUnits = new("{0} held already", "{0} вже закріплено", "{0} محجوزة أصلاً");
    public static readonly Text WorkHours = new("with {0} h of work", "з роботою {0} год", "مع عمل {0} ساعة");
    public static readonly Text HoldThis = new("Hold", "Закріпити", "حجز");
    public static readonly Text HoldThisOf = new("Hold: {0}", "Закріпити: {0}", "حجز: {0}");
    public static readonly Text HoldAll = new("Hold all that is proposed", "Закріпити все запропоноване", "حجز كل المقترح");
    public static readonly Text Stay = new("Let it stay", "Хай лишається", "ليبقَ");
    public static readonly Text StayOf = new("Let it stay: {0}", "Хай лишається: {0}", "ليبقَ: {0}");
    public static readonly Text Stays = new("stays by your choice", "лишається за вашим вибором", "يبقى باختيارك");
    public static readonly Text LetGo = new("Free all choices", "Скасувати вибір", "إلغاء الاختيارات");
    public static readonly Text Without = new("Who goes without, and why", "Хто лишається без нічого і чому", "من يبقى بلا شيء، ولماذا");
    public static readonly Text NoneWithout = new("No need goes without.", "Жодна потреба не лишається без покриття.", "لا احتياج يبقى بلا تلبية.");
    public static readonly Text Missing = new("{0} missing", "бракує {0}", "ينقص {0}");
    public static readonly Text LostTo = new("Lost by {0} MWh by weight to:", "Поступилася на {0} МВт·год за вагою:", "خسر بفارق {0} م.و.س بحسب الأوزان أمام:");

    public static readonly Text NotReckoned = new(
        "Needs of money, and of goods of which nobody has said how much, are not reckoned with: {0}. Offers of which nobody has said when they are there, nor when and from where they can leave, are left out: {1}.",
        "Потреби в грошах і в товарах, де не сказано скільки, не враховано: {0}. Пропозиції, де не сказано, коли вони прибудуть, ані коли й звідки можуть виїхати, пропущено: {1}.",
        "احتياجات الأموال والسلع التي لم تُذكر كميتها غير محسوبة: {0}. وتُركت العروض التي لم يُذكر متى تصل ولا متى ومن أين يمكن أن تغادر: {1}.");

    public static readonly Text JointLead = new(
        "Damage, repair, need, match, arrival, plan, value of each need, allocation, and round again until it settles; beside it, units allocated first and planned then.",
        "Пошкодження, ремонт, потреба, збіг, прибуття, план, значення кожної потреби, закріплення, і знову, доки не усталиться; поруч: спершу закріпити, тоді планувати.",
        "ضرر فإصلاح فاحتياج فمطابقة فوصول فخطة فقيمة كل احتياج فتخصيص، ثم من جديد حتى يستقر؛ وإلى جانبه: التخصيص أولاً ثم التخطيط.");

    public static readonly Text NoJoint = new("Not done yet.", "Ще не зроблено.", "لم يُنجز بعد.");
    public static readonly Text Way = new("How units are allocated", "Як закріплюють одиниці", "كيف تُخصَّص الوحدات");
    public static readonly Text WayJoint = new("together with the plan", "разом із планом", "مع الخطة معاً");
    public static readonly Text WayFit = new("first, by what fits and comes first", "спершу, за придатністю і раннім прибуттям", "أولاً، بما يناسب ويصل أولاً");
    public static readonly Text WayVoltage = new("first, by voltage and what comes first", "спершу, за напругою і раннім прибуттям", "أولاً، بالجهد وما يصل أولاً");
    public static readonly Text Lost = new("Unserved, MWh", "Недовідпущено, МВт·год", "غير المزوَّد، م.و.س");
    public static readonly Text LostWeighted = new("By weight, MWh", "За вагою, МВт·год", "بحسب الأوزان، م.و.س");
    public static readonly Text PeopleHours = new("People-hours without power", "Людино-години без світла", "ساعات الأشخاص بلا كهرباء");
    public static readonly Text SavedAgainstVoltage = new("Saved against voltage alone", "Заощаджено проти самої напруги", "الموفَّر مقابل الجهد وحده");
    public static readonly Text SavedAgainstFit = new("Saved against first come", "Заощаджено проти раннього прибуття", "الموفَّر مقابل الوصول الأول");
    public static readonly Text Misfits = new("Of {1} units given by voltage {0} turn out not to fit; of {2} it cannot be told yet.", "З {1} одиниць, наданих за напругою, не підходять: {0}; ще не ясно про: {2}.", "من {1} وحدة أُعطيت بالجهد: لا تناسب {0}، ولا يمكن الجزم بعد في {2}.");
    public static readonly Text Energies = new("Energy that the repaired grid would serve.", "Енергія, яку подала б відновлена мережа.", "الطاقة التي كانت الشبكة المصلحة ستزوّدها.");
    public static readonly Text Rounds = new("Rounds", "Раунди", "الجولات");
    public static readonly Text Round = new("Round", "Раунд", "الجولة");
    public static readonly Text RepairsWithUnit = new("Repairs with a unit", "Ремонтів з одиницею", "إصلاحات لها وحدة");
    public static readonly Text Changed = new("Changed", "Змінилося", "تغيَّر");
    public static readonly Text ArrivalsChanged = new("Units of the present plan that come at another hour than it takes for granted: {0}.", "Одиниць чинного плану, що прибувають в іншу годину, ніж у ньому: {0}.", "وحدات في الخطة الحالية تصل في ساعة غير المفترضة فيها: {0}.");
    public static readonly Text ToPlan = new("To the plan", "До плану", "إلى الخطة");
#pragma warning restore CS1591

    /// <summary>Where a worth comes from.</summary>
    public static Text Of(WorthBasis basis) => basis switch
    {
        WorthBasis.Plan => new("planning anew", "нове планування", "تخطيط جديد"),
        WorthBasis.Load => new("the load that it carries", "навантаження, яке вона несе", "الحمل الذي تحمله"),
        _ => new("priority alone", "сам пріоритет", "الأولوية وحدها"),
    };

    /// <summary>Why a need goes without.</summary>
    public static Text Of(Shortage why) => why switch
    {
        Shortage.NothingFits => new("nothing that is free fits", "нічого вільного не підходить", "لا شيء متاح يناسب"),
        Shortage.Locked => new("what would fit is held for others", "придатне закріплене за іншими", "ما يناسب محجوز لغيره"),
        Shortage.WorthNothing => new(
            "what would fit brings nothing there: it comes too late, or no plan that was found gains by it",
            "придатне там нічого не дає: прибуває запізно або жоден знайдений план від нього не виграє",
            "ما يناسب لا يجلب شيئاً هناك: يصل متأخراً، أو لا تكسب به أي خطة وُجدت"),
        Shortage.WorthMoreElsewhere => new("what would fit is worth more elsewhere", "придатне дає більше деінде", "ما يناسب أجدى في مكان آخر"),
        _ => new("not looked into", "не розглянуто", "لم يُنظر فيه"),
    };

    /// <summary>How rounds ended.</summary>
    public static Text Of(JointEnd end) => end switch
    {
        JointEnd.Settled => new("settled: the last gave the same allocation again", "усталилося: останній дав те саме закріплення", "استقر: أعطت الأخيرة التخصيص نفسه"),
        JointEnd.Cycle => new("a cycle: the last led back to an earlier allocation; the best was kept", "цикл: останній повернув до попереднього закріплення; збережено найкраще", "دورة: عادت الأخيرة إلى تخصيص سابق؛ حُفظ الأفضل"),
        JointEnd.Stopped => new("stopped; the best was kept", "зупинено; збережено найкраще", "أُوقف؛ حُفظ الأفضل"),
        _ => new("no more are done; the best was kept", "більше не виконують; збережено найкраще", "لا مزيد منها؛ حُفظ الأفضل"),
    };
}
