using S = Relight.Web.Languages.Words.SpecificationWords;

namespace Relight.Web.Languages.Words;

/// <summary>Names of the fields of technical data that doubts are about.</summary>
public static class SpecificationFieldWords
{
    private static readonly Dictionary<string, Text> s_names = new(StringComparer.Ordinal)
    {
        ["amount"] = S.Amount,
        ["breakingKiloamperes"] = S.BreakingCurrent,
        ["cubicMetresPerHour"] = S.Flow,
        ["faultLevelKiloamperes"] = S.FaultLevel,
        ["frequencyHertz"] = S.Frequency,
        ["heatKilowatts"] = S.Heat,
        ["highKilovolts"] = S.SystemVoltageHigh,
        ["kilovoltamperes"] = S.RatedPower,
        ["kilowattHours"] = S.Energy,
        ["kilowatts"] = S.ActivePower,
        ["lengthMetres"] = S.Length,
        ["loadAmperes"] = S.LoadCurrent,
        ["loadKilowatts"] = NeedWords.Load,
        ["loadMegavoltamperes"] = S.LoadToCarry,
        ["lowSwitchgearKiloamperes"] = S.LowSwitchgear,
        ["megavoltamperes"] = S.RatedPower,
        ["megawatts"] = S.ActivePower,
        ["powerMegavoltamperes"] = S.RatedPower,
        ["primary"] = S.Primary,
        ["ratedAmperes"] = S.RatedCurrent,
        ["ratedKilovolts"] = S.RatedVoltage,
        ["ratedMegavoltamperes"] = S.RatedPower,
        ["secondary"] = S.Secondary,
        ["shortTimeKiloamperes"] = S.ShortTimeCurrent,
        ["systemUm"] = S.SystemUm,
        ["taps"] = S.Taps,
        ["totalTonnes"] = S.TotalMass,
        ["transportTonnes"] = S.TransportMass,
        ["type"] = NeedWords.Kind,
    };

    private static readonly Dictionary<string, Text> s_sides = new(StringComparer.Ordinal)
    {
        ["high"] = new("Upper side: {0}", "Вища сторона: {0}", "الجانب الأعلى: {0}"),
        ["low"] = new("Lower side: {0}", "Нижча сторона: {0}", "الجانب الأدنى: {0}"),
        ["tertiary"] = new("Tertiary: {0}", "Третинна обмотка: {0}", "الملف الثالث: {0}"),
        ["parallel"] = new("Unit beside it: {0}", "Сусідня одиниця: {0}", "الوحدة المجاورة: {0}"),
    };

    /// <summary>Every field that has a name.</summary>
    public static IReadOnlyCollection<string> Fields => s_names.Keys;

    /// <summary>Name of a field; as the register has it where it has none here.</summary>
    /// <param name="path">Its path, e.g. <c>specification.high.ratedKilovolts</c>.</param>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('.');
        if (!s_names.TryGetValue(parts[^1], out var name))
            return path;
        return parts.Length > 2 && s_sides.TryGetValue(parts[^2], out var side) ? side.With(name) : name;
    }
}
