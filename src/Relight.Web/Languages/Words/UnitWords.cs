using System.Collections.Frozen;
using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Units as the pages write them.</summary>
public static class UnitWords
{
    /// <summary>For amounts whose source names no currency.</summary>
    public static readonly Text UnknownCurrency = new("(currency not named)", "(валюту не названо)", "(العملة غير مذكورة)");

    private static readonly FrozenDictionary<Unit, Text> s_names = new Dictionary<Unit, Text>
    {
        [Unit.Piece] = new("units", "од.", "وحدة"),
        [Unit.Load] = new("loads", "вантажів", "شحنة"),
        [Unit.Person] = new("people", "людей", "شخص"),
        [Unit.Tonne] = new("t", "т", "طن"),
        [Unit.Kilogram] = new("kg", "кг", "كغ"),
        [Unit.Metre] = new("m", "м", "م"),
        [Unit.Kilometre] = new("km", "км", "كم"),
        [Unit.CubicMetre] = new("m³", "м³", "م³"),
        [Unit.Litre] = new("l", "л", "لتر"),
        [Unit.Megawatt] = new("MW", "МВт", "ميغاواط"),
        [Unit.Kilowatt] = new("kW", "кВт", "كيلوواط"),
        [Unit.Megavoltampere] = new("MVA", "МВА", "م.ف.أ"),
        [Unit.Kilovoltampere] = new("kVA", "кВА", "ك.ف.أ"),
        [Unit.MegawattHour] = new("MWh", "МВт·год", "ميغاواط ساعة"),
        [Unit.KilowattHour] = new("kWh", "кВт·год", "كيلوواط ساعة"),
        [Unit.Kilovolt] = new("kV", "кВ", "كيلوفولت"),
        [Unit.Volt] = new("V", "В", "فولت"),
    }.ToFrozenDictionary();

    // What is counted bears another name where there is one of it.
    private static readonly FrozenDictionary<Unit, Text> s_one = new Dictionary<Unit, Text>
    {
        [Unit.Piece] = new("unit", "од.", "وحدة"),
        [Unit.Load] = new("load", "вантаж", "شحنة"),
        [Unit.Person] = new("person", "людина", "شخص"),
    }.ToFrozenDictionary();

    /// <summary>The unit behind an exact number, in the language of the page.</summary>
    public static string Of(Unit unit, decimal number) => number == 1 && s_one.TryGetValue(unit, out var name) ? name : Of(unit);

    /// <summary>The unit in the language of the page.</summary>
    public static string Of(Unit unit) => s_names.TryGetValue(unit, out var name) ? name : unit.Code;

    /// <summary>A unit by the code that data give it, in the language of the page; the code itself where it is not a known one.</summary>
    public static string OfCode(string code) => code switch
    {
        "kA" => SpecificationWords.Kiloampere,
        "A" => SpecificationWords.Ampere,
        "Hz" => SpecificationWords.Hertz,
        "VA" => SpecificationWords.Voltampere,
        "bar" => SpecificationWords.Bar,
        "mm²" => SpecificationWords.SquareMillimetre,
        "m³/h" => SpecificationWords.CubicMetresPerHour,
        "mm" => SpecificationWords.Millimetre,
        _ => Unit.TryParse(code, null, out var unit) ? Of(unit) : code,
    };

    /// <summary>The unit that a reader wrote, by its code or its name in any language of the pages; null for none.</summary>
    public static Unit? Find(string written) =>
        Unit.All.FirstOrDefault(unit => string.Equals(unit.Code, written, StringComparison.OrdinalIgnoreCase))
        ?? s_names.Where(pair => PageLanguage.All.Any(language => string.Equals(pair.Value.In(language), written, StringComparison.OrdinalIgnoreCase)))
            .Select(pair => pair.Key).FirstOrDefault();
}
