namespace Relight.Web.Languages.Words;

/// <summary>Sentences of commands on appeals, funds and exchange rates.</summary>
internal static class FundRefusals
{
    public static IReadOnlyList<Text> All { get; } = [.. Appeals, .. Rates, .. Funds];

    private static IReadOnlyList<Text> Appeals =>
    [
        new("is the id of an appeal of another operation", "це номер заклику іншої операції", "هو معرّف نداء في عملية أخرى"),
        new("an appeal is closed by closing it, with a reason", "заклик закривають окремо, з підставою", "يُغلق النداء بإغلاقه مع السبب"),
        new("must stay what contributions answer already ({0})", "має лишитися тим, на що вже відповідають внески ({0})", "يجب أن يبقى ما تستجيب له المساهمات ({0})"),
        new("must be a kind of goods; money has a target of its own", "має бути видом товарів; гроші мають власну ціль", "يجب أن يكون نوع بضائع؛ وللمال هدفه"),
        new("must be an appeal of this operation", "має бути закликом цієї операції", "يجب أن يكون نداء من هذه العملية"),
        new("must not be before the period begins ({0})", "не може бути раніше початку строку ({0})", "يجب ألا يكون قبل بداية المدة ({0})"),
        new("must be above 0; where no number is named it is 'unspecified'", "має бути більше за 0; якщо числа немає, виберіть «числа не названо»", "يجب أن يكون أكبر من 0؛ وحيث لا رقم اختاروا «لم يُذكر رقم»"),
        new("must be a currency that is known", "має бути відома валюта", "يجب أن تكون عملة معروفة"),
        new("the appeal has changed since you read it", "заклик змінено, відколи ви його прочитали", "تغيّر النداء منذ قراءتكم له"),
        new("is closed already: {0}", "уже закрито: {0}", "مغلق بالفعل: {0}"),
        new("is closed: {0}", "закрито: {0}", "مغلق: {0}"),
        new("answers this appeal already", "уже зараховано до цього заклику", "محتسبة لهذا النداء بالفعل"),
        new("answers appeal {0} and would count twice: take it back there first", "зараховано до заклику {0} і рахувалося б двічі: спершу зніміть там", "محتسبة للنداء {0} وستُعدّ مرتين: ألغوا احتسابها هناك أولاً"),
        new("must have something of what the appeal asks for ({0})", "має містити щось із того, про що просить заклик ({0})", "يجب أن تتضمن شيئاً مما يطلبه النداء ({0})"),
        new("must answer an appeal of this operation", "має бути зараховано до заклику цієї операції", "يجب أن تكون محتسبة لنداء من هذه العملية"),
        new("the amount has no date", "сума не має дня", "ليس للمبلغ يوم"),
        new("no rate from {0} to {1} on or before {2}", "немає курсу з {0} у {1} на {2} чи раніше", "لا سعر من {0} إلى {1} في {2} أو قبله"),
        new("the amount is too large in the other currency", "сума завелика в іншій валюті", "المبلغ كبير جداً بالعملة الأخرى"),
        new("{0} cannot be told in {1}", "{0} не перевести в {1}", "لا يمكن التعبير عن {0} بوحدة {1}"),
    ];

    private static IReadOnlyList<Text> Rates =>
    [
        new("must be another currency than the one given", "має бути іншою валютою", "يجب أن تكون عملة أخرى"),
        new("an unknown currency converts into nothing", "невідому валюту не перерахувати", "العملة المجهولة لا تُحوَّل"),
        new("nothing converts into an unknown currency", "у невідому валюту не перерахувати", "لا تحويل إلى عملة مجهولة"),
        new("must be from 0.000001 to 1000000", "має бути від 0.000001 до 1000000", "يجب أن يكون من 0.000001 إلى 1000000"),
        new("the rate of this pair and day is another one now", "курс цієї пари на цей день тепер інший", "سعر هذا الزوج في هذا اليوم صار غيره"),
        new("must be left out where it is in the fund's currency ({0})", "не вказуйте, якщо це валюта фонду ({0})", "اتركوه إن كان بعملة الصندوق ({0})"),
        new("must name the rate from {0} to {1}, its day and its source", "вкажіть курс з {0} у {1}, його день і джерело", "يجب ذكر السعر من {0} إلى {1} ويومه ومصدره"),
        new("must not be later than the payment ({0})", "не може бути пізніше платежу ({0})", "يجب ألا يكون بعد الدفعة ({0})"),
        new("is not what {0} make by this rate", "не стільки дають {0} за цим курсом", "ليس ما تبلغه {0} بهذا السعر"),
    ];

    private static IReadOnlyList<Text> Funds =>
    [
        new("is the id of another payment", "це номер іншого платежу", "هو معرّف دفعة أخرى"),
        new("without what was given in another currency there is nothing to convert", "без суми в іншій валюті нема чого перераховувати", "بلا مبلغ بعملة أخرى لا شيء يُحوَّل"),
        new("is the id of another fund", "це номер іншого фонду", "هو معرّف صندوق آخر"),
        new("is the id of another reservation", "це номер іншого резервування", "هو معرّف حجز آخر"),
        new("must be a fund of this operation", "має бути фондом цієї операції", "يجب أن يكون صندوقاً من هذه العملية"),
        new("is the name of another fund", "це назва іншого фонду", "هو اسم صندوق آخر"),
        new("money is kept in a currency that is known", "гроші тримають у відомій валюті", "يُحفظ المال بعملة معروفة"),
        new("the same donors paid the same in on the same day, as payment {0}; it may be entered twice", "ті самі донори того самого дня сплатили стільки ж (платіж {0}); можливо, внесено двічі", "دفع المانحون أنفسهم المبلغ نفسه في اليوم نفسه (الدفعة {0})؛ قد يكون أُدخل مرتين"),
        new("must not bring the fund above {0}", "не може довести фонд понад {0}", "يجب ألا يرفع الصندوق فوق {0}"),
        new("they are not those of the contribution", "це не донори внеску", "ليسوا مانحي المساهمة"),
        new("nothing of the contribution is known to be paid in {0}", "про сплату внеску в {0} нічого не відомо", "لا يُعرف أن شيئاً من المساهمة دُفع بعملة {0}"),
        new("together with {0} it is more than the contribution paid ({1})", "разом із {0} це більше, ніж сплачено за внеском ({1})", "مع {0} يزيد على ما دفعته المساهمة ({1})"),
        new("must not be more than what is available: {0}", "не більше, ніж доступно: {0}", "يجب ألا يزيد على المتاح: {0}"),
        new("no money of this fund has an earmark", "у цього фонду немає цільових грошей", "لا مال مخصصاً في هذا الصندوق"),
        new("must be one that money was paid in under: {0}", "має бути одним із тих, на які сплачено: {0}", "يجب أن يكون مما دُفع تحته مال: {0}"),
        new("must be a reservation of this operation", "має бути резервуванням цієї операції", "يجب أن يكون حجزاً من هذه العملية"),
        new("lapsed on {0} UTC: reserve anew", "сплило {0} UTC: зарезервуйте знову", "سقط في {0} UTC: احجزوا من جديد"),
        new("has lapsed, and the fund has the money again", "сплило, гроші знову у фонду", "سقط وعاد المال إلى الصندوق"),
        new("is {0}: only reserved money can be put under contract", "стан — {0}: законтрактувати можна лише зарезервоване", "حاله {0}: لا يُتعاقد إلا على مال محجوز"),
        new("is {0}: only what is under contract can be paid", "стан — {0}: сплатити можна лише законтрактоване", "حاله {0}: لا يُدفع إلا ما بموجب عقد"),
        new("must not be more than what is reserved: {0}", "не більше, ніж зарезервовано: {0}", "يجب ألا يزيد على المحجوز: {0}"),
        new("must not be more than what the contract leaves to pay: {0}", "не більше, ніж лишилося сплатити за контрактом: {0}", "يجب ألا يزيد على ما تبقى دفعه في العقد: {0}"),
        new("must be a payment into a fund of this operation", "має бути платежем до фонду цієї операції", "يجب أن تكون دفعة إلى صندوق من هذه العملية"),
        new("must not be more than what was paid: {0}", "не більше, ніж сплачено: {0}", "يجب ألا يزيد على ما دُفع: {0}"),
        new("must not be more than what is neither held nor spent: {0}", "не більше, ніж не зарезервовано й не витрачено: {0}", "يجب ألا يزيد على ما لم يُحجز ولم يُصرف: {0}"),
        new("must say something, or be left out", "має щось означати або бути порожнім", "يجب أن يعني شيئاً أو يُترك"),
    ];
}
