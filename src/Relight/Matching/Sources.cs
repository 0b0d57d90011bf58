namespace Relight.Matching;

/// <summary>What rules follow where that is said in words: texts and clauses keep their names in every language.</summary>
internal static class Sources
{
    public static readonly Phrase Practice = new("practice", "практика", "الممارسة");
    public static readonly Phrase Route = new("route data of the operator", "дані оператора про шлях", "بيانات الطريق من المشغّل");
    public static readonly Phrase Parallel = new("IEC 60076-8 practice", "IEC 60076-8, практика", "IEC 60076-8، الممارسة");

    public static readonly Phrase HighestVoltage = new(
        "IEC 62271-1: Ur is the system's highest voltage",
        "IEC 62271-1: Ur — найвища напруга системи",
        "IEC 62271-1: ‏Ur هو أعلى جهد للنظام");

    /// <summary>A text or clause by its name.</summary>
    public static Phrase Text(string name) => new(name, name, name);
}
