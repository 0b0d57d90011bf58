using Relight.Matching;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of proposals about the way of units, about amounts of goods, and about values that are being computed.</summary>
public static class ProposalWayWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Way = new("{0} km {2}, about {1} euros", "{0} км {2}, близько {1} євро", "{0} كم {2}، نحو {1} يورو");
    public static readonly Text Reckoned = new("the donor says when it can leave; its way is reckoned", "донор каже, коли може виїхати; шлях пораховано", "ذكر المانح موعد المغادرة؛ والطريق محسوب");
    public static readonly Text NoStart = new("Cost of the way not known: nobody has said where it stands.", "Вартість шляху невідома: не сказано, де воно стоїть.", "تكلفة الطريق غير معروفة: لم يُذكر أين توجد.");
    public static readonly Text NoEnd = new("Cost of the way not known: the need is at no one place.", "Вартість шляху невідома: потреба не має одного місця.", "تكلفة الطريق غير معروفة: الاحتياج ليس في مكان واحد.");
    public static readonly Text NoMass = new("Cost of the way not known: nobody has said what it weighs.", "Вартість шляху невідома: не сказано, скільки воно важить.", "تكلفة الطريق غير معروفة: لم يُذكر وزنها.");

    public static readonly Text AllWays = new(
        "All ways: {0} euros as far as is known; of {1} it is not known. Assumed for a tonne and kilometre: {2} euros by lorry, {4} as an abnormal load on roads, {5} by rail, {6} by ship, {7} by aeroplane; and {3} km by land for each as the crow flies. The cost decides between allocations of the same worth.",
        "Усі шляхи: {0} євро, наскільки відомо; невідомо про: {1}. Припущено за тонну-кілометр: {2} євро вантажівкою, {4} великоваговим перевезенням, {5} залізницею, {6} судном, {7} літаком; і {3} км суходолом на кілометр по прямій. Вартість вирішує між закріпленнями, що дають однаково.",
        "كل الطرق: {0} يورو بقدر المعروف؛ وغير معروف في {1}. المفترض لكل طن وكيلومتر: {2} يورو بالشاحنة، و{4} كحمولة ثقيلة على الطرق، و{5} بالسكة الحديد، و{6} بالسفينة، و{7} بالطائرة؛ و{3} كم براً لكل كيلومتر مستقيم. تحسم التكلفة بين تخصيصات متساوية القيمة.");

    public static readonly Text Amounts = new("Goods by amount", "Товари за кількістю", "السلع بالكمية");
    public static readonly Text AmountOf = new("{0} of", "{0} із", "{0} من");
    public static readonly Text There = new("There", "На місці", "في المكان");
    public static readonly Text NoMore = new("there is no more of it", "більше немає", "لا يوجد المزيد منه");
    public static readonly Text GoesTo = new("what there is goes to:", "наявне йде до:", "الموجود يذهب إلى:");
    public static readonly Text Unspecified = new("nobody has said how much it takes", "не сказано, скільки потрібно", "لم يُذكر كم يلزم");
    public static readonly Text OffersUnspecified = new("Offers of goods of which nobody has said how much a unit holds are left out: {0}.", "Пропозиції товарів, де не сказано, скільки в одиниці, пропущено: {0}.", "تُركت عروض سلع لم يُذكر كم تحوي وحدتها: {0}.");
    public static readonly Text Computing = new("The values are being computed: {0}. This page looks again by itself.", "Значення обчислюються: {0}. Сторінка оновлюється сама.", "تُحسب القيم الآن: {0}. تتحدث الصفحة تلقائياً.");
#pragma warning restore CS1591

    /// <summary>By what a way is gone.</summary>
    public static Text Of(TransportMeans means) => means switch
    {
        TransportMeans.Road => new("by lorry", "вантажівкою", "بالشاحنة"),
        TransportMeans.HeavyRoad => new("as an abnormal load on roads", "великоваговим перевезенням", "كحمولة ثقيلة على الطرق"),
        TransportMeans.Rail => new("by rail", "залізницею", "بالسكة الحديد"),
        TransportMeans.Sea => new("by ship, the end by land", "судном, кінець суходолом", "بالسفينة ثم براً"),
        _ => new("by aeroplane, the end by land", "літаком, кінець суходолом", "بالطائرة ثم براً"),
    };

    /// <summary>A way with what it costs, or what is not known of it.</summary>
    public static string Of(Transport way)
    {
        ArgumentNullException.ThrowIfNull(way);
        return way.Euros is { } euros ? Way.With(Show.Number(way.Kilometres!.Value), Show.Number(euros), Of(way.Means ?? TransportMeans.Road)) : way.Unknown switch
        {
            TransportGap.Start => NoStart,
            TransportGap.End => NoEnd,
            _ => way.Kilometres is { } kilometres ? ProposalMakingWords.KilometresAlone.With(Show.Number(kilometres)) : NoMass,
        };
    }

    /// <summary>What all ways of a proposal cost, and what is assumed.</summary>
    public static string Sum(AllocationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var terms = proposal.Terms;
        return AllWays.With(
            Show.Number(proposal.TransportEuros), Show.Whole(proposal.WaysUnknown), Show.Number(terms.EurosPerTonneKilometre, 2), Show.Number(terms.RoadFactor, 2),
            Show.Number(terms.HeavyRoadEurosPerTonneKilometre, 2), Show.Number(terms.RailEurosPerTonneKilometre, 2), Show.Number(terms.SeaEurosPerTonneKilometre, 2), Show.Number(terms.AirEurosPerTonneKilometre, 2));
    }
}
