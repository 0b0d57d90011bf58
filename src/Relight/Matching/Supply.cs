namespace Relight.Matching;

/// <summary>Supply that a facility or a motor needs, compared in the same way for whatever gives or takes it.</summary>
internal static class Supply
{
    /// <summary>Voltage between two phases for each volt between one and neutral.</summary>
    public const decimal Root3 = 1.7320508m;

    /// <summary>What is named with more, in V, is the voltage between phases: no supply of one phase has so much.</summary>
    public const decimal BetweenPhases = 300;

    private static readonly Phrase s_oneIsEnough = new("one phase is enough", "досить однієї фази", "يكفي طور واحد");
    private static readonly Phrase s_threeOnBoth = new("three phases on both", "три фази з обох боків", "ثلاثة أطوار في كليهما");
    private static readonly Phrase s_hasOne = new("it has one phase, three are needed", "має одну фазу, потрібно три", "له طور واحد والمطلوب ثلاثة");
    private static readonly Phrase s_volts = new("{0:0} V for {1:0} V", "{0:0} В замість {1:0} В", "{0:0} فولت لـ{1:0} فولت");
    private static readonly Phrase s_hertz = new("{0:0.##} Hz, {1:0.##} Hz are needed", "{0:0.##} Гц, потрібно {1:0.##} Гц", "{0:0.##} هرتز والمطلوب {1:0.##} هرتز");

    /// <summary>How far voltages may be apart, in %.</summary>
    public static readonly Limit VoltageApart = new("voltage at a facility", 5, "%", "practice");

    private static readonly Work s_transformer = new(
        new("put a transformer between them", "поставити трансформатор між ними", "وضع محول بينهما"), 12, Skills.Generator);

    /// <summary>Phases of a unit at a place.</summary>
    /// <param name="wanted">Whether the place has or needs three.</param>
    /// <param name="own">Whether the unit has three.</param>
    /// <param name="pen">Takes it down.</param>
    public static Ruling Phases(bool wanted, bool? own, Pen pen) => (wanted, own) switch
    {
        (false, _) => pen.Fits(s_oneIsEnough),
        (true, null) => pen.Ask(Ask.ThreePhase, NotGiven.Phases),
        (true, true) => pen.Fits(s_threeOnBoth),
        (true, false) => pen.DoesNotFit(s_hasOne),
    };

    /// <summary>Voltage that a source gives at a place, in V: where that has one phase, a source of three gives the voltage between one and neutral.</summary>
    /// <param name="isThree">Whether the place has or needs three.</param>
    /// <param name="volts">Voltage of the source as its plate names it; null where it is not known.</param>
    /// <param name="ownThree">Whether the source has three; null where it is not known.</param>
    public static decimal? VoltsAt(bool isThree, decimal? volts, bool? ownThree) =>
        !isThree && ownThree != false && volts >= BetweenPhases ? volts / Root3 : volts;

    /// <summary>Voltage that a motor takes of a place, in V: with one phase, and where that has three, it hangs between one and neutral.</summary>
    /// <param name="isThree">Whether the place has three.</param>
    /// <param name="volts">Voltage of the place between phases, or of its one phase.</param>
    /// <param name="ownThree">Whether the motor has three; null where it is not known.</param>
    public static decimal VoltsFor(bool isThree, decimal volts, bool? ownThree) =>
        isThree && ownThree == false && volts >= BetweenPhases ? volts / Root3 : volts;

    /// <summary>Voltages in V: a transformer between them puts it right.</summary>
    public static Ruling Voltage(decimal place, decimal? own, Practice practice, Pen pen)
    {
        var wanted = new Figure(Numbers.PlaceVoltage, place, "V");
        if (own is not { } volts)
            return pen.Ask(Ask.Volts, NotGiven.Voltage, wanted);
        var (apart, limit) = (Math.Abs(volts / place - 1) * 100, practice[VoltageApart]);
        Figure mine = new(Numbers.UnitVoltage, volts, "V"), difference = new(Numbers.Difference, apart, "%");
        return apart <= limit
            ? pen.Fits(pen.Say(s_volts, volts, place), pen.BelowLimit(apart, limit), mine, wanted, difference)
            : pen.FitsWithWork(pen.Say(s_volts, volts, place), null, s_transformer, mine, wanted, difference);
    }

    /// <summary>What <see cref="Voltage"/> says, as a range of the unit's voltage.</summary>
    public static Bound Bound(Column voltage, decimal place, Practice practice) =>
        voltage.Between(place * (1 - (practice[VoltageApart] / 100)), place * (1 + (practice[VoltageApart] / 100))) with { Outside = Verdict.FitsWithWork };

    /// <summary>Frequencies in Hz: they are the same, or it does not fit.</summary>
    public static Ruling Frequency(decimal place, decimal? own, Pen pen)
    {
        var wanted = new Figure(Numbers.SystemFrequency, place, "Hz");
        return own is not { } rated
            ? pen.Ask(Ask.Frequency, NotGiven.Frequency, wanted)
            : pen.FitsIf(rated == place, pen.Say(s_hertz, rated, place), null, new(Numbers.RatedFrequency, rated, "Hz"), wanted);
    }
}
