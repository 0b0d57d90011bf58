namespace Relight.Web.Languages.Words;

/// <summary>Sentences of commands on deliveries.</summary>
internal static class DeliveryRefusals
{
    public static IReadOnlyList<Text> All { get; } = [.. Records, .. Lines, .. Ways, .. Receipts, .. Installing, .. Labels, .. LossWords.Refusals];

    private static IReadOnlyList<Text> Records =>
    [
        new("is the id of a place of another operation", "це номер місця іншої операції", "هو معرّف مكان في عملية أخرى"),
        new("is the code of another place of this operation", "це код іншого місця цієї операції", "هو رمز مكان آخر في هذه العملية"),
        new("must have a latitude of −90 to 90 and a longitude of −180 to 180 degrees", "має мати широту від −90 до 90 і довготу від −180 до 180 градусів", "يجب أن يكون خط عرضه من −90 إلى 90 وخط طوله من −180 إلى 180 درجة"),
        new("must stay a hub while there is stock in it", "має лишатися складом, поки там є запас", "يجب أن يبقى مركزاً ما دام فيه مخزون"),
        new("must be a UN/LOCODE such as UALWO: country and three letters or digits", "має бути кодом UN/LOCODE, як-от UALWO: країна і три літери чи цифри", "يجب أن يكون رمز UN/LOCODE مثل UALWO: البلد وثلاثة أحرف أو أرقام"),
        new("must be {0} or {1} mm", "має бути {0} або {1} мм", "يجب أن يكون {0} أو {1} مم"),
        new("is the id of another consignment", "це номер іншого відправлення", "هو معرّف إرسالية أخرى"),
        new("must be a consignment of this operation", "має бути відправленням цієї операції", "يجب أن تكون إرسالية من هذه العملية"),
        new("the consignment has changed since you read it", "відправлення змінено, відколи ви його прочитали", "تغيّرت الإرسالية منذ قراءتكم لها"),
        new("the stock has changed since you read it", "запас змінено, відколи ви його прочитали", "تغيّر المخزون منذ قراءتكم له"),
        new("is what the register has already", "реєстр уже це містить", "هو ما في السجل أصلاً"),
        new("must be a hub of this operation", "має бути складом цієї операції", "يجب أن يكون مركزاً من هذه العملية"),
        new("was called off", "скасовано", "أُلغيت"),
        new("must not have left, nor be called off already", "не може вже виїхати чи бути скасованим", "يجب ألا تكون قد غادرت أو أُلغيت"),
        new("must not have left, nor be called off", "не може вже виїхати чи бути скасованим", "يجب ألا تكون قد غادرت أو أُلغيت"),
        new("must not have arrived, nor be called off", "не може вже прибути чи бути скасованим", "يجب ألا تكون قد وصلت أو أُلغيت"),
    ];

    private static IReadOnlyList<Text> Lines =>
    [
        new("must be an offer of this operation", "має бути пропозицією цієї операції", "يجب أن يكون عرضاً من هذه العملية"),
        new("must be a need of this operation", "має бути потребою цієї операції", "يجب أن تكون حاجة من هذه العملية"),
        new("must be given, since the last leg leads to the site of the needs; what is for no need yet ends at a hub", "треба вказати, бо останній відтинок веде на місце потреб; що ще ні для кого, закінчує шлях на складі", "يجب ذكرها، لأن المرحلة الأخيرة تنتهي في موقع الاحتياجات؛ وما ليس لحاجة بعد ينتهي في مركز"),
        new("must be left out: what ends at a hub is its stock until it is sent on", "не вказуйте: що закінчує шлях на складі, є його запасом, доки не відправлено далі", "اتركوها: ما ينتهي في مركز هو مخزونه حتى يُرسل إلى وجهته"),
        new("is at no one place: send it to a hub", "не в одному місці: надішліть на склад", "ليست في مكان واحد: أرسلوها إلى مركز"),
        new("must be for needs of one organisation in one oblast: what travels together ends at one site", "має бути для потреб однієї організації в одній області: що їде разом, прибуває в одне місце", "يجب أن تكون لاحتياجات جهة واحدة في مقاطعة واحدة: ما يسافر معاً ينتهي في موقع واحد"),
        new("must not be more than the hub has in stock and other needs do not hold: {0} of {1}", "не більше, ніж на складі є понад утримане для інших потреб: {0} з {1}", "يجب ألا يزيد على ما في المركز مما لا تحجزه احتياجات أخرى: {0} من {1}"),
        new("must not be more than the hub has in stock: {0}", "не більше, ніж є на складі: {0}", "يجب ألا يزيد على مخزون المركز: {0}"),
        new("must not be more than are offered and not sent yet: {0} of {1}", "не більше, ніж запропоновано й ще не відправлено: {0} з {1}", "يجب ألا يزيد على المعروض الذي لم يُرسل بعد: {0} من {1}"),
        new("must not be more than are not sent yet and not held for other needs: {0} of {1}", "не більше, ніж ще не відправлено й не утримується для інших потреб: {0} з {1}", "يجب ألا يزيد على ما لم يُرسل ولم يُحجز لاحتياجات أخرى: {0} من {1}"),
        new("must be left out where an amount travels", "не вказуйте, якщо їде кількість", "اتركوها حيث تُنقل كمية"),
        new("must not be more than is offered and not sent yet: {0}", "не більше, ніж запропоновано й ще не відправлено: {0}", "يجب ألا تزيد على المعروض الذي لم يُرسل بعد: {0}"),
        new("must not be more than is confirmed for the need and not sent yet: {0} of {1}", "не більше, ніж підтверджено для потреби й ще не відправлено: {0} з {1}", "يجب ألا تزيد على المؤكَّد للحاجة ولم يُرسل بعد: {0} من {1}"),
        new("must be an exact amount, of what is counted a whole one", "має бути точною кількістю, а для штук — цілою", "يجب أن تكون كمية محددة، وصحيحة لما يُعدّ"),
        new("must not take more out of stock than there is: the hub has {0} of offer {1}", "не можна взяти зі складу більше, ніж є: на складі {0} (пропозиція {1})", "لا يمكن أخذ أكثر مما في المخزون: في المركز {0} (العرض {1})"),
    ];

    private static IReadOnlyList<Text> Ways =>
    [
        new("must be a place of this operation", "має бути місцем цієї операції", "يجب أن يكون مكاناً من هذه العملية"),
        new("must be where the leg before ends: {0}", "має бути там, де закінчується попередній відтинок: {0}", "يجب أن يكون حيث تنتهي المرحلة السابقة: {0}"),
        new("must not be where the leg begins", "не може бути там, де відтинок починається", "يجب ألا يكون حيث تبدأ المرحلة"),
        new("must be given: only the last leg leads to the site of the needs", "треба вказати: на місце потреб веде лише останній відтинок", "يجب ذكره: المرحلة الأخيرة وحدها تنتهي في موقع الاحتياجات"),
        new("must be road or rail: no ship or aeroplane goes to a site", "має бути дорога чи залізниця: ні судно, ні літак на місце не йдуть", "يجب أن يكون طريقاً أو سكة: لا تصل سفينة ولا طائرة إلى الموقع"),
        new("must be a hub, or be left out for the site of the needs: nobody receives elsewhere", "має бути складом, або не вказуйте для місця потреб: деінде ніхто не отримує", "يجب أن يكون مركزاً، أو اتركوه لموقع الاحتياجات: لا أحد يستلم في غيرهما"),
        new("must be after its departure", "має бути після виїзду", "يجب أن يكون بعد المغادرة"),
        new("must be within a year of its departure", "має бути не пізніше року після виїзду", "يجب أن يكون خلال سنة من المغادرة"),
        new("must not be before the leg before ends ({0})", "не може бути до кінця попереднього відтинка ({0})", "يجب ألا يكون قبل نهاية المرحلة السابقة ({0})"),
        new("must not be before the leg before ends", "не може бути до кінця попереднього відтинка", "يجب ألا يكون قبل نهاية المرحلة السابقة"),
        new("must not be before the leg before ended ({0})", "не може бути до кінця попереднього відтинка ({0})", "يجب ألا يكون قبل انتهاء المرحلة السابقة ({0})"),
        new("is for legs by rail", "лише для відтинків залізницею", "لمراحل السكة الحديد وحدها"),
        new("must be given: {0} share no railway of one gauge", "треба вказати: між {0} немає колії однієї ширини", "يجب ذكره: لا سكة بمقاس واحد تجمع {0}"),
        new("must be given: {0} have railways of both gauges", "треба вказати: у {0} є колії обох ширин", "يجب ذكره: في {0} سكك بالمقاسين"),
        new("must be a gauge that reaches {0}", "має бути шириною колії, що доходить до {0}", "يجب أن يكون مقاساً يصل إلى {0}"),
        new("the goods have {0}: {1} too much", "вантаж має {0}: забагато на {1}", "للبضائع {0}: بزيادة {1}"),
        new("the {0} of the goods is not known: it cannot be told whether they get through", "розмір вантажу ({0}) невідомий: не видно, чи пройде", "مقاس البضائع ({0}) غير معروف: لا يُعرف هل تمر"),
        new("the gauge changes from {0} to {1} mm: the goods change wagons there", "колія змінюється з {0} на {1} мм: вантаж там перевантажують", "يتغيّر مقاس السكة من {0} إلى {1} مم: تُنقل البضائع إلى عربات أخرى هناك"),
        new("must be from 1 to {0}", "має бути від 1 до {0}", "يجب أن يكون من 1 إلى {0}"),
        new("must be 2 or more: the first leg begins when the consignment is dispatched", "має бути 2 чи більше: перший відтинок починається з виїздом відправлення", "يجب أن يكون 2 أو أكثر: تبدأ المرحلة الأولى بمغادرة الإرسالية"),
        new("has begun already", "уже почався", "بدأت بالفعل"),
        new("has ended already", "уже закінчився", "انتهت بالفعل"),
        new("must have begun", "має вже початися", "يجب أن تكون قد بدأت"),
        new("must follow one that has ended", "має йти за тим, що закінчився", "يجب أن تتبع مرحلة انتهت"),
        new("must be after it began ({0})", "має бути після початку ({0})", "يجب أن يكون بعد بدئها ({0})"),
        new("must not be before it began ({0})", "не може бути до початку ({0})", "يجب ألا يكون قبل بدئها ({0})"),
        new("must not be before it left ({0})", "не може бути до виїзду ({0})", "يجب ألا يكون قبل مغادرتها ({0})"),
        new("must not be after some of it was received ({0})", "не може бути після того, як частину отримано ({0})", "يجب ألا يكون بعد استلام بعضها ({0})"),
        new("must name a paper", "має назвати документ", "يجب أن تُسمّى وثيقة"),
        new("must name each paper once", "кожен документ — лише раз", "كل وثيقة مرة واحدة"),
        new("papers of its first leg are not there yet", "документів першого відтинка ще немає", "وثائق مرحلتها الأولى ليست موجودة بعد"),
        new("papers of this leg are not there yet", "документів цього відтинка ще немає", "وثائق هذه المرحلة ليست موجودة بعد"),
    ];

    private static IReadOnlyList<Text> Receipts =>
    [
        new("must say what was found of a line", "має сказати, що знайдено з рядка", "يجب ذكر ما وُجد من سطر"),
        new("must name each line once", "кожен рядок — лише раз", "كل سطر مرة واحدة"),
        new("must say why units were short, damaged or refused", "має сказати, чому бракує, пошкоджено чи не прийнято", "يجب ذكر لماذا نقصت وحدات أو تضررت أو رُفضت"),
        new("must say of at least one unit what became of it", "має сказати хоч про одну одиницю, що з нею сталося", "يجب ذكر ما حدث لوحدة واحدة على الأقل"),
        new("must not be more than were sent and are not accounted for yet: {0} of {1}", "не більше, ніж відправлено й ще не враховано: {0} з {1}", "يجب ألا يزيد على ما أُرسل ولم يُحسب بعد: {0} من {1}"),
        new("nobody has told when it left: that stays unknown until it is told", "ніхто не повідомив, коли воно виїхало: це лишається невідомим, доки не повідомлять", "لم يُبلغ أحد متى غادرت: يبقى ذلك مجهولاً حتى يُبلغ عنه"),
        new("someone else received some of it since you read it", "хтось отримав частину, відколи ви прочитали", "استلم شخص آخر بعضها منذ قراءتكم"),
        new("was received meanwhile: send only what is still to be counted", "тим часом отримано: надішліть лише те, що ще треба порахувати", "استُلم في هذه الأثناء: أرسلوا ما بقي للعدّ وحده"),
        new("must be a picture: JPEG, PNG or WebP", "має бути зображенням: JPEG, PNG чи WebP", "يجب أن تكون صورة: JPEG أو PNG أو WebP"),
        new("must be a whole picture: its file ends too soon or is damaged", "має бути цілим зображенням: файл уривається або пошкоджений", "يجب أن تكون صورة كاملة: ملفها ينتهي مبكراً أو تالف"),
        new("must have {0} million pixels at most, and has {1}", "щонайбільше {0} млн пікселів, а є {1}", "{0} مليون بكسل على الأكثر، وفيها {1}"),
        new("must not be larger than {0} MB, and has {1}", "не більше {0} МБ, а є {1}", "يجب ألا تزيد على {0} ميغابايت، وهي {1}"),
    ];

    private static IReadOnlyList<Text> Installing =>
    [
        new("is the id of another installation", "це номер іншого встановлення", "هو معرّف تركيب آخر"),
        new("must be an installation of this operation", "має бути встановленням цієї операції", "يجب أن يكون تركيباً من هذه العملية"),
        new("the installation has changed since you read it", "встановлення змінено, відколи ви його прочитали", "تغيّر التركيب منذ قراءتكم له"),
        new("is in service already", "уже працює", "في الخدمة بالفعل"),
        new("must be for a need: what lies in a hub is installed nowhere", "має бути для потреби: що лежить на складі, ніде не встановлюють", "يجب أن تكون لحاجة: ما في المركز لا يُركَّب في مكان"),
        new("is for lines that carry an amount", "лише для рядків із кількістю", "للأسطر التي تحمل كمية وحدها"),
        new("must be an exact amount above 0, measured as the line is, in {0}", "має бути точною кількістю, більшою за 0, виміряною як рядок: у {0}", "يجب أن تكون كمية محددة تزيد على 0، تقاس كما يقاس السطر: بوحدة {0}"),
        new("must not be more than were received whole and are in no installation yet: {0}", "не більше, ніж отримано цілих і ще не встановлюють: {0}", "يجب ألا يزيد على ما استُلم سليماً وليس في تركيب بعد: {0}"),
        new("must be one of {0}", "має бути одним із: {0}", "يجب أن يكون أحد: {0}"),
        new("is done already", "уже зроблено", "أُنجزت بالفعل"),
        new("comes last: {0} must be done before", "іде останнім: спершу {0}", "تأتي أخيراً: يجب إنجاز {0} قبلها"),
        new("is told by entering the part as missing, so that it becomes a need", "внесіть деталь як відсутню, щоб вона стала потребою", "تُذكر بإدخال القطعة ناقصةً لتصبح حاجة"),
        new("is the id of another need", "це номер іншої потреби", "هو معرّف حاجة أخرى"),
        new("must not be money", "не може бути грішми", "يجب ألا يكون مالاً"),
        new("is for a need that was withdrawn", "для потреби, яку відкликано", "لحاجة سُحبت"),
        new("must be done before it can be in service", "треба зробити, перш ніж запрацює", "يجب إنجازها قبل دخول الخدمة"),
        new("must not be before its last step was done ({0})", "не може бути до останнього кроку ({0})", "يجب ألا يكون قبل إنجاز آخر خطوة ({0})"),
    ];

    private static IReadOnlyList<Text> Labels =>
    [
        new("must be one number for each of the {0} lines", "по одному числу на кожен із {0} рядків", "عدد واحد لكل سطر من {0}"),
        new("must be {0} together at most", "разом щонайбільше {0}", "{0} معاً على الأكثر"),
        new("must be the company prefix of GS1: 4 to 12 digits", "має бути префіксом компанії GS1: від 4 до 12 цифр", "يجب أن تكون بادئة شركة GS1: من 4 إلى 12 رقماً"),
        new("must be 4 to 12 digits", "має бути від 4 до 12 цифр", "يجب أن يكون من 4 إلى 12 رقماً"),
        new("is set aside for examples: on labels that leave the house stands the operation's own", "зарезервовано для прикладів: на етикетках назовні стоїть власний префікс операції", "محجوزة للأمثلة: على الملصقات التي تخرج بادئة العملية نفسها"),
        new("has no numbers left", "вільних номерів не лишилося", "لم تبق فيها أرقام"),
    ];
}
