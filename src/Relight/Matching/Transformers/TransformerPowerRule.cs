using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must carry the load; at reduced voltage with less power, in an emergency with more.</summary>
public sealed class TransformerPowerRule() : Rule<TransformerBay, PowerTransformer>(150, new("power", "потужність", "القدرة"), Sources.Text("IEC 60076-7"))
{
    // In MVA, as the loading guide divides units.
    private const decimal Large = 100;
    private const decimal Medium = 10;

    private static readonly Phrase s_noLoad = new("the load to be carried is not given", "навантаження, яке треба нести, не вказано", "الحمل المطلوب نقله غير مذكور");
    private static readonly Phrase s_carries = new("{0:0.#} MVA for a load of {1:0.#} MVA", "{0:0.#} МВА на навантаження {1:0.#} МВА", "{0:0.#} م.ف.أ لحمل قدره {1:0.#} م.ف.أ");
    private static readonly Phrase s_emergencyOnly = new(
        "{0:0.#} MVA for a load of {1:0.#} MVA: emergency loading of {2:0} %, up to {3:0.#} % over long",
        "{0:0.#} МВА на навантаження {1:0.#} МВА: аварійне навантаження {2:0} %, тривало до {3:0.#} %",
        "{0:0.#} م.ف.أ لحمل قدره {1:0.#} م.ف.أ: تحميل طارئ {2:0} %، وحتى {3:0.#} % لمدة طويلة");

    private static readonly Phrase s_tooMuch = new(
        "{0:0.#} MVA for a load of {1:0.#} MVA: {2:0} %, over {3:0.#} %",
        "{0:0.#} МВА на навантаження {1:0.#} МВА: {2:0} %, понад {3:0.#} %",
        "{0:0.#} م.ف.أ لحمل قدره {1:0.#} م.ف.أ: {2:0} %، أي فوق {3:0.#} %");

    private static readonly Limit s_large = new("emergency loading over long, above 100 MVA", 130, "%", "IEC 60076-7");
    private static readonly Limit s_medium = new("emergency loading over long, 10 to 100 MVA", 150, "%", "IEC 60076-7");
    private static readonly Limit s_largeShort = new("emergency loading for a short time, above 100 MVA", 150, "%", "IEC 60076-7");
    private static readonly Limit s_mediumShort = new("emergency loading for a short time, 10 to 100 MVA", 180, "%", "IEC 60076-7");
    private static readonly Phrase s_shortly = new("{0}; up to {1:0.#} % is borne for a short time only", "{0}; до {1:0.#} % витримує лише короткий час", "{0}؛ وحتى {1:0.#} % يُحتمل لمدة قصيرة فقط");
    private static readonly Phrase s_atVoltage = new("power at this voltage", "потужність за цієї напруги", "القدرة عند هذا الجهد");
    private static readonly Phrase s_emergency = new("emergency loading", "аварійне навантаження", "التحميل الطارئ");

    private static readonly Work s_work = new(
        new(
            "agree on emergency loading with ageing, and watch temperatures",
            "погодити аварійне навантаження зі старінням і стежити за температурами",
            "الاتفاق على التحميل الطارئ مع التقادم ومراقبة درجات الحرارة"), 0, null);

    private static readonly Column s_rated = Of("rated power", Rated);
    private static readonly Column s_perKilovolt = Of("rated power by rated voltage", unit => Rated(unit) / unit.High.RatedKilovolts);
    private static readonly Column s_most = Of("power with emergency loading", (unit, practice) => Rated(unit) is { } rated ? rated * Emergency(rated, practice) / 100 : null);
    private static readonly Column s_mostPerKilovolt = Of(
        "power with emergency loading by rated voltage",
        (unit, practice) => Rated(unit) is { } rated ? rated * Emergency(rated, practice) / 100 / unit.High.RatedKilovolts : null);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (Rated(unit) is not { } rated)
            return pen.Ask(Ask.Megavoltamperes, NotGiven.Power).And(place.LoadMegavoltamperes is null, Ask.Load);
        var power = unit.High.RatedKilovolts > place.HighKilovolts ? rated * place.HighKilovolts / unit.High.RatedKilovolts.Value : rated;
        Figure own = new(Numbers.RatedPower, rated, "MVA"), here = new(s_atVoltage, power, "MVA");
        if (place.LoadMegavoltamperes is not { } load)
            return pen.Ask(Ask.Load, s_noLoad, own, here);

        var (wanted, margin) = (new Figure(Numbers.Load, load, "MVA"), pen.AboveLimit(power, load));
        if (power >= load)
            return pen.Fits(pen.Say(s_carries, power, load), margin, own, here, wanted);
        var emergency = Emergency(rated, practice);
        var limit = new Figure(s_emergency, emergency, "%");
        return load <= power * emergency / 100
            ? pen.FitsWithWork(
                pen.Say(s_emergencyOnly, power, load, load / power * 100, emergency),
                margin, s_work, own, here, wanted, limit)
            : pen.DoesNotFit(TooMuch(power, load, emergency, Short(rated, practice), pen), margin, own, here, wanted, limit);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) => place.LoadMegavoltamperes is { } load
        ?
        [
            s_rated.AtLeast(load) with { Outside = Verdict.FitsWithWork },
            s_perKilovolt.AtLeast(load / place.HighKilovolts) with { Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits },
            s_most.AtLeast(load),
            s_mostPerKilovolt.AtLeast(load / place.HighKilovolts) with { Unknown = Verdict.Fits },
        ]
        : [s_rated.Always(Verdict.CannotTellYet)];

    private static Reason TooMuch(decimal power, decimal load, decimal over, decimal shortly, Pen pen)
    {
        var says = pen.Say(s_tooMuch, power, load, load / power * 100, over);
        return load <= power * shortly / 100 ? pen.Say(s_shortly, says, shortly) : says;
    }

    // Borne for half an hour at most: no load that is to be carried.
    private static decimal Short(decimal rated, Practice practice) => Most(rated, practice[s_largeShort], practice[s_mediumShort]);

    // What goes through passes both windings: the smaller one decides.
    private static decimal? Rated(PowerTransformer unit) => (unit.High.RatedMegavoltamperes, unit.Low.RatedMegavoltamperes) switch
    {
        ({ } high, { } low) => Math.Min(high, low),
        var (high, low) => high ?? low,
    };

    private static decimal Emergency(decimal rated, Practice practice) => Most(rated, practice[s_large], practice[s_medium]);

    // In % of the rating. A unit a little above 100 MVA bears what one of 100 MVA does: more power is never worth less.
    private static decimal Most(decimal rated, decimal large, decimal medium) => rated switch
    {
        > Large => Math.Max(large, Large * medium / rated),
        >= Medium => medium,
        _ => 100,
    };
}
