namespace Relight.Web.Languages.Words;

/// <summary>Sentences of commands on allocations and on the withdrawal of offers.</summary>
internal static class AllocationRefusals
{
    public static IReadOnlyList<Text> All { get; } =
    [
        new("is the id of another allocation", "це номер іншого розподілу", "هو معرّف تخصيص آخر"),
        new("must be an allocation of this operation", "має бути розподілом цієї операції", "يجب أن يكون تخصيصاً من هذه العملية"),
        new("must be a need of this operation that was not withdrawn", "має бути невідкликаною потребою цієї операції", "يجب أن تكون حاجة من هذه العملية لم تُسحب"),
        new("must be an offer of this operation that was not withdrawn", "має бути невідкликаною пропозицією цієї операції", "يجب أن يكون عرضاً من هذه العملية لم يُسحب"),
        new("must not be more than the offer has free: {0} of {1}", "не більше, ніж вільно в пропозиції: {0} з {1}", "يجب ألا يزيد على المتاح في العرض: {0} من {1}"),
        new("must not be more than the need still takes: {0}", "не більше, ніж ще потрібно: {0}", "يجب ألا يزيد على ما تحتاجه بعد: {0}"),
        new("must be {0}, or that and a multiple of {1}: {2} of {3} units that make one are there", "має бути {0} або стільки й кратне {1}: є {2} із {3} одиниць, що складають одну", "يجب أن يكون {0}، أو ذلك ومضاعفاً لـ {1}: يوجد {2} من {3} وحدات تكوّن واحدة"),
        new("must be a multiple of {0}: so many single-phase units make one", "має бути кратним {0}: стільки однофазних одиниць складають одну", "يجب أن يكون من مضاعفات {0}: هذا عدد الوحدات أحادية الطور التي تكوّن واحدة"),
        new("it must be known how much one unit holds, in {0}", "треба знати, скільки містить одна одиниця, у {0}", "يجب معرفة مقدار ما تحويه الوحدة الواحدة، بوحدة {0}"),
        new("must be an exact amount above 0", "має бути точною кількістю, більшою за 0", "يجب أن تكون كمية محددة تزيد على 0"),
        new("must be measured as the need is, in {0}", "має вимірюватися так само, як потреба: у {0}", "يجب أن تقاس كما تقاس الحاجة: بوحدة {0}"),
        new("must be a need of goods: what is needed in units is held in units", "має бути потребою товарів: потрібне в одиницях утримують в одиницях", "يجب أن تكون حاجة إلى بضائع: ما يُطلب بالوحدات يُحجز بالوحدات"),
        new("must be a whole number of pieces", "має бути цілим числом штук", "يجب أن يكون عدداً صحيحاً من القطع"),
        new("must be no finer than a thousandth of the unit of the need, {0}", "не дрібніше, ніж тисячна частка одиниці потреби: {0}", "يجب ألا تكون أدق من جزء من ألف من وحدة الحاجة: {0}"),
        new("must not be more than the offer has free at least: {0}", "не більше, ніж у пропозиції щонайменше вільно: {0}", "يجب ألا تزيد على أقل ما هو متاح في العرض: {0}"),
        new("does not fit: {0}: {1}", "не підходить: {0} ({1})", "لا يناسب: {0} ({1})"),
        new("must say why, for it cannot be told yet whether it fits: {0}: {1}", "вкажіть підставу, бо ще не видно, чи підходить: {0} ({1})", "اذكروا السبب، فلا يمكن القول بعد هل يناسب: {0} ({1})"),
        new("must be NEED:OFFER or NEED:OFFER:UNITS, with the ids of both", "має бути NEED:OFFER або NEED:OFFER:UNITS з номерами обох", "يجب أن يكون ‎NEED:OFFER‎ أو ‎NEED:OFFER:UNITS‎ بمعرّفي الاثنين"),
        new("must not be more than {0}", "не більше за {0}", "يجب ألا يزيد على {0}"),
        new("its donor gives it to {0} alone, the need is of no one country", "донор дає її лише для {0}, а потреба не належить одній країні", "المانح يعطيه إلى {0} وحدها، والحاجة ليست لبلد واحد"),
        new("its donor gives it to {0} alone, the need is of {1}", "донор дає її лише для {0}, а потреба — {1}", "المانح يعطيه إلى {0} وحدها، والحاجة تعود إلى {1}"),
        new("its donor gives it to {0} alone, the need is at no one place", "донор дає її лише для {0}, а потреба не в одному місці", "المانح يعطيه إلى {0} وحدها، والحاجة ليست في مكان واحد"),
        new("its donor gives it to {0} alone, the need is in {1}", "донор дає її лише для {0}, а потреба — у {1}", "المانح يعطيه إلى {0} وحدها، والحاجة في {1}"),
        new("its donor gives it to facilities of the kinds {0} alone, the need is of no facility", "донор дає її лише об’єктам видів {0}, а потреба не є потребою об’єкта", "المانح يعطيه لمنشآت من الأنواع {0} وحدها، والحاجة ليست لمنشأة"),
        new("its donor gives it to facilities of the kinds {0} alone, the need is of the kind {1}", "донор дає її лише об’єктам видів {0}, а потреба — виду {1}", "المانح يعطيه لمنشآت من الأنواع {0} وحدها، والحاجة من النوع {1}"),
        new("its donor gives it to other organisations alone", "донор дає її лише іншим організаціям", "المانح يعطيه لجهات أخرى وحدها"),
        new("lapsed on {0} UTC: hold the units again", "сплив {0} UTC: утримайте одиниці знову", "انتهى في {0} UTC: احجزوا الوحدات من جديد"),
        new("has lapsed, and the offer has the units again", "сплив, і одиниці знову в пропозиції", "انتهى، وعادت الوحدات إلى العرض"),
        new("is {0}, only what is held can be confirmed", "стан — {0}; підтвердити можна лише утримуване", "حاله {0}، ولا يُؤكَّد إلا المحجوز"),
        new("all of it is lost: nothing is left to confirm", "усе втрачено: підтверджувати нічого", "فُقد كله: لم يبقَ ما يؤكَّد"),
        new("is {0} and holds nothing", "стан — {0}, нічого не утримує", "حاله {0} ولا يحجز شيئاً"),
        new("must be one unit or more of an offer that fits the need and may go there", "має бути одна чи більше одиниць пропозиції, що підходить і може туди йти", "يجب أن تكون وحدة أو أكثر من عرض يناسب الحاجة ويجوز ذهابه إليها"),
        new("must not give the need more than it takes, with what is allocated", "не може дати потребі більше, ніж треба, разом із розподіленим", "يجب ألا يعطي الحاجة أكثر مما تأخذ، مع ما خُصص"),
        new("must not take more than the offer has, with what is allocated", "не може взяти більше, ніж має пропозиція, разом із розподіленим", "يجب ألا يأخذ أكثر مما في العرض، مع ما خُصص"),
        new("needs hold units of it: release them first", "потреби утримують її одиниці: спершу звільніть їх", "احتياجات تحجز وحدات منه: حرروها أولاً"),
        new("units of it are in consignments: {0}; lower its number to these instead", "її одиниці у відправленнях: {0}; натомість зменште її кількість до них", "وحدات منه في إرساليات: {0}؛ خفّضوا عدده إليها بدلاً من ذلك"),
        new("amounts of it are in consignments", "її кількості у відправленнях", "كميات منه في إرساليات"),
        new("the offer has changed since you read it", "пропозицію змінено, відколи ви її прочитали", "تغيّر العرض منذ قراءتكم له"),
        new("the need has changed since you read it", "потребу змінено, відколи ви її прочитали", "تغيّرت الحاجة منذ قراءتكم لها"),
        new("more than were committed ({0}), so that its stage does not follow", "більше, ніж зобов’язано ({0}), тож етап не змінюється", "أكثر مما التُزم به ({0})، فلا تتبعه مرحلتها"),
    ];
}
