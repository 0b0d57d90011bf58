namespace Relight.Web.Languages.Words;

/// <summary>Texts of the map.</summary>
public static class MapWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Map = new("Map of the grid", "Карта мережі", "خريطة الشبكة");
    public static readonly Text Synthetic = new("Synthetic: not a real network", "Синтетична: не справжня мережа", "اصطناعية: ليست شبكة حقيقية");
    public static readonly Text ZoomIn = new("Zoom in", "Збільшити", "تكبير");
    public static readonly Text ZoomOut = new("Zoom out", "Зменшити", "تصغير");
    public static readonly Text ZoomAll = new("Show all", "Показати все", "عرض الكل");
    public static readonly Text Damaged = new("Damaged", "Пошкоджено", "متضرر");
    public static readonly Text DamagedLine = new("Damaged line", "Пошкоджена лінія", "خط متضرر");
    public static readonly Text UnderRepair = new("Under repair", "Ремонтується", "قيد الإصلاح");
    public static readonly Text Repaired = new("Repaired", "Відремонтовано", "تم إصلاحه");

    public static readonly Text HurtElement = new(
        "No. {0} · {1}\nCrew {2}, hours {3} to {4}",
        "№ {0} · {1}\nБригада {2}, години {3}–{4}",
        "رقم {0} · {1}\nالفريق {2}، الساعات من {3} إلى {4}");
#pragma warning restore CS1591
}
