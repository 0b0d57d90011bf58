namespace Relight.Web.Languages.Words;

/// <summary>Texts of contributions and claims.</summary>
public static class RegisterWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text ContributionsLead = new(
        "What was promised, by whom, and how far it has come. Totals count contributions, never claims, so nothing counts twice.",
        "Що обіцяно, ким і як далеко воно просунулося. Підсумки рахують внески, а не твердження, тому ніщо не враховано двічі.",
        "ما وُعد به، ومَن وعد، وإلى أين وصل. تُحسب المجاميع من المساهمات لا من الإفادات، فلا يُحسب شيء مرتين.");

    public static readonly Text Funnel = new("From promise to service", "Від обіцянки до роботи", "من الوعد إلى الخدمة");
    public static readonly Text FunnelOf = new("{0}, {1}", "{0}, {1}", "{0}، {1}");
    public static readonly Text ShowFunnelOf = new("Show", "Показати", "عرض");
    public static readonly Text WhatOf = new("What to follow", "За чим стежити", "ما المراد تتبعه");
    public static readonly Text WorthOfGoods = new("Worth of goods", "Вартість товарів", "قيمة السلع");
    public static readonly Text Stage = new("Stage", "Етап", "المرحلة");
    public static readonly Text LowerBound = new("Lower bound", "Нижня межа", "الحد الأدنى");
    public static readonly Text UpperBound = new("Upper bound", "Верхня межа", "الحد الأعلى");
    public static readonly Text Open = new("open", "відкрита", "مفتوح");
    public static readonly Text UnspecifiedParts = new("Not specified", "Не вказано", "غير محدد");
    public static readonly Text Parts = new("Contributions", "Внесків", "المساهمات");
    public static readonly Text Bar = new("Share", "Частка", "النسبة");
    public static readonly Text Sure = new("sure", "певно", "مؤكد");
    public static readonly Text Possible = new("possible", "можливо", "ممكن");
    public static readonly Text MoreOpen = new("and more: no upper bound", "і більше: без верхньої межі", "وأكثر: دون حد أعلى");
    public static readonly Text ByDonor = new("By donor", "За донорами", "حسب المانح");
    public static readonly Text Jointly = new("jointly", "спільно", "بصورة مشتركة");

    public static readonly Text JointlyNote = new(
        "Joint gifts stand apart: nobody told the shares, so nothing is divided or repeated.",
        "Спільні внески стоять окремо: часток ніхто не назвав, тому їх не поділено й не повторено.",
        "المساهمات المشتركة مذكورة على حدة: لم تُعلن الحصص، فلا تُقسم ولا تُكرر.");

    public static readonly Text Withdrawn = new("Withdrawn or lost", "Відкликано або втрачено", "مسحوب أو مفقود");
    public static readonly Text ListOfContributions = new("All contributions", "Усі внески", "كل المساهمات");
    public static readonly Text Title = new("Title", "Назва", "العنوان");
    public static readonly Text Donors = new("Donors", "Донори", "المانحون");
    public static readonly Text Recipient = new("Recipient", "Одержувач", "المستلم");
    public static readonly Text What = new("What", "Що", "ماذا");
    public static readonly Text Item = new("Item", "Предмет", "الصنف");
    public static readonly Text Quantity = new("Quantity", "Кількість", "الكمية");
    public static readonly Text Money = new("Money or worth", "Гроші або вартість", "المال أو القيمة");
    public static readonly Text Furthest = new("Furthest stage", "Найдальший етап", "أبعد مرحلة");
    public static readonly Text ClaimCount = new("Claims", "Тверджень", "الإفادات");

    public static readonly Text Values = new("Adopted values", "Прийняті значення", "القيم المعتمدة");
    public static readonly Text Value = new("Value", "Значення", "القيمة");
    public static readonly Text AdoptedFrom = new("Adopted from", "Прийнято з", "معتمدة من");
    public static readonly Text AdoptedBy = new("By, when", "Ким, коли", "من اعتمدها ومتى");
    public static readonly Text Why = new("Why", "Чому", "السبب");
    public static readonly Text ClaimsBehind = new("Claims behind it, and those linked with them", "Твердження, на яких він стоїть, і пов’язані з ними", "الإفادات التي يستند إليها وما يرتبط بها");
    public static readonly Text Version = new("version {0}", "версія {0}", "الإصدار {0}");

    public static readonly Text ClaimsLead = new(
        "What each source says, as it says it. A claim is never changed; a later statement is another claim.",
        "Що саме каже кожне джерело. Твердження не змінюють; пізніша заява є іншим твердженням.",
        "ما يقوله كل مصدر كما قاله. لا تُعدّل الإفادة أبداً؛ والتصريح اللاحق إفادة أخرى.");

    public static readonly Text ListOfClaims = new("Claims", "Твердження", "الإفادات");
    public static readonly Text Claim = new("Claim", "Твердження", "الإفادة");
    public static readonly Text Date = new("Date", "Дата", "التاريخ");
    public static readonly Text Source = new("Source", "Джерело", "المصدر");
    public static readonly Text Quote = new("Quote", "Цитата", "الاقتباس");
    public static readonly Text Channel = new("Channel", "Канал", "القناة");
    public static readonly Text Note = new("Beware", "Увага", "تنبيه");
    public static readonly Text Publisher = new("Publisher", "Видавець", "الناشر");
    public static readonly Text Published = new("Published", "Опубліковано", "تاريخ النشر");
    public static readonly Text Address = new("Address", "Адреса", "العنوان الإلكتروني");
    public static readonly Text LanguageOfText = new("Language of the text", "Мова тексту", "لغة النص");
    public static readonly Text Retrieved = new("Retrieved", "Отримано", "تاريخ الاسترجاع");
    public static readonly Text Sha256 = new("SHA-256 of the text kept", "SHA-256 збереженого тексту", "بصمة SHA-256 للنص المحفوظ");
    public static readonly Text AdoptedInto = new("Adopted into", "Прийнято до", "معتمدة في");
    public static readonly Text NotAdopted = new("not adopted", "не прийнято", "غير معتمدة");
    public static readonly Text Contribution = new("contribution", "внесок", "المساهمة");
    public static readonly Text Links = new("Links to other claims", "Зв’язки з іншими твердженнями", "الروابط بإفادات أخرى");
    public static readonly Text ThisClaim = new("This claim", "Це твердження", "هذه الإفادة");
    public static readonly Text OtherClaim = new("Other claim", "Інше твердження", "الإفادة الأخرى");
    public static readonly Text NoLinks = new("No links.", "Зв’язків немає.", "لا روابط.");
    public static readonly Text OpensElsewhere = new("opens another site", "відкриє інший сайт", "يفتح موقعاً آخر");
#pragma warning restore CS1591
}
