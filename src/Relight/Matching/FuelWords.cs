namespace Relight.Matching;

/// <summary>Fuels as donors and operators name them: the same fuel has one name here, whatever the language.</summary>
internal static class FuelWords
{
    /// <summary>Fuels that a boiler burns on a grate, or that is no fuel: another burner does not change it.</summary>
    private static readonly HashSet<string> s_withoutBurner = ["wood", "coal", "peat", "electricity"];

    // Each begins with the name; of words that hold another, the longer stand first.
    private static readonly (string Name, string[] Words)[] s_names =
    [
        ("biodiesel", ["biodiesel", "біодизел"]),
        ("diesel", ["diesel", "gas oil", "gasoil", "дизел", "солярк", "газойл", "ديزل", "سولار"]),
        ("heavy oil", ["heavy fuel", "mazut", "мазут"]),
        ("heating oil", ["heating oil", "fuel oil", "пічне", "زيت وقود", "زيت التدفئة"]),
        ("petrol", ["petrol", "gasoline", "benzin", "бензин", "بنزين"]),
        ("kerosene", ["kerosene", "paraffin", "гас авіац", "керосин", "كيروسين"]),
        ("liquid gas", ["lpg", "propane", "butane", "liquid gas", "пропан", "бутан", "скраплен", "зріджен", "بروبان", "غاز مسال", "غاز البترول"]),
        ("biogas", ["biogas", "біогаз", "غاز حيوي"]),
        ("gas", ["natural gas", "gas", "газ", "غاز"]),
        ("wood", ["wood", "pellet", "briquette", "дров", "деревин", "пелет", "брикет", "خشب", "حطب"]),
        ("coal", ["coal", "anthracite", "вугілл", "антрацит", "فحم"]),
        ("peat", ["peat", "торф"]),
        ("electricity", ["electric", "елект", "كهرب"]),
    ];

    /// <summary>Whether two texts name the same fuel: by what is known of fuels, else to the letter.</summary>
    public static bool Same(string one, string other) =>
        NameOf(one) is { } name ? name == NameOf(other) : string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another burner makes a boiler burn one fuel in place of another: both are burnt by a burner, as liquids and gases are.</summary>
    public static bool ByAnotherBurner(string one, string other) => !s_withoutBurner.Contains(NameOf(one) ?? "") && !s_withoutBurner.Contains(NameOf(other) ?? "");

    /// <summary>The fuel that a text names; null where it names none that is known.</summary>
    public static string? NameOf(string text) =>
        s_names.FirstOrDefault(fuel => fuel.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).Name;
}
