namespace Relight.Web.Languages.Words;

/// <summary>Words that many pages use.</summary>
public static class CommonWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text HourAndDay = new("hour {0} (day {1})", "година {0} (день {1})", "الساعة {0} (اليوم {1})");
    public static readonly Text Comma = new(", ", ", ", "، ");
    public static readonly Text Kilovolts = new("{0} kV", "{0} кВ", "{0} كيلوفولت");
    public static readonly Text Megawatts = new("{0} MW", "{0} МВт", "{0} ميغاواط");
    public static readonly Text Unknown = new("not known", "невідомо", "غير معروف");
    public static readonly Text Yes = new("yes", "так", "نعم");
    public static readonly Text No = new("no", "ні", "لا");
    public static readonly Text Details = new("Details", "Докладніше", "التفاصيل");
    public static readonly Text AsTable = new("The same as a table", "Те саме таблицею", "البيانات نفسها في جدول");
#pragma warning restore CS1591
}
