namespace Relight.Web.Languages.Words;

/// <summary>Sentences of commands on organisations, sources, claims, links, contributions, outage reports, needs, offers and tables, and the reasons for proposed links.</summary>
internal static class RegisterRefusals
{
    public static IReadOnlyList<Text> All { get; } = [.. Claims, .. Links, .. Contributions, .. Outages, .. NeedsAndTables, .. Likeness];

    private static IReadOnlyList<Text> Claims =>
    [
        new("is the id of another operation", "це номер іншої операції", "هو معرّف عملية أخرى"),
        new("must be the operation that the command is sent to", "має бути операцією, якій надіслано команду", "يجب أن تكون العملية المُرسل إليها"),
        new("there must be at least one country", "потрібна щонайменше одна країна", "يجب ذكر بلد واحد على الأقل"),
        new("is the id of another organisation", "це номер іншої організації", "هو معرّف جهة أخرى"),
        new("must be a kind of organisation", "має бути видом організації", "يجب أن يكون نوع جهة"),
        new("the organisation has changed since you read it", "організацію змінено, відколи ви її прочитали", "تغيّرت الجهة منذ قراءتكم لها"),
        new("is the id of another source", "це номер іншого джерела", "هو معرّف مصدر آخر"),
        new("is the id of another claim", "це номер іншого твердження", "هو معرّف إفادة أخرى"),
        new("must be a kind of item", "має бути видом предмета", "يجب أن يكون نوع صنف"),
        new("must have been opened", "має бути відкрита", "يجب أن تكون قد فُتحت"),
        new("is the name of another organisation", "це назва іншої організації", "هو اسم جهة أخرى"),
        new("a state has a country", "держава має країну", "للدولة بلد"),
        new("must be an absolute http or https address", "має бути повною адресою http чи https", "يجب أن يكون عنوان http أو https كاملاً"),
        new("is kept already, as the source of this id", "уже збережено як інше джерело", "محفوظ بالفعل في مصدر آخر"),
        new("it is published after it was retrieved", "опубліковано пізніше, ніж отримано", "نُشر بعد استرجاعه"),
        new("must be a source of this operation", "має бути джерелом цієї операції", "يجب أن يكون مصدراً من هذه العملية"),
        new("there must be at least one donor", "потрібен щонайменше один донор", "يجب ذكر مانح واحد على الأقل"),
        new("must stand in the source's text", "має бути в тексті джерела", "يجب أن يرد في نص المصدر"),
        new("it lies after the day on which the source was read ({0})", "пізніше дня, коли джерело прочитано ({0})", "يقع بعد يوم قراءة المصدر ({0})"),
        new("money has a stage of money", "гроші мають етап грошей", "للمال مرحلة مال"),
        new("goods have a stage of goods", "товари мають етап товарів", "للبضائع مرحلة بضائع"),
        new("money has a value; where the source names none it is 'unspecified'", "гроші мають суму; якщо джерело її не називає, виберіть «числа не названо»", "للمال مبلغ؛ وحيث لا يذكره المصدر اختاروا «لم يُذكر رقم»"),
        new("money has a value, no quantity", "гроші мають суму, а не кількість", "للمال مبلغ لا كمية"),
        new("generating sets are rated in kVA; kV may be meant for it", "установки оцінюють у кВА; можливо, замість неї написано кВ", "تُقاس المجموعات بوحدة ك.ف.أ؛ قد يكون كُتب كيلوفولت بدلاً منها"),
        new("the words speak of instrument transformers", "ідеться про вимірювальні трансформатори", "الكلمات تتحدث عن محولات قياس"),
        new("more than a million tonnes; tonnes may be meant", "понад мільйон тонн; можливо, йшлося про тонни", "أكثر من مليون طن؛ قد يكون المقصود أطناناً"),
        new("nothing is given; where the source names no number it is 'unspecified'", "не дано нічого; якщо джерело не називає числа, виберіть «числа не названо»", "لا شيء أُعطي؛ وحيث لا يذكر المصدر رقماً اختاروا «لم يُذكر رقم»"),
        new("contribution {0} rests on it: take it out there first", "на ньому стоїть внесок {0}: спершу вилучіть його там", "تستند إليها المساهمة {0}: أخرجوها هناك أولاً"),
        new("is linked with other claims: take the links back first", "пов’язане з іншими: спершу відкличте зв’язки", "مرتبطة بإفادات أخرى: اسحبوا الروابط أولاً"),
        new("must be the address of a claim's page, or its id", "має бути адресою сторінки твердження або його номером", "يجب أن يكون عنوان صفحة إفادة أو معرّفها"),
    ];

    private static IReadOnlyList<Text> Links =>
    [
        new("is the id of another link", "це номер іншого зв’язку", "هو معرّف رابط آخر"),
        new("must be a kind of link", "має бути видом зв’язку", "يجب أن يكون نوع رابط"),
        new("must be a claim of this operation", "має бути твердженням цієї операції", "يجب أن تكون إفادة من هذه العملية"),
        new("must be another claim", "має бути іншим твердженням", "يجب أن تكون إفادة أخرى"),
        new("must be a link of this operation", "має бути зв’язком цієї операції", "يجب أن يكون رابطاً من هذه العملية"),
        new("is there already from the other claim to this one, which says the same", "уже є від іншого до цього, що означає те саме", "موجود بالفعل من الأخرى إلى هذه، وهو المعنى نفسه"),
        new("is there already", "уже є", "موجود بالفعل"),
        new("leads back to the first claim by links that are there already ({0}): claims cannot stand to each other in a circle", "веде назад до першого твердження наявними зв’язками ({0}): твердження не можуть посилатися по колу", "يعود إلى الإفادة الأولى بروابط موجودة ({0}): لا ترتبط الإفادات في دائرة"),
        new("would make claim {0} a part of a claim that says the same gift, by links that are there already", "зробило б твердження {0} частиною твердження про той самий дар через наявні зв’язки", "يجعل الإفادة {0} جزءاً من إفادة عن العطاء نفسه بروابط موجودة"),
        new("would show that claims {0} and {1} are one gift, but two contributions count them", "показало б, що твердження {0} і {1} — один дар, а рахують їх два внески", "يُظهر أن الإفادتين {0} و{1} عطاء واحد، لكن مساهمتين تحسبانهما"),
        new("the part is larger than the whole ({0})", "частина більша за ціле ({0})", "الجزء أكبر من الكل ({0})"),
        new("so much at least are the parts of claim {0} together ({1}), more than the whole can be ({2})", "стільки щонайменше мають разом частини твердження {0} ({1}), більше, ніж може мати ціле ({2})", "هذا أقل ما تبلغه أجزاء الإفادة {0} معاً ({1})، وهو أكثر مما يمكن أن يبلغه الكل ({2})"),
    ];

    private static IReadOnlyList<Text> Contributions =>
    [
        new("is the id of a contribution of another operation", "це номер внеску іншої операції", "هو معرّف مساهمة في عملية أخرى"),
        new("must be a contribution of this operation", "має бути внеском цієї операції", "يجب أن تكون مساهمة من هذه العملية"),
        new("there must be something to adopt", "позначте, що прийняти", "يجب أن يكون هناك ما يُعتمد"),
        new("is one gift with claim {0}, which contribution {1} counts: adopt it there", "той самий дар, що й твердження {0}, яке рахує внесок {1}: прийміть його там", "عطاء واحد مع الإفادة {0} التي تحسبها المساهمة {1}: اعتمدوها هناك"),
        new("a new contribution needs one", "новому внеску вона потрібна", "تحتاج إليه المساهمة الجديدة"),
        new("a new contribution needs donors", "новому внеску потрібні донори", "تحتاج المساهمة الجديدة إلى مانحين"),
        new("must be 0 for a new contribution", "такого внеску ще немає", "لا توجد هذه المساهمة بعد"),
        new("was changed by someone else since you read it: choose one of the two values", "хтось змінив це, відколи ви прочитали: виберіть одне з двох значень", "غيّره شخص آخر منذ قراءتكم: اختاروا إحدى القيمتين"),
        new("the contribution has changed since you read it", "внесок змінено, відколи ви його прочитали", "تغيّرت المساهمة منذ قراءتكم لها"),
        new("must be one of the contribution's claims", "має бути одним із тверджень внеску", "يجب أن تكون من إفادات المساهمة"),
        new("the donors rest on it: adopt them from another claim first", "на ньому стоять донори: спершу прийміть їх з іншого твердження", "يستند إليها المانحون: اعتمدوهم من إفادة أخرى أولاً"),
        new("it is the last claim, and offers are tied to the contribution", "це останнє твердження, а до внеску прив’язано пропозиції", "هي الإفادة الأخيرة، وبالمساهمة عروض مرتبطة"),
        new("must say how much has come that far", "скільки дійшло так далеко?", "يجب ذكر كم بلغ هذه المرحلة"),
        new("goods have a quantity, money an amount", "товари мають кількість, гроші — суму", "للبضائع كمية وللمال مبلغ"),
        new("must be a stage of money", "має бути етапом грошей", "يجب أن تكون مرحلة مال"),
        new("must be a stage of goods", "має бути етапом товарів", "يجب أن تكون مرحلة بضائع"),
        new("goods have no stage of money, and money none of goods", "товари не мають етапів грошей, а гроші — товарів", "ليس للبضائع مراحل مال ولا للمال مراحل بضائع"),
        new("nothing follows '{0}'", "після «{0}» нічого не йде", "لا شيء يتبع «{0}»"),
        new("after '{0}' comes only 'withdrawn' or 'lost'", "після «{0}» — лише «відкликано» чи «втрачено»", "بعد «{0}» لا يأتي إلا «مسحوب» أو «مفقود»"),
        new("after '{0}' comes '{1}', 'withdrawn' or 'lost'", "після «{0}» іде «{1}», «відкликано» чи «втрачено»", "بعد «{0}» يأتي «{1}» أو «مسحوب» أو «مفقود»"),
        new("nothing of it has reached this stage in this unit", "нічого з цього не дійшло до такого етапу в цій одиниці", "لم يبلغ شيء منه هذه المرحلة بهذه الوحدة"),
        new("must not be more than what was {0} ({1}) and has been neither withdrawn nor lost: {2}", "не більше, ніж дійшло до етапу «{0}» ({1}) і не відкликано й не втрачено: {2}", "يجب ألا يزيد على ما بلغ «{0}» ({1}) ولم يُسحب ولم يُفقد: {2}"),
        new("must not be more than what was {0} ({1})", "не більше, ніж дійшло до етапу «{0}» ({1})", "يجب ألا يزيد على ما بلغ «{0}» ({1})"),
        new("'{0}' lies before '{1}' ({2})", "«{0}» раніше за «{1}» ({2})", "«{0}» يقع قبل «{1}» ({2})"),
        new("nothing of it in this measure was entered at this stage", "нічого в цій одиниці на цьому етапі не внесено", "لم يُدخل شيء منه بهذه الوحدة في هذه المرحلة"),
        new("it is the only entry of this item: take its claim out instead", "це єдиний запис предмета: натомість вилучіть його твердження", "هو القيد الوحيد لهذا الصنف: أخرجوا إفادته بدلاً من ذلك"),
    ];

    private static IReadOnlyList<Text> Outages =>
    [
        new("is the id of another report", "це номер іншого повідомлення", "هو معرّف تقرير آخر"),
        new("must be electricity, heat or water", "має бути світло, тепло чи вода", "يجب أن تكون كهرباء أو تدفئة أو ماء"),
        new("must not be before the report begins to be true", "не може бути раніше початку", "يجب ألا يكون قبل البداية"),
        new("must be whole people", "має бути цілим числом людей", "يجب أن يكون عدداً صحيحاً من الأشخاص"),
        new("more people than an area has; the whole country may be meant", "більше людей, ніж має область; можливо, йдеться про всю країну", "أكثر ممن في المنطقة؛ قد يكون المقصود البلد كله"),
        new("must be a report of this operation", "має бути повідомленням цієї операції", "يجب أن يكون تقريراً من هذه العملية"),
        new("must be of the same area and service", "має бути про ту саму область і послугу", "يجب أن يكون عن المنطقة والخدمة نفسيهما"),
        new("must be an outage report of this operation", "має бути повідомленням про відключення цієї операції", "يجب أن يكون تقرير انقطاع من هذه العملية"),
        new("report {0} took its place: take that one back first", "його замінило повідомлення {0}: спершу відкличте те", "حل محله التقرير {0}: اسحبوه أولاً"),
    ];

    private static IReadOnlyList<Text> NeedsAndTables =>
    [
        new("is the id of a need of another operation", "це номер потреби іншої операції", "هو معرّف حاجة في عملية أخرى"),
        new("must be a priority", "має бути пріоритетом", "يجب أن تكون أولوية"),
        new("money of a fund is reserved for it: release that first", "для неї зарезервовано гроші фонду: спершу звільніть їх", "مال صندوق محجوز لها: أفرجوا عنه أولاً"),
        new("must be a need of this operation that is at one place", "має бути потребою цієї операції в одному місці", "يجب أن تكون حاجة من هذه العملية في مكان واحد"),
        new("is of another organisation: operators see the exact places of their own needs alone", "належить іншій організації: оператори бачать точні місця лише власних потреб", "تعود إلى جهة أخرى: يرى المشغّلون الأماكن الدقيقة لاحتياجاتهم وحدها"),
        new("is the id of an offer of another operation", "це номер пропозиції іншої операції", "هو معرّف عرض في عملية أخرى"),
        new("must be a condition", "має бути станом", "يجب أن تكون حالة"),
        new("must not lie before it can leave ({0})", "не може бути раніше, ніж можна виїхати ({0})", "يجب ألا يكون قبل إمكان مغادرته ({0})"),
        new("must say how much a unit holds in the measure of what is allocated of it", "вкажіть, скільки містить одиниця в мірі того, що з неї розподілено", "يجب ذكر ما تحويه الوحدة بمقياس ما خُصص منها"),
        new("must be a kind of table", "має бути видом таблиці", "يجب أن يكون نوع جدول"),
        new("must be a column that is known", "має бути відомим стовпцем", "يجب أن يكون عموداً معروفاً"),
        new("there must be something to enter", "має бути що внести", "يجب أن يكون هناك ما يُدخل"),
        new("is the id of an entry of another operation", "це номер запису іншої операції", "هو معرّف قيد في عملية أخرى"),
        new("must be a maker of equipment", "має бути виробником обладнання", "يجب أن تكون شركة مصنّعة للمعدات"),
        new("must be a maker's capacity of this operation", "має бути потужністю виробника цієї операції", "يجب أن تكون طاقة مصنّع من هذه العملية"),
        new("the entry has changed since you read it", "запис змінено, відколи ви його прочитали", "تغيّر القيد منذ قراءتكم له"),
    ];

    private static IReadOnlyList<Text> Likeness =>
    [
        new("the same donors", "ті самі донори", "المانحون أنفسهم"),
        new("a donor in common", "спільний донор", "مانح مشترك"),
        new("donors of the same country", "донори з однієї країни", "مانحون من البلد نفسه"),
        new("one of the donors is a group that may hold the other", "один із донорів — група, що може охоплювати іншого", "أحد المانحين مجموعة قد تضم الآخر"),
        new("the same kind of item", "той самий вид предмета", "صنف من النوع نفسه"),
        new("transformers, one of them not said of what kind", "трансформатори, вид одного не названо", "محولات لم يُذكر نوع أحدها"),
        new("one of the items is not told apart", "один із предметів не уточнено", "أحد الصنفين غير مميز"),
        new("goods that may have been bought with the money", "товари, які могли купити на ці гроші", "بضائع ربما اشتُريت بالمال"),
        new("the same time", "той самий час", "الوقت نفسه"),
        new("{0} days apart", "днів між ними: {0}", "الفارق بالأيام: {0}"),
        new("the same value", "та сама сума", "القيمة نفسها"),
        new("the same number", "те саме число", "العدد نفسه"),
        new("one piece in both", "по одній штуці", "قطعة واحدة في كلتيهما"),
        new("amounts that may be the same", "кількості, що можуть збігатися", "كميات قد تكون واحدة"),
        new("other amounts of the same unit", "інші кількості в тій самій одиниці", "كميات أخرى بالوحدة نفسها"),
        new("amounts that cannot be compared", "кількості, які не порівняти", "كميات لا تُقارن"),
    ];
}
