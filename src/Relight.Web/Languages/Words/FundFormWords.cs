namespace Relight.Web.Languages.Words;

/// <summary>Texts of the pages and forms of one appeal and of one fund.</summary>
public static class FundFormWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NewAppeal = new("Open an appeal", "Оголосити заклик", "فتح نداء");

    public static readonly Text AppealLead = new(
        "A call for help with a target and a period. A pledging conference is an appeal with a day and a place.",
        "Заклик про допомогу з ціллю та строком. Конференція донорів — це заклик із днем і місцем.",
        "نداء للمساعدة بهدف ومدة. مؤتمر التعهدات نداء له يوم ومكان.");

    public static readonly Text ShortName = new("Short name", "Коротка назва", "اسم قصير");
    public static readonly Text KindHint = new("Goods of a kind, or money.", "Товари певного виду або гроші.", "بضائع من نوع، أو مال.");

    public static readonly Text DescriptionHint = new(
        "For goods: what would help, in English.",
        "Для товарів: що допомогло б, англійською.",
        "للبضائع: ما الذي يفيد، بالإنجليزية.");

    public static readonly Text HowMuch = new("How much is asked for", "Скільки просять", "كم المطلوب");
    public static readonly Text UnitHint = new("For goods.", "Для товарів.", "للبضائع.");
    public static readonly Text CurrencyHint = new("For money.", "Для грошей.", "للمال.");
    public static readonly Text FirstDay = new("First day", "Перший день", "أول يوم");
    public static readonly Text LastDay = new("Last day", "Останній день", "آخر يوم");
    public static readonly Text Conference = new("Conference", "Конференція", "المؤتمر");
    public static readonly Text ConferenceDate = new("Day of the conference", "День конференції", "يوم المؤتمر");
    public static readonly Text ConferencePlace = new("Place of the conference", "Місце конференції", "مكان المؤتمر");
    public static readonly Text ConferenceHint = new("Only for a pledging conference.", "Лише для конференції донорів.", "لمؤتمر التعهدات وحده.");
    public static readonly Text Progress = new("Progress", "Поступ", "التقدم");

    public static readonly Text ProgressLead = new(
        "How much of the target has come at least so far: from the lower to the upper bound, with what gives no number counted apart.",
        "Скільки від цілі дійшло щонайменше так далеко: від нижньої до верхньої межі; що не має числа, пораховано окремо.",
        "كم من الهدف بلغ هذه المرحلة على الأقل: من الحد الأدنى إلى الأقصى، وما لا رقم له يُعدّ على حدة.");

    public static readonly Text Sum = new("Sum", "Сума", "المجموع");
    public static readonly Text AnsweredBy = new("Contributions that count towards it", "Внески, що зараховані", "المساهمات المحتسبة له");
    public static readonly Text NoAnswers = new("None yet.", "Ще немає.", "لا شيء بعد.");

    public static readonly Text AnswersFromContributions = new(
        "A contribution is counted towards an appeal on its own page, or not any more.",
        "Внесок зараховують до заклику або знімають на його власній сторінці.",
        "تُحتسب المساهمة لنداء، أو يُلغى احتسابها، في صفحتها.");

    public static readonly Text NotConvertible = new(
        "Cannot be converted, and counts as not specified",
        "Не перерахувати; рахується як не вказане",
        "لا يمكن تحويله ويُعدّ غير محدد");

    public static readonly Text RatesUsed = new("Exchange rates used", "Використані курси", "أسعار الصرف المستخدمة");
    public static readonly Text RateIs = new("1 {0} = {1} {2} ({3})", "1 {0} = {1} {2} ({3})", "1 {0} = {1} {2} ({3})");
    public static readonly Text NewRate = new("Enter an exchange rate", "Внести курс", "إدخال سعر صرف");
    public static readonly Text RateFrom = new("From", "З", "من");
    public static readonly Text RateTo = new("To", "У", "إلى");
    public static readonly Text Rate = new("Rate", "Курс", "السعر");

    public static readonly Text RateHint = new(
        "How many of the second currency one of the first is.",
        "Скільки одиниць другої валюти в одиниці першої.",
        "كم من العملة الثانية تساوي وحدة من الأولى.");

    public static readonly Text RateDate = new("Day of the rate", "День курсу", "يوم السعر");
    public static readonly Text Replaces = new("Puts right the rate", "Виправляє курс", "يصحح السعر");

    public static readonly Text ReplacesHint = new(
        "The rate that stands there for this day, as you saw it.",
        "Наявний курс на цей день, як ви його бачили.",
        "السعر القائم لهذا اليوم كما رأيتموه.");

    public static readonly Text RateSource = new("Source of the rate", "Джерело курсу", "مصدر السعر");
    public static readonly Text RateSourceHint = new("Who publishes it, with address.", "Хто публікує, з адресою.", "من ينشره، مع العنوان.");
    public static readonly Text CloseAppeal = new("Close the appeal", "Закрити заклик", "إغلاق النداء");

    public static readonly Text CloseHint = new(
        "It stays in the register; nothing more is counted towards it.",
        "Він лишається в реєстрі; більше нічого не зараховують.",
        "يبقى في السجل؛ ولا يُحتسب له شيء بعد.");

    public static readonly Text NewFund = new("Open a fund", "Відкрити фонд", "فتح صندوق");

    public static readonly Text FundLead = new(
        "A pooled assistance package: money comes in, with an earmark or without, is reserved for purposes, put under contract and paid out.",
        "Спільний пакет допомоги: гроші надходять, цільові чи ні, їх резервують, контрактують і виплачують.",
        "حزمة مساعدة مجمّعة: يدخلها المال بتخصيص أو بلا تخصيص، ويُحجز لأغراض ويُتعاقد عليه ويُدفع.");

    public static readonly Text ByEarmark = new("Money by earmark", "Гроші за призначенням", "المال حسب التخصيص");

    public static readonly Text EarmarkLead = new(
        "A purpose with an earmark uses the money of that earmark first, then money without one; a purpose without an earmark uses money without one alone.",
        "Мета з призначенням бере спершу гроші цього призначення, потім без призначення; мета без призначення — лише гроші без нього.",
        "الغرض المخصص يستخدم مال تخصيصه أولاً ثم غير المخصص؛ والغرض بلا تخصيص يستخدم غير المخصص وحده.");

    public static readonly Text NothingPaidIn = new("Nothing was paid in yet.", "Ще нічого не сплачено.", "لم يُدفع شيء بعد.");
    public static readonly Text PayIn = new("Enter a payment into the fund", "Внести платіж до фонду", "إدخال دفعة إلى الصندوق");
    public static readonly Text Arrived = new("What reached the fund", "Що надійшло до фонду", "ما وصل إلى الصندوق");
    public static readonly Text ArrivedOn = new("Day of arrival", "День надходження", "يوم الوصول");
    public static readonly Text InCurrency = new("In {0}.", "У {0}.", "بعملة {0}.");

    public static readonly Text EarmarkHint = new(
        "What it may be spent on alone, in English; empty for anything. Money of one earmark bears the same words.",
        "На що лише можна витратити, англійською; порожньо — на будь-що. Гроші одного призначення мають ті самі слова.",
        "ما يجوز صرفه عليه وحده، بالإنجليزية؛ فارغ لأي شيء. مال التخصيص الواحد يحمل الكلمات نفسها.");

    public static readonly Text ContributionHint = new(
        "The pledge that it pays, where it is known.",
        "Обіцянка, яку він сплачує, якщо відома.",
        "التعهد الذي تسدده، إن عُرف.");

    public static readonly Text Given = new("Given in another currency", "Дано в іншій валюті", "أُعطي بعملة أخرى");

    public static readonly Text GivenHint = new(
        "Only where it was not in the currency of the fund; then with the rate, its day and its source.",
        "Лише якщо не у валюті фонду; тоді з курсом, його днем і джерелом.",
        "فقط إن لم يكن بعملة الصندوق؛ وعندها مع السعر ويومه ومصدره.");

    public static readonly Text Reserve = new("Reserve money", "Зарезервувати гроші", "حجز مال");

    public static readonly Text HoldsFiveDays = new(
        "What it is for, in English. It lapses after five days without a contract.",
        "На що, англійською. Без контракту спливає за п’ять днів.",
        "الغرض، بالإنجليزية. يسقط بعد خمسة أيام بلا عقد.");

    public static readonly Text NothingReserved = new("Nothing is reserved.", "Нічого не зарезервовано.", "لا شيء محجوز.");
    public static readonly Text Contract = new("Put under contract", "Законтрактувати", "التعاقد");

    public static readonly Text ContractHint = new(
        "At most what is reserved; the rest goes back to the fund.",
        "Щонайбільше зарезервоване; решта повертається до фонду.",
        "على الأكثر المحجوز؛ والباقي يعود إلى الصندوق.");

    public static readonly Text ContractNumber = new("Number of the contract", "Номер контракту", "رقم العقد");
    public static readonly Text Pay = new("Enter a payment to the seller", "Внести виплату продавцеві", "إدخال دفعة للبائع");
    public static readonly Text LeftToPay = new("Left to pay: {0}", "Лишилося сплатити: {0}", "المتبقي للدفع: {0}");
    public static readonly Text Release = new("Give back to the fund", "Повернути до фонду", "إعادة إلى الصندوق");

    public static readonly Text ReleaseHint = new(
        "All that is held; of a contract, what it has not paid out.",
        "Усе, що зарезервовано; за контрактом — ще не виплачене.",
        "كل المحجوز؛ ومن العقد ما لم يُدفع.");

    public static readonly Text GiveBack = new("Give back to the donor, or correct", "Повернути донорові або виправити", "إعادة إلى المانح أو تصحيح");

    public static readonly Text GiveBackHint = new(
        "What goes back, or was entered too much.",
        "Що повертається або внесено зайвого.",
        "ما يُعاد، أو ما أُدخل زيادة.");
#pragma warning restore CS1591
}
