using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Where the railway of the country that a unit leaves from has another gauge than the one to the bay, it is moved over on the way.</summary>
public sealed class GaugeRule : IRule
{
    private static readonly Phrase s_same = new("{0} mm on both ways", "{0} мм на обох шляхах", "{0} مم في الطريقين");
    private static readonly Phrase s_breaks = new("{0} mm from {1}, {2} mm to the bay", "{0} мм із {1}, {2} мм до приєднання", "{0} مم من {1}، و{2} مم إلى الخلية");

    private const int Standard = 1435;
    private const int Broad = 1520;

    // 1520 and 1524 mm run on each other.
    private const int Apart = 4;

    private static readonly Phrase s_name = new("rail gauge", "ширина колії", "مقاس السكة");
    private static readonly Phrase s_there = new("gauge where it leaves", "колія у місці відправлення", "المقاس عند المغادرة");
    private static readonly Phrase s_here = new("gauge to the bay", "колія до приєднання", "المقاس إلى الخلية");

    private static readonly Work s_work = new(
        new("move it to other wagons where the gauge changes", "перевантажити на інші вагони там, де змінюється колія", "نقلها إلى عربات أخرى حيث يتغير المقاس"), 0, null);

    // Main lines; countries without a railway to Europe are left out, for from there it comes by ship.
    private static readonly Dictionary<string, int> s_gauges = new[]
    {
        (Broad, "AM AZ BY EE GE KZ LT LV MD UA"),
        (1524, "FI"),
        (Standard, "AL AT BA BE BG CH CZ DE DK FR GB GR HR HU IT LU ME MK NL NO PL RO RS SE SI SK TR XK"),
        (1668, "ES PT"),
    }.SelectMany(group => group.Item2.Split(' ').Select(country => (Country: country, Gauge: group.Item1))).ToDictionary(pair => pair.Country, pair => pair.Gauge);

    private static readonly Column s_gauge = new(
        "gauge where it leaves", (offer, _) => offer.DispatchCountry is { } from && s_gauges.TryGetValue(from.Code, out var there) ? there : null);

    /// <inheritdoc/>
    public bool HasMargin => false;

    /// <inheritdoc/>
    public int Place => 215;

    /// <inheritdoc/>
    public Phrase Name => s_name;

    /// <inheritdoc/>
    public Phrase Source => new("route data of the operator; gauges of main lines", "дані оператора про шлях; колія магістралей", "بيانات الطريق من المشغّل؛ مقاسات الخطوط الرئيسية");

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => requirement == typeof(TransformerBay) && specification == typeof(PowerTransformer);

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen)
    {
        if (need.Requirement is not TransformerBay { RailGaugeMillimetres: { } here } || offer.DispatchCountry is not { } from
            || !s_gauges.TryGetValue(from.Code, out var there))
            return null;
        Figure own = new(s_there, there, "mm"), wanted = new(s_here, here, "mm");
        return Math.Abs(there - here) <= Apart
            ? pen.Fits(pen.Say(s_same, there), null, own, wanted)
            : pen.FitsWithWork(pen.Say(s_breaks, there, from.Code, here), null, s_work, own, wanted);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bound> Bounds(Requirement requirement, Practice practice) =>
        requirement is TransformerBay { RailGaugeMillimetres: { } here }
            ? [s_gauge.Between(here - Apart, here + Apart) with { IsSharp = true, Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits }]
            : [];
}
