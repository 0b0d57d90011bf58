using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Names of technical data of switchgear, and of the third winding.</summary>
public static class SwitchgearWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text DutyCycle = new("Duty cycle", "Цикл операцій", "دورة التشغيل");
    public static readonly Text Medium = new("Quenches the arc with", "Дугогасне середовище", "وسط إطفاء القوس");
    public static readonly Text Reclosing = new("Fast reclosing", "Швидке повторне ввімкнення", "إعادة الإغلاق السريع");
    public static readonly Text StationControl = new("Control voltage of the station", "Напруга керування підстанції", "جهد التحكم في المحطة");
    public static readonly Text Tertiary = new("Tertiary serves", "Третинна обмотка слугує", "الملف الثالث يخدم");
    private static readonly Text s_loadable = new("to carry load", "для навантаження", "لتغذية الأحمال");
    private static readonly Text s_stabilising = new("to stabilise alone", "лише для стабілізації", "للتثبيت فقط");
#pragma warning restore CS1591

    /// <summary>What a third winding is for.</summary>
    public static Text Of(TertiaryUse use) => use == TertiaryUse.Stabilising ? s_stabilising : s_loadable;
}
