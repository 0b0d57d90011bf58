namespace Relight.Matching;

/// <summary>What outdoor equipment must bear of winter.</summary>
internal static class Cold
{
    /// <summary>Lowest temperature that outdoor equipment must work at, in °C.</summary>
    public static readonly Limit Lowest = new("lowest temperature outdoors", -40, "°C", "practice");

    /// <summary>Is to be done where the lowest temperature of a unit is not known.</summary>
    public static readonly Work FindOut = new(
        new("find out the lowest temperature that it works at", "з’ясувати найнижчу робочу температуру", "معرفة أدنى درجة حرارة تشغيل"), 0, null);

    /// <summary>Is to be done where a unit is made for milder winters.</summary>
    public static readonly Work Heat = new(
        new("heat it: it is made for milder winters", "обігрівати: розраховано на м’якші зими", "تدفئته: مصمم لشتاء أكثر اعتدالاً"), 6, Skills.Substation);

    /// <summary>What is to be done; null where it bears the cold.</summary>
    public static Work? WorkFor(decimal? lowest, Practice practice) => lowest switch
    {
        null => FindOut,
        { } known when known > practice[Lowest] => Heat,
        _ => null,
    };
}
