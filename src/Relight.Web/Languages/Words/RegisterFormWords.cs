namespace Relight.Web.Languages.Words;

/// <summary>Texts of the forms of sources, claims, links and contributions.</summary>
public static class RegisterFormWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NewSource = new("Enter a source", "Внести джерело", "إدخال مصدر");

    public static readonly Text SourceLead = new(
        "A report, a letter, a press release: where somebody says something about a pledge or an outage. What it says is entered on the page that follows.",
        "Повідомлення, лист, пресреліз: де хтось каже щось про обіцянку чи відключення. Що саме там сказано, вносять на наступній сторінці.",
        "تقرير أو رسالة أو بيان صحفي: حيث يقول أحد شيئاً عن تعهد أو انقطاع. ما يقوله يُدخل في الصفحة التالية.");

    public static readonly Text SourceText = new("Text kept of it", "Збережений текст", "النص المحفوظ منه");

    public static readonly Text SourceTextHint = new(
        "Copy the passage that matters, in its own language. Quotes must stand in it.",
        "Скопіюйте потрібний уривок мовою оригіналу. Цитати мають бути саме з нього.",
        "انسخوا المقطع المهم بلغته. يجب أن ترد الاقتباسات فيه.");

    public static readonly Text UnusedSources = new(
        "Sources from which nothing was entered yet",
        "Джерела, з яких ще нічого не внесено",
        "مصادر لم يُدخل منها شيء بعد");

    public static readonly Text SourcePageLead = new(
        "What the source says goes into the register as claims, in its words and as sure as it says it.",
        "Сказане джерелом потрапляє до реєстру як твердження: його словами й не певніше, ніж воно каже.",
        "ما يقوله المصدر يدخل السجل إفاداتٍ بكلماته وبقدر يقينه.");

    public static readonly Text TextGoesOn = new(
        "Only the beginning is shown: {0} characters are kept.",
        "Показано лише початок: збережено знаків — {0}.",
        "يُعرض البدء وحده: المحفوظ {0} حرفاً.");

    public static readonly Text SaysSoFar = new("Claims entered from it", "Внесені з нього твердження", "الإفادات المُدخلة منه");
    public static readonly Text NoClaimsOfSource = new("None yet.", "Ще немає.", "لا شيء بعد.");

    public static readonly Text ToSource = new(
        "The text kept, and all that was entered from it",
        "Збережений текст і все, що з нього внесено",
        "النص المحفوظ وكل ما أُدخل منه");

    public static readonly Text NewClaim = new("Enter a claim", "Внести твердження", "إدخال إفادة");
    public static readonly Text NewReport = new("Enter an outage report", "Внести повідомлення про відключення", "إدخال تقرير انقطاع");

    public static readonly Text ToEnterReport = new(
        "Outage reports are entered on the page of their source:",
        "Повідомлення про відключення вносять на сторінці їхнього джерела:",
        "تُدخل تقارير الانقطاع في صفحة مصدرها:");

    public static readonly Text Donor = new("Donor", "Донор", "المانح");
    public static readonly Text JointDonor = new("Jointly with", "Разом із", "بالاشتراك مع");
    public static readonly Text JointHint = new("Only where the source names no shares.", "Лише коли джерело не називає часток.", "فقط حيث لا يذكر المصدر حصصاً.");

    public static readonly Text DonorMissing = new(
        "Somebody is missing in the list: enter an organisation",
        "Когось бракує в списку: внести організацію",
        "ينقص أحد في القائمة: إدخال جهة");

    public static readonly Text NewOrganisation = new("Enter an organisation", "Внести організацію", "إدخال جهة");

    public static readonly Text OrganisationLead = new(
        "Who gives, receives, makes or runs something. It can be chosen in every form from then on.",
        "Хто дає, отримує, виробляє чи експлуатує. Відтоді її можна вибрати в кожній формі.",
        "من يعطي أو يستلم أو يصنع أو يشغّل. يمكن اختيارها في كل نموذج بعد ذلك.");

    public static readonly Text EnglishHint = new("In English.", "Англійською.", "بالإنجليزية.");
    public static readonly Text Country = new("Country", "Країна", "البلد");

    public static readonly Text CountryHint = new(
        "A state needs one; groups and international bodies have none.",
        "Потрібна державі; у груп і міжнародних організацій її немає.",
        "الدولة تحتاج إليه؛ وليس للمجموعات والهيئات الدولية بلد.");

    public static readonly Text ItemWords = new("In words", "Словами", "بالكلمات");

    public static readonly Text ItemWordsHint = new(
        "As the source says it, in English: “generating sets of 50 to 100 kVA”.",
        "Як каже джерело, англійською: «generating sets of 50 to 100 kVA».",
        "كما يقول المصدر، بالإنجليزية: «generating sets of 50 to 100 kVA».");

    public static readonly Text QuantityHint = new(
        "For goods; money goes into the fields that follow.",
        "Для товарів; гроші — у наступних полях.",
        "للبضائع؛ والمال في الحقول التالية.");

    public static readonly Text CurrencyHint = new("Only with an amount of money.", "Лише з сумою грошей.", "فقط مع مبلغ مال.");
    public static readonly Text ValueDate = new("Day of the amount", "День суми", "يوم المبلغ");
    public static readonly Text ValueDateHint = new("By the rate of this day it is converted.", "За курсом цього дня її перераховують.", "يُحوَّل بسعر هذا اليوم.");

    public static readonly Text DateHint = new(
        "A day (2022-12-16), a month (2022-12) or a year, as sure as the source is.",
        "День (2022-12-16), місяць (2022-12) або рік: наскільки певне джерело.",
        "يوم (\u20662022-12-16\u2069) أو شهر (\u20662022-12\u2069) أو سنة، بقدر يقين المصدر.");

    public static readonly Text QuoteHint = new("Word for word from the text kept.", "Дослівно зі збереженого тексту.", "حرفياً من النص المحفوظ.");
    public static readonly Text ChannelHint = new("For example a civil protection mechanism.", "Наприклад, механізм цивільного захисту.", "مثل آلية حماية مدنية.");
    public static readonly Text TakesPlaceOf = new("Takes the place of", "Заміняє", "يحل محل");
    public static readonly Text TakeReportBack = new("Take an outage report back", "Відкликати повідомлення про відключення", "سحب تقرير انقطاع");
    public static readonly Text Report = new("Outage report", "Повідомлення про відключення", "تقرير الانقطاع");

    public static readonly Text ReportHint = new(
        "Only for slips of entry, such as another area: what the source itself put right is a report that takes its place.",
        "Лише для помилок внесення, як-от інша область: що виправило саме джерело, є повідомленням на заміну.",
        "لأخطاء الإدخال وحدها، كمنطقة أخرى: ما صححه المصدر نفسه تقرير يحل محله.");

    public static readonly Text Goods = new("Goods", "Товари", "البضائع");
    public static readonly Text Proposals = new("Proposed links", "Пропоновані зв’язки", "الروابط المقترحة");
    public static readonly Text ProposalsOfClaim = new("Links of this claim", "Зв’язки цього твердження", "روابط هذه الإفادة");

    public static readonly Text ProposalsLead = new(
        "Claims that look as if they spoke of the same gift, the likeliest first. Nothing is linked until you decide; read both quotes.",
        "Твердження, що, схоже, говорять про один дар, найімовірніші спочатку. Нічого не пов’язано, доки не вирішите ви; прочитайте обидві цитати.",
        "إفادات تبدو أنها تتحدث عن العطاء نفسه، الأرجح أولاً. لا شيء يُربط حتى تقرروا؛ اقرؤوا الاقتباسين.");

    public static readonly Text NoProposals = new(
        "Nothing looks alike enough to be proposed.",
        "Нічого настільки схожого, щоб пропонувати, немає.",
        "لا شيء متشابه بما يكفي لاقتراحه.");

    public static readonly Text TooMany = new(
        "Among more than {0} claims, links are proposed for one at a time: open a claim, and there “Link with other claims”.",
        "Коли тверджень понад {0}, зв’язки пропонують для кожного окремо: відкрийте твердження, а там «Пов’язати з іншими».",
        "بين أكثر من {0} إفادة تُقترح الروابط لكل واحدة على حدة: افتحوا إفادة ثم «ربطها بغيرها».");

    public static readonly Text ShownOf = new("{0} of {1}", "{0} з {1}", "{0} من {1}");
    public static readonly Text Alike = new("alike by {0}", "схожі на {0}", "تشابه {0}");
    public static readonly Text FirstToSecond = new("The first {0} the second", "Перше {0} друге", "الأولى {0} الثانية");
    public static readonly Text SecondToFirst = new("The second {0} the first", "Друге {0} перше", "الثانية {0} الأولى");
    public static readonly Text Decide = new("Decide how they stand to each other", "Вирішити, як вони співвідносяться", "تقرير العلاقة بينهما");
    public static readonly Text HowTheyStand = new("How they stand to each other", "Як вони співвідносяться", "العلاقة بينهما");
    public static readonly Text LinkThem = new("Link them", "Пов’язати", "ربطهما");

    public static readonly Text LinkByHand = new(
        "Link with a claim that is not proposed",
        "Пов’язати з твердженням, якого не запропоновано",
        "الربط بإفادة غير مقترحة");

    public static readonly Text OtherHint = new(
        "Claims of the same donors. “The first” is this claim, “the second” the other one.",
        "Твердження тих самих донорів. «Перше» — це твердження, «друге» — інше.",
        "إفادات المانحين أنفسهم. «الأولى» هذه الإفادة، و«الثانية» الأخرى.");

    public static readonly Text OtherAddress = new("Or the address of its page", "Або адреса його сторінки", "أو عنوان صفحتها");

    public static readonly Text OtherAddressHint = new(
        "As it stands in the browser; it takes precedence over the choice.",
        "Як у браузері; має перевагу над вибором.",
        "كما في المتصفح؛ وله الأولوية على الاختيار.");

    public static readonly Text ToLinks = new("Link with other claims", "Пов’язати з іншими", "ربطها بغيرها");
    public static readonly Text TakeLinkBack = new("Take a link back", "Відкликати зв’язок", "سحب رابط");
    public static readonly Text Link = new("Link", "Зв’язок", "الرابط");
    public static readonly Text Adopt = new("Adopt into a contribution", "Прийняти до внеску", "اعتمادها في مساهمة");
    public static readonly Text AdoptThem = new("Adopt", "Прийняти", "اعتماد");
    public static readonly Text Contribution = new("Contribution", "Внесок", "المساهمة");
    public static readonly Text NewContribution = new("a new contribution", "новий внесок", "مساهمة جديدة");

    public static readonly Text ContributionHint = new(
        "A gift that is counted already, or a new one. Totals count contributions, so that a pledge reported three times counts once.",
        "Дар, який уже враховано, або новий. Підсумки рахують внески, тож обіцянка, про яку сказано тричі, рахується раз.",
        "عطاء محسوب بالفعل أو جديد. المجاميع تعدّ المساهمات، فالتعهد المذكور ثلاث مرات يُعدّ مرة.");

    public static readonly Text TitleOfContribution = new("Title of the contribution", "Назва внеску", "عنوان المساهمة");

    public static readonly Text TitleHint = new(
        "A new contribution needs one; else it changes the one that is there. In English.",
        "Новому внеску вона потрібна; інакше змінить наявну. Англійською.",
        "تحتاج إليه المساهمة الجديدة؛ وإلا غيّر القائم. بالإنجليزية.");

    public static readonly Text NewTitle = new("New title", "Нова назва", "عنوان جديد");

    public static readonly Text WhyAdopt = new(
        "Why this value and not another: it stands beside the value for good.",
        "Чому це значення, а не інше: підстава лишається поруч зі значенням.",
        "لماذا هذه القيمة لا غيرها: يبقى السبب بجانب القيمة.");

    public static readonly Text Retract = new("Take this claim back", "Відкликати це твердження", "سحب هذه الإفادة");

    public static readonly Text RetractHint = new(
        "Only for slips of entry: it does not say what its source says. What a source put right later is another claim.",
        "Лише для помилок внесення: воно не каже того, що джерело. Що джерело виправило згодом, є іншим твердженням.",
        "لأخطاء الإدخال وحدها: لا تقول ما يقوله مصدرها. ما صححه المصدر لاحقاً إفادة أخرى.");

    public static readonly Text Change = new("Change the contribution", "Змінити внесок", "تغيير المساهمة");

    public static readonly Text Advance = new(
        "Something came a stage further, was withdrawn or lost",
        "Щось просунулося на етап, відкликано чи втрачено",
        "تقدّم شيء مرحلة، أو سُحب أو فُقد");

    public static readonly Text WhatMoves = new("What, and from which stage", "Що і з якого етапу", "ماذا ومن أي مرحلة");
    public static readonly Text ToStage = new("To stage", "На етап", "إلى مرحلة");

    public static readonly Text ToStageHint = new(
        "The one that comes next, or withdrawn, or lost.",
        "Наступний або відкликано, або втрачено.",
        "التالية، أو مسحوب، أو مفقود.");

    public static readonly Text InAll = new("How much has come that far in all", "Скільки всього дійшло так далеко", "كم بلغ هذه المرحلة إجمالاً");
    public static readonly Text HowKnown = new("How you know", "Звідки ви знаєте", "كيف عرفتم");
    public static readonly Text StepBack = new("Correct a stage that was entered by mistake", "Виправити етап, внесений помилково", "تصحيح مرحلة أُدخلت خطأ");
    public static readonly Text WhichStep = new("What has not come so far", "Що не дійшло так далеко", "ما لم يبلغ ذلك");
    public static readonly Text AdoptMore = new("Adopt values of another claim", "Прийняти значення з іншого твердження", "اعتماد قيم من إفادة أخرى");

    public static readonly Text AdoptMoreHint = new(
        "A value of the same item and stage takes the place of the one that is there; the ledger keeps both.",
        "Значення того самого предмета й етапу заміняє наявне; журнал зберігає обидва.",
        "قيمة للصنف والمرحلة نفسيهما تحل محل القائمة؛ ويحفظ الدفتر كلتيهما.");

    public static readonly Text DropClaim = new("Take a claim out", "Вилучити твердження", "إخراج إفادة");

    public static readonly Text DropHint = new(
        "With every value that rests on it. With its last claim the contribution ends.",
        "З кожним значенням, що на ньому стоїть. З останнім твердженням внесок закінчується.",
        "مع كل قيمة تستند إليها. ومع آخر إفادة تنتهي المساهمة.");

    public static readonly Text BeginsWithClaim = new(
        "A contribution begins with a claim that is adopted:",
        "Внесок починається з прийнятого твердження:",
        "تبدأ المساهمة بإفادة معتمدة:");

    public static readonly Text Answer = new("Count it towards an appeal", "Зарахувати до заклику", "احتسابها لنداء");

    public static readonly Text AnswerHint = new(
        "A contribution answers one appeal at most, so that it counts once.",
        "Внесок відповідає щонайбільше на один заклик, тож рахується раз.",
        "المساهمة تستجيب لنداء واحد على الأكثر فتُعدّ مرة.");

    public static readonly Text Answers = new("Counts towards:", "Зараховано до:", "تُحتسب لـ:");
    public static readonly Text AnswerBack = new("Count it towards no appeal any more", "Більше не зараховувати до заклику", "عدم احتسابها لنداء");
#pragma warning restore CS1591
}
