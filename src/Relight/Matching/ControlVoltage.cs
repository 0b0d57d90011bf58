namespace Relight.Matching;

/// <summary>Control voltage of a drive against that of the station, told in the same way for whatever is driven.</summary>
internal static class ControlVoltage
{
    public static readonly Phrase Name = new("control voltage", "напруга керування", "جهد التحكم");

    public static readonly Phrase Source = new("IEC 62271-1: 85 to 110 % of the rated supply voltage", "IEC 62271-1: від 85 до 110 % номінальної напруги живлення", "IEC 62271-1: من 85 إلى 110 % من جهد التغذية المقنن");

    private static readonly Phrase s_says = new("{0:0} V, the station has {1:0} V", "{0:0} В, на підстанції {1:0} В", "{0:0} فولت، وفي المحطة {1:0} فولت");
    private static readonly Phrase s_station = new("control voltage of the station", "напруга керування підстанції", "جهد التحكم في المحطة");

    private static readonly Limit s_least = new("least control voltage", 85, "%", "IEC 62271-1");
    private static readonly Limit s_most = new("greatest control voltage", 110, "%", "IEC 62271-1");

    private static readonly Work s_work = new(
        new("change coils and motor for the station's control voltage, or put a converter between", "замінити котушки й двигун на напругу керування підстанції або поставити перетворювач", "تغيير الملفات والمحرك لجهد التحكم في المحطة أو وضع محوّل جهد بينهما"), 6, Skills.Substation);

    /// <summary>Judges it; null where one of the two is not known: what is not known of the unit is a point of its review.</summary>
    public static Ruling? Judge(decimal? station, decimal? own, Practice practice, Pen pen)
    {
        if (station is not { } there || own is not { } rated)
            return null;
        Figure mine = new(Name, rated, "V"), theirs = new(s_station, there, "V");
        return there >= rated * practice[s_least] / 100 && there <= rated * practice[s_most] / 100
            ? pen.Fits(pen.Say(s_says, rated, there), null, mine, theirs)
            : pen.FitsWithWork(pen.Say(s_says, rated, there), null, s_work, mine, theirs);
    }

    /// <summary>What <see cref="Judge"/> says, as a range of the unit's voltage.</summary>
    public static IReadOnlyList<Bound> Bounds(Column own, decimal? station, Practice practice) => station is { } there
        ? [own.Between(there / practice[s_most] * 100, there / practice[s_least] * 100) with { Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits }]
        : [];
}
