using Relight.Deliveries;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the pages on deliveries, stock, installation and ageing.</summary>
public static class DeliveryWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Deliveries = new("Deliveries", "Доставка", "التوصيل");
    public static readonly Text Lead = new(
        "What is on its way, what lies in hubs, what is being installed, and what has stood still for how long and why.",
        "Що в дорозі, що лежить на складах, що встановлюють, що і чому стоїть і як довго.",
        "ما هو في الطريق، وما في المراكز، وما يجري تركيبه، وما توقف ومنذ متى ولماذا.");

    public static readonly Text OwnLead = new(
        "Your own gifts on their way: what was received, short, damaged or refused, and what is in service. Where they end is not shown.",
        "Ваші дари в дорозі: що отримано, чого бракує, що пошкоджено чи не прийнято і що вже працює. Місце призначення не показано.",
        "هداياكم في الطريق: ما استُلم وما نقص وما تضرر وما رُفض وما دخل الخدمة. لا يظهر مكان الوصول.");

    public static readonly Text Consignments = new("Consignments", "Відправлення", "الإرساليات");
    public static readonly Text Consignment = new("Consignment", "Відправлення", "الإرسالية");
    public static readonly Text Stock = new("Stock of hubs", "Запаси на складах", "مخزون المراكز");
    public static readonly Text AgeingTitle = new("Not in service yet, the longest first", "Ще не працює, найдавніше спершу", "ما لم يدخل الخدمة بعد، الأقدم أولاً");
    public static readonly Text Installations = new("Installations", "Встановлення", "عمليات التركيب");
    public static readonly Text Installation = new("Installation", "Встановлення", "التركيب");
    public static readonly Text Places = new("Places", "Місця", "الأماكن");
    public static readonly Text State = new("State", "Стан", "الحالة");
    public static readonly Text Arrival = new("Arrival", "Прибуття", "الوصول");
    public static readonly Text Expected = new("expected", "очікується", "متوقع");
    public static readonly Text Delay = new("Later than planned, hours", "Пізніше, ніж планували, годин", "التأخر عن المخطط، ساعات");
    public static readonly Text Goods = new("Goods", "Вантаж", "البضائع");
    public static readonly Text Units = new("Units", "Одиниць", "الوحدات");
    public static readonly Text Donor = new("Donor", "Донор", "المانح");
    public static readonly Text To = new("To", "Куди", "إلى");
    public static readonly Text From = new("From", "Звідки", "من");
    public static readonly Text Site = new("site of the need", "місце потреби", "موقع الحاجة");
    public static readonly Text Since = new("Since", "Відколи", "منذ");
    public static readonly Text Days = new("Days", "Днів", "الأيام");
    public static readonly Text Stage = new("Stage", "Етап", "المرحلة");
    public static readonly Text Why = new("Why", "Чому", "السبب");
    public static readonly Text Hub = new("Hub", "Склад", "المركز");
    public static readonly Text IsHub = new("hub", "склад", "مركز");
    public static readonly Text Code = new("UN/LOCODE", "Код UN/LOCODE", "رمز UN/LOCODE");
    public static readonly Text Name = new("Name", "Назва", "الاسم");
    public static readonly Text Country = new("Country", "Країна", "البلد");
    public static readonly Text Gauges = new("Rail gauges, mm", "Ширина колії, мм", "مقاسات السكة، مم");
    public static readonly Text Way = new("Way", "Шлях", "الطريق");
    public static readonly Text Leg = new("Leg", "Ділянка", "المرحلة من الطريق");
    public static readonly Text Departure = new("Departure", "Відправлення", "المغادرة");
    public static readonly Text Limits = new("Limits", "Обмеження", "الحدود");
    public static readonly Text Papers = new("Papers", "Документи", "الوثائق");
    public static readonly Text PaperMissing = new("missing", "бракує", "ناقص");
    public static readonly Text PaperThere = new("there", "є", "موجود");
    public static readonly Text GaugeBreak = new("Leg {0}: the gauge changes from {1} to {2} mm, the goods change wagons.", "Ділянка {0}: колія змінюється з {1} на {2} мм, вантаж перевантажують.", "المرحلة {0}: يتغير مقاس السكة من {1} إلى {2} مم وتُنقل البضائع إلى عربات أخرى.");
    public static readonly Text FitsBy = new("fits: {0} of {1} {2}", "проходить: {0} з {1} {2}", "مناسب: {0} من {1} {2}");
    public static readonly Text TooMuchBy = new("too much by {0} {1}", "перевищення на {0} {1}", "زائد بمقدار {0} {1}");
    public static readonly Text CannotTell = new("cannot tell: not known, limit {0} {1}", "невідомо, обмеження {0} {1}", "غير معروف، والحد {0} {1}");
    public static readonly Text Lines = new("What travels", "Що їде", "ما يُنقل");
    public static readonly Text Need = new("For", "Для", "لأجل");
    public static readonly Text ForStock = new("stock of the hub", "запас складу", "مخزون المركز");
    public static readonly Text Received = new("Received", "Отримано", "مستلم");
    public static readonly Text Short = new("Short", "Бракує", "ناقص");
    public static readonly Text Damaged = new("Damaged", "Пошкоджено", "متضرر");
    public static readonly Text Refused = new("Refused", "Не прийнято", "مرفوض");
    public static readonly Text Open = new("Not accounted for", "Ще не враховано", "لم يُحسب بعد");
    public static readonly Text InService = new("In service", "Працює", "في الخدمة");
    public static readonly Text Receipts = new("Receipts", "Отримання", "عمليات الاستلام");
    public static readonly Text ReceiptText = new("{0} accounted for {1}, {2}", "{0}: враховано {1}, {2}", "{0} أحصى {1}، {2}");
    public static readonly Text Reason = new("Reason", "Причина", "السبب");
    public static readonly Text Photo = new("Photo", "Світлина", "صورة");
    public static readonly Text Labels = new("Labels", "Етикетки", "الملصقات");
    public static readonly Text NoLabels = new("No labels have been made yet.", "Етикеток ще не зроблено.", "لم تُصنع ملصقات بعد.");
    public static readonly Text LabelsLead = new(
        "One label for each package. The code opens the page on which its receipt is entered; whoever holds a label can do that, and learns no place from it.",
        "Одна етикетка на кожен пакунок. Код відкриває сторінку отримання; це може зробити той, хто тримає етикетку, і місця з неї не дізнається.",
        "ملصق لكل طرد. يفتح الرمز صفحة الاستلام، ويمكن ذلك لمن يحمل الملصق، ولا يعرف منه أي مكان.");
    public static readonly Text PackageOf = new("Package {0} of {1}", "Пакунок {0} з {1}", "الطرد {0} من {1}");
    public static readonly Text OpenReceipt = new("Enter the receipt", "Внести отримання", "إدخال الاستلام");
    public static readonly Text Cancelled = new("Called off: {0}", "Скасовано: {0}", "أُلغيت: {0}");
    public static readonly Text Delays = new("What its lateness delays", "Що затримує запізнення", "ما يؤخره التأخر");
    public static readonly Text DelaysText = new(
        "{0}: the plan has the repair begin on {1}; the unit is there on {2}, {3} hours later at least. The next plan reckons with that.",
        "{0}: за планом ремонт починається {1}; одиниця буде {2}, щонайменше на {3} год пізніше. Наступний план це врахує.",
        "{0}: تبدأ الخطة الإصلاح في {1}، وتصل الوحدة في {2}، أي بعد ذلك بما لا يقل عن {3} ساعة. ستأخذ الخطة التالية هذا في الحسبان.");
    public static readonly Text Next = new("Next step", "Наступний крок", "الخطوة التالية");
    public static readonly Text AllDone = new("all steps done", "усі кроки зроблено", "كل الخطوات منجزة");
    public static readonly Text StandsStill = new("Stands still: {0}", "Стоїть: {0}", "متوقف: {0}");
    public static readonly Text Steps = new("Steps done", "Зроблено кроків", "الخطوات المنجزة");
    public static readonly Text StepsOf = new("{0} of {1}", "{0} з {1}", "{0} من {1}");
    public static readonly Text MissingPart = new("Need for the part", "Потреба в деталі", "الحاجة إلى القطعة");
    public static readonly Text Mass = new("mass", "маса", "الكتلة");
    public static readonly Text Length = new("length", "довжина", "الطول");
    public static readonly Text Width = new("width", "ширина", "العرض");
    public static readonly Text Height = new("height", "висота", "الارتفاع");
    public static readonly Text CountedTo = new("Days are counted to {0}.", "Дні пораховано до {0}.", "الأيام محسوبة حتى {0}.");
    public static readonly Text FromStock = new("From the stock of the hub where it begins.", "Із запасу складу, де починається шлях.", "من مخزون المركز الذي تبدأ منه.");
#pragma warning restore CS1591

    /// <summary>How far a consignment has come.</summary>
    public static Text Of(ConsignmentState state) => state switch
    {
        ConsignmentState.Planned => new("planned", "заплановано", "مخططة"),
        ConsignmentState.UnderWay => new("under way", "у дорозі", "في الطريق"),
        ConsignmentState.Arrived => new("arrived, not accounted for", "прибуло, не враховано", "وصلت ولم تُحسب"),
        ConsignmentState.Received => new("accounted for", "враховано", "حُسبت كلها"),
        _ => new("called off", "скасовано", "ملغاة"),
    };

    /// <summary>A means of transport.</summary>
    public static Text Of(TransportMode mode) => mode switch
    {
        TransportMode.Road => new("road", "дорога", "طريق بري"),
        TransportMode.Rail => new("rail", "залізниця", "سكة حديد"),
        TransportMode.Sea => new("ship", "судно", "سفينة"),
        _ => new("air", "літак", "جواً"),
    };

    /// <summary>A paper.</summary>
    public static Text Of(PaperKind kind) => kind switch
    {
        PaperKind.PackingList => new("packing list", "пакувальний лист", "قائمة التعبئة"),
        PaperKind.Cmr => new("CMR note", "накладна CMR", "سند CMR"),
        PaperKind.Cim => new("CIM note", "накладна CIM", "سند CIM"),
        PaperKind.Smgs => new("SMGS note", "накладна УМВС", "سند SMGS"),
        PaperKind.CimSmgs => new("CIM/SMGS note", "накладна ЦІМ/УМВС", "سند CIM/SMGS"),
        PaperKind.BillOfLading => new("bill of lading", "коносамент", "بوليصة الشحن"),
        PaperKind.AirWaybill => new("air waybill", "авіанакладна", "بوليصة الشحن الجوي"),
        PaperKind.Transit => new("T1 transit", "транзит T1", "عبور T1"),
        PaperKind.AidDeclaration => new("aid declaration", "декларація гуманітарної допомоги", "إقرار المساعدات"),
        PaperKind.ExportLicence => new("export licence", "експортна ліцензія", "رخصة التصدير"),
        _ => new("permit for heavy load", "дозвіл на великовагове перевезення", "تصريح حمولة ثقيلة"),
    };

    /// <summary>A size of goods.</summary>
    public static Text Of(LoadSize size) => size switch
    {
        LoadSize.Mass => Mass,
        LoadSize.Length => Length,
        LoadSize.Width => Width,
        _ => Height,
    };

    /// <summary>A step of an installation.</summary>
    public static Text Of(InstallationStep step) => step switch
    {
        InstallationStep.Design => new("design", "проєкт", "التصميم"),
        InstallationStep.Foundation => new("foundation", "фундамент", "الأساس"),
        InstallationStep.Placing => new("put in its place", "встановлення на місце", "الوضع في المكان"),
        InstallationStep.Assembly => new("assembly", "складання", "التجميع"),
        InstallationStep.Filling => new("filling", "заповнення", "التعبئة"),
        InstallationStep.Connection => new("connection", "під'єднання", "التوصيل"),
        InstallationStep.Protection => new("protection and control", "захист і керування", "الحماية والتحكم"),
        InstallationStep.Tests => new("tests", "випробування", "الاختبارات"),
        InstallationStep.Commissioning => new("commissioning", "введення в дію", "الإدخال في الخدمة"),
        _ => new("handing out", "роздавання", "التوزيع"),
    };

    /// <summary>Why an installation stands still.</summary>
    public static Text Of(HoldReason reason) => reason switch
    {
        HoldReason.NoDesign => new("there is no design", "немає проєкту", "لا يوجد تصميم"),
        HoldReason.NoInstaller => new("there is nobody to install it", "нікому встановити", "لا يوجد من يركّبها"),
        HoldReason.MissingPart => new("a part is missing", "бракує деталі", "قطعة ناقصة"),
        HoldReason.NoMachine => new("there is no crane or other machine", "немає крана чи іншої машини", "لا توجد رافعة أو آلة أخرى"),
        HoldReason.NoOutage => new("the network cannot be switched off for it", "мережу не можна вимкнути", "لا يمكن فصل الشبكة"),
        HoldReason.Danger => new("it is too dangerous", "надто небезпечно", "خطر جداً"),
        HoldReason.Weather => new("the weather does not allow it", "не дозволяє погода", "الطقس لا يسمح"),
        _ => new("another reason", "інша причина", "سبب آخر"),
    };

    /// <summary>Where units stand.</summary>
    public static Text Of(AgeingStage stage) => stage switch
    {
        AgeingStage.Offered => new("offered", "запропоновано", "معروضة"),
        AgeingStage.Planned => new("planned", "заплановано", "مخططة"),
        AgeingStage.UnderWay => new("under way", "у дорозі", "في الطريق"),
        AgeingStage.Arrived => new("arrived", "прибуло", "وصلت"),
        AgeingStage.InHub => new("in a hub", "на складі", "في مركز"),
        AgeingStage.Received => new("received", "отримано", "مستلمة"),
        _ => new("being installed", "встановлюють", "قيد التركيب"),
    };

    /// <summary>Why units stand where they stand.</summary>
    public static Text Of(AgeingReason reason) => reason switch
    {
        AgeingReason.NotPlanned => new("in no consignment", "немає у відправленнях", "ليست في أي إرسالية"),
        AgeingReason.ShouldHaveLeft => new("should have left", "мало б виїхати", "كان يجب أن تغادر"),
        AgeingReason.PapersMissing => new("papers are missing: {0}", "бракує документів: {0}", "وثائق ناقصة: {0}"),
        AgeingReason.ShouldHaveArrived => new("should have arrived", "мало б прибути", "كان يجب أن تصل"),
        AgeingReason.NoReceipt => new("nobody has entered a receipt", "ніхто не вніс отримання", "لم يُدخل أحد الاستلام"),
        AgeingReason.NotSentOn => new("no consignment takes it on", "далі не відправлено", "لم تُرسل إلى وجهتها"),
        AgeingReason.NotBegun => new("nobody has begun to install it", "встановлення не почато", "لم يبدأ التركيب"),
        AgeingReason.NextStep => new("next step: {0}", "наступний крок: {0}", "الخطوة التالية: {0}"),
        AgeingReason.Damaged => new("came damaged", "прибуло пошкодженим", "وصلت متضررة"),
        AgeingReason.Refused => new("was not taken", "не прийнято", "لم تُقبل"),
        AgeingReason.Missing => new("did not come", "не прибуло", "لم تصل"),
        AgeingReason.Held => new("stands still: {0}", "стоїть: {0}", "متوقف: {0}"),
        _ => new("as planned", "за планом", "بحسب الخطة"),
    };
}
