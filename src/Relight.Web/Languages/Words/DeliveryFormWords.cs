namespace Relight.Web.Languages.Words;

/// <summary>Texts of the forms in which deliveries and installations are entered.</summary>
public static class DeliveryFormWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NewPlace = new("Enter a place", "Внести місце", "إدخال مكان");
    public static readonly Text ChangePlace = new("Change a place", "Змінити місце", "تغيير مكان");
    public static readonly Text Code = new("UN/LOCODE", "Код UN/LOCODE", "رمز UN/LOCODE");
    public static readonly Text CodeHint = new("Country and three letters or digits, such as UALWO.", "Країна і три літери чи цифри, як-от UALWO.", "البلد وثلاثة أحرف أو أرقام، مثل UALWO.");
    public static readonly Text Name = new("Name", "Назва", "الاسم");
    public static readonly Text IsHub = new("Hub: goods are kept here", "Склад: тут зберігають вантажі", "مركز: تُحفظ فيه البضائع");
    public static readonly Text Standard = new("Railway of 1435 mm", "Колія 1435 мм", "سكة بمقاس 1435 مم");
    public static readonly Text Broad = new("Railway of 1520 mm", "Колія 1520 мм", "سكة بمقاس 1520 مم");

    public static readonly Text NewConsignment = new("Plan a consignment", "Спланувати відправлення", "تخطيط إرسالية");
    public static readonly Text NewLead = new(
        "What travels together, by which legs, when. The last leg leads to the site of the needs where its end is left out, or to a hub.",
        "Що їде разом, якими відтинками, коли. Останній відтинок веде на місце потреб, якщо його кінець не вказано, або на склад.",
        "ما يسافر معاً، وبأي مراحل، ومتى. تنتهي المرحلة الأخيرة في موقع الاحتياجات إن تُركت نهايتها، أو في مركز.");

    public static readonly Text Title = new("Short name that gives no site away", "Коротка назва, що не видає місця", "اسم قصير لا يكشف الموقع");
    public static readonly Text FromStock = new("Comes out of the stock of the hub where it begins", "Із запасу складу, де починається шлях", "يخرج من مخزون المركز الذي تبدأ منه");
    public static readonly Text Line = new("Goods {0}", "Вантаж {0}", "البضائع {0}");
    public static readonly Text Allocated = new("allocated: {0}", "розподілено: {0}", "مخصص: {0}");
    public static readonly Text InHub = new("in {0}: {1}", "у {0}: {1}", "في {0}: {1}");
    public static readonly Text UnitTonnes = new("Mass of a unit, t", "Маса одиниці, т", "كتلة الوحدة، طن");
    public static readonly Text UnitHint = new("Only where it is other than the offer says.", "Лише якщо інша, ніж у пропозиції.", "فقط إن اختلفت عمّا في العرض.");
    public static readonly Text NeedHint = new("Left out for the stock of a hub.", "Не вказують для запасу складу.", "تُترك لمخزون مركز.");
    public static readonly Text LegNumber = new("Leg {0}", "Відтинок {0}", "المرحلة {0}");
    public static readonly Text Leg = new("Leg", "Відтинок", "المرحلة");
    public static readonly Text LegsFrom = new("From", "Звідки", "من");
    public static readonly Text To = new("To", "Куди", "إلى");
    public static readonly Text ToHint = new("Left out for the site of the needs.", "Не вказують для місця потреб.", "يُترك لموقع الاحتياجات.");
    public static readonly Text Mode = new("By", "Чим", "بواسطة");
    public static readonly Text Departure = new("Departs (UTC)", "Виїзд (UTC)", "المغادرة (UTC)");
    public static readonly Text Arrival = new("Arrives (UTC)", "Прибуття (UTC)", "الوصول (UTC)");
    public static readonly Text Latitude = new("Latitude, degrees", "Широта, градуси", "خط العرض، بالدرجات");
    public static readonly Text Longitude = new("Longitude, degrees", "Довгота, градуси", "خط الطول، بالدرجات");
    public static readonly Text PositionHint = new("North and east are positive. Without it the cost of a way from here is not known.", "Північ і схід — додатні. Без цього вартість шляху звідси невідома.", "الشمال والشرق موجبان. من دونه لا تُعرف كلفة الطريق من هنا.");
    public static readonly Text Gauge = new("Gauge, mm", "Ширина колії, мм", "مقاس السكة، مم");
    public static readonly Text LimitTonnes = new("Most it lets through, t", "Пропускає щонайбільше, т", "أقصى ما تسمح به، طن");
    public static readonly Text LimitLength = new("Longest piece, m", "Найдовше місце, м", "أطول قطعة، م");
    public static readonly Text LimitWidth = new("Widest piece, m", "Найширше місце, м", "أعرض قطعة، م");
    public static readonly Text LimitHeight = new("Highest piece, m", "Найвище місце, м", "أعلى قطعة، م");
    public static readonly Text TakeFrom = new("Made of allocations or stock", "Із розподіленого або із запасу", "من المخصص أو من المخزون");
    public static readonly Text PutIn = new("Put the ticked into the form", "Внести позначене у форму", "وضع المحدد في النموذج");
    public static readonly Text Plan = new("Plan it", "Спланувати", "تخطيطها");

    public static readonly Text Dispatch = new("It has left", "Виїхало", "غادرت");
    public static readonly Text DispatchLater = new("Tell when it left", "Повідомити, коли виїхало", "ذكر وقت مغادرتها");
    public static readonly Text Depart = new("This leg has begun", "Відтинок почався", "بدأت هذه المرحلة");
    public static readonly Text Arrive = new("This leg has ended", "Відтинок закінчився", "انتهت هذه المرحلة");
    public static readonly Text Expect = new("Expect other times", "Очікувати інший час", "توقّع أوقات أخرى");
    public static readonly Text NotePapers = new("Note papers", "Позначити документи", "تسجيل الوثائق");
    public static readonly Text CallOff = new("Call it off", "Скасувати", "إلغاؤها");
    public static readonly Text At = new("When (UTC)", "Коли (UTC)", "متى (UTC)");
    public static readonly Text Number = new("Its number", "Його номер", "رقمها");
    public static readonly Text AnotherPaper = new("Another paper that it takes", "Ще один потрібний документ", "وثيقة أخرى تلزمها");
    public static readonly Text DispatchUnknown = new(
        "Received before anyone told that it left: when it left is not known.",
        "Отримано раніше, ніж повідомили про виїзд: коли виїхало, невідомо.",
        "استُلمت قبل أن يُبلغ أحد بمغادرتها: وقت مغادرتها غير معروف.");

    public static readonly Text PackagesOfLine = new("Packages", "Місць", "الطرود");
    public static readonly Text MakeLabels = new("Number the packages", "Пронумерувати місця", "ترقيم الطرود");

    public static readonly Text Begin = new("Begin to install", "Почати встановлення", "بدء التركيب");
    public static readonly Text BeginOf = new("Begin to install: {0}", "Почати встановлення: {0}", "بدء التركيب: {0}");
    public static readonly Text StepDone = new("A step is done", "Крок зроблено", "أُنجزت خطوة");
    public static readonly Text Step = new("Step", "Крок", "الخطوة");
    public static readonly Text Note = new("Note", "Примітка", "ملاحظة");
    public static readonly Text Hold = new("It stands still", "Стоїть", "متوقف");
    public static readonly Text HoldReason = new("Why it stands still", "Чому стоїть", "سبب التوقف");
    public static readonly Text InWords = new("In words", "Словами", "بالكلمات");
    public static readonly Text Since = new("Since (UTC)", "Відколи (UTC)", "منذ (UTC)");
    public static readonly Text MissPart = new("A part is missing", "Бракує деталі", "قطعة ناقصة");
    public static readonly Text Part = new("What is missing", "Чого бракує", "ما الناقص");
    public static readonly Text PartKind = new("Kind of item", "Вид", "النوع");
    public static readonly Text Pieces = new("Pieces", "Штук", "القطع");
    public static readonly Text InService = new("It is in service", "Працює", "دخل الخدمة");
#pragma warning restore CS1591
}
