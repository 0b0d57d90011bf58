using Relight.Restoration;

namespace Relight.Web.Languages.Words;

/// <summary>Texts about arrivals that no longer hold, and about planning anew for them.</summary>
public static class ArrivalWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Arrivals that changed", "Прибуття, що змінилися", "ما تغيّر من مواعيد الوصول");
    public static readonly Text Lead = new(
        "Units that the plan reckons with and that come at other hours than it takes for granted. The plan stays as it is until you adopt another.",
        "Одиниці, на які розраховує план і які прибудуть в інший час. План лишається, доки ви не приймете інший.",
        "وحدات تعتمد عليها الخطة وتصل في غير ما افترضته. تبقى الخطة كما هي حتى تعتمدوا غيرها.");

    public static readonly Text Holds = new("Every unit comes when the plan has it.", "Кожна одиниця прибуде, коли її чекає план.", "كل وحدة تصل حين تنتظرها الخطة.");
    public static readonly Text Concerned = new(
        "Equipment of {0} repairs comes at other hours than the plan has it; {1} of them cannot begin as planned.",
        "Обладнання для ремонтів ({0}) прибуде не тоді, коли його чекає план; з них не можуть початися за планом: {1}.",
        "معدات {0} من الإصلاحات تصل في غير موعد الخطة؛ و{1} منها لا يمكن أن يبدأ كما خُطط.");

    public static readonly Text Repair = new("Repair for", "Ремонт для", "الإصلاح لأجل");
    public static readonly Text PlanHas = new("Plan has it there", "За планом прибуває", "تصل بحسب الخطة");
    public static readonly Text IsThere = new("Is there", "Прибуде", "تصل");
    public static readonly Text Begins = new("Repair was to begin", "Ремонт мав початися", "كان الإصلاح سيبدأ");
    public static readonly Text NotAnyMore = new("does not come any more", "більше не прибуде", "لم تعد تصل");
    public static readonly Text CannotBegin = new("cannot begin as planned", "не може початися за планом", "لا يمكن أن يبدأ كما خُطط");
    public static readonly Text OnTime = new("begins as planned", "почнеться за планом", "يبدأ كما خُطط");
    public static readonly Text PlanAnew = new("Plan anew", "Перепланувати", "إعادة التخطيط");
    public static readonly Text NowHours = new("Hour up to which the plan has been carried out", "Година, до якої план виконано", "الساعة التي نُفذت الخطة حتى نهايتها");
    public static readonly Text Takes = new("takes {0} seconds, and a machine of its own for them", "триває {0} с і займає машину", "يستغرق {0} ثانية ويشغل الجهاز خلالها");
    public static readonly Text Running = new("Planning anew: {0} of the time is used, the best so far leaves {1} MWh by weight unserved.", "Перепланування: використано {0} часу, найкраще досі не забезпечує {1} зважених МВт·год.", "تُعاد الخطة: استُخدم {0} من الوقت، وأفضلها حتى الآن يترك {1} ميغاواط ساعة موزونة دون تغذية.");
    public static readonly Text Reloads = new("This page reads itself again until it is done.", "Сторінка оновлюється, доки не буде готово.", "تعيد هذه الصفحة قراءة نفسها حتى الانتهاء.");
    public static readonly Text Stop = new("Stop with the best so far", "Зупинити з найкращим досі", "التوقف عند أفضل ما وُجد");
    public static readonly Text Proposed = new("The plan made anew", "Новий план", "الخطة المعادة");
    public static readonly Text ProposedAt = new("Made on {0}; it is kept until somebody decides, or another plan is kept.", "Зроблено {0}; зберігається до рішення або до іншого плану.", "أُعدت في {0}؛ وتُحفظ حتى يُتخذ القرار أو تُحفظ خطة أخرى.");
    public static readonly Text Against = new("{0} MWh unserved by weight; carried on as it was, the old plan leaves {1}.", "{0} зважених МВт·год не забезпечено; старий план, якщо його вести далі, не забезпечить {1}.", "{0} ميغاواط ساعة موزونة دون تغذية؛ ولو استمرت الخطة القديمة لتركت {1}.");
    public static readonly Text WasStopped = new("It was stopped: this is the best found until then.", "Зупинено: це найкраще, що знайдено.", "أُوقف: هذا أفضل ما وُجد حتى ذلك.");
    public static readonly Text Adopt = new("Adopt this plan", "Прийняти цей план", "اعتماد هذه الخطة");
    public static readonly Text Drop = new("Leave the plan as it is", "Лишити план, як є", "ترك الخطة كما هي");
    public static readonly Text Moves = new("What changes, and why", "Що змінюється і чому", "ما يتغيّر ولماذا");
    public static readonly Text Counted = new("{0}: {1}", "{0}: {1}", "{0}: {1}");
    public static readonly Text OnlyPlanners = new("Which repairs move is told to planners alone, for it names places.", "Які ремонти зсуваються, видно лише плановикам, бо це називає місця.", "الإصلاحات التي تنتقل يراها المخططون وحدهم لأنها تذكر أماكن.");
    public static readonly Text Failed = new("Planning anew failed, and the plan stays as it is. Try again.", "Перепланувати не вдалося, план лишається. Спробуйте ще раз.", "تعذّرت إعادة التخطيط وتبقى الخطة كما هي. حاولوا من جديد.");
    public static readonly Text HoursLater = new("{0} h later", "на {0} год пізніше", "بعد ذلك بـ {0} س");
    public static readonly Text HoursEarlier = new("{0} h earlier", "на {0} год раніше", "قبل ذلك بـ {0} س");
    private static readonly Text s_more = new("{0} and {1} more", "{0} та ще {1}", "{0} و{1} غيرها");
#pragma warning restore CS1591

    /// <summary>What becomes of a repair.</summary>
    public static Text Of(MoveKind kind) => kind switch
    {
        MoveKind.Ended => new("ended", "закінчено", "انتهى"),
        MoveKind.FoundDone => new("found done", "виявлено зробленим", "وُجد منجزاً"),
        MoveKind.GoesOn => new("under way", "триває", "جارٍ"),
        MoveKind.New => new("new", "новий", "جديد"),
        MoveKind.Earlier => new("earlier", "раніше", "أبكر"),
        MoveKind.Later => new("later", "пізніше", "أبعد"),
        MoveKind.OtherCrew => new("other crew", "інша бригада", "فريق آخر"),
        _ => new("as before", "як і раніше", "كما كان"),
    };

    /// <summary>One reason why a repair moved.</summary>
    /// <param name="cause">The reason.</param>
    /// <param name="nameOf">Names an element.</param>
    public static string Of(MoveCause cause, Func<Grid.ElementId, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(cause);
        var (before, now, crew) = (Hour(cause.Before), Hour(cause.Now), Design.Show.Isolated(cause.Crew ?? ""));
        var names = Names(cause, nameOf);
        return cause.Kind switch
        {
            MoveCauseKind.Equipment => s_equipment.With(now, before),
            MoveCauseKind.Work => s_work.With(now, before),
            MoveCauseKind.NotBegun => s_notBegun.With(before),
            MoveCauseKind.CrewLost => s_crewLost.With(crew),
            MoveCauseKind.CrewHour => s_crewHour.With(crew, now, before),
            MoveCauseKind.CrewAdded => s_crewAdded.With(crew),
            MoveCauseKind.NowBefore => s_nowBefore.With(crew, names),
            MoveCauseKind.NoLongerBefore => s_noLongerBefore.With(crew, names),
            _ => s_follows.With(names, now, before),
        };
    }

    private static readonly Text s_equipment = new("its equipment is there at hour {0}, not {1}", "його обладнання буде о годині {0}, а не {1}", "معداته تصل في الساعة {0} لا {1}");
    private static readonly Text s_work = new("it takes {0} h, not {1} h", "потребує {0} год, а не {1}", "يستغرق {0} س لا {1}");
    private static readonly Text s_notBegun = new("it has not begun at hour {0}", "не почався о годині {0}", "لم يبدأ في الساعة {0}");
    private static readonly Text s_crewLost = new("{0} is lost", "бригади {0} більше немає", "فُقد {0}");
    private static readonly Text s_crewHour = new("{0} starts repairs from hour {1}, not {2}", "{0} починає з години {1}, а не {2}", "{0} يبدأ من الساعة {1} لا {2}");
    private static readonly Text s_crewAdded = new("{0} was added", "додано бригаду {0}", "أُضيف {0}");
    private static readonly Text s_nowBefore = new("{0} first does {1}", "{0} спершу робить {1}", "{0} ينجز أولاً {1}");
    private static readonly Text s_noLongerBefore = new("{0} no longer does {1} first", "{0} більше не робить спершу {1}", "{0} لم يعد ينجز {1} أولاً");
    private static readonly Text s_follows = new("it follows {0}, which ends at hour {1}, not {2}", "іде за {0}, що закінчується о годині {1}, а не {2}", "يتبع {0} الذي ينتهي في الساعة {1} لا {2}");

    private static string Hour(double? hour) => hour is { } known ? Design.Show.Hours(known) : "–";

    private static string Names(MoveCause cause, Func<Grid.ElementId, string> nameOf)
    {
        const int Named = 3;
        var names = Design.Show.List(cause.Elements.Take(Named).Select(element => Design.Show.Isolated(nameOf(element))));
        return cause.Elements.Count > Named ? s_more.With(names, cause.Elements.Count - Named) : names;
    }
}
