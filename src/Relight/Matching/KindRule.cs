using Relight.Register;

namespace Relight.Matching;

/// <summary>A unit must be of a kind that can serve the need: an instrument transformer is no power transformer.</summary>
public sealed class KindRule : IRule
{
    private static readonly Phrase s_name = new("kind", "вид", "النوع");

    private static readonly Question s_data = Question.Donor(
        "specification",
        "What are the technical data of the unit, as its plate gives them?",
        "Які технічні дані одиниці за її табличкою?",
        "ما البيانات الفنية للوحدة كما تذكرها لوحتها؟");

    private static readonly Question s_length = Question.Donor(
        "lengthMetres", "What is the length of one unit, in m?", "Яка довжина однієї одиниці, м?", "ما طول الوحدة الواحدة بالمتر؟");

    /// <inheritdoc/>
    public int Place => 0;

    /// <inheritdoc/>
    public Phrase Name => s_name;

    /// <inheritdoc/>
    public string Source => "practice";

    /// <summary>Whether units of a kind can serve a requirement at all.</summary>
    public static bool CanServe(Requirement requirement, ItemKind item) => requirement.Served.Contains(item);

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => true;

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen)
    {
        var (requirement, given) = (need.Requirement, offer.Specification.Item);
        if (!CanServe(requirement, given))
            return pen.DoesNotFit(pen.Writes ? $"the offer is of {Words(given)}, the need is of {Words(requirement.Item)}" : "");
        return requirement switch
        {
            GoodsRequirement goods => Measured(goods, offer.Specification, pen),
            MoneyRequirement => pen.DoesNotFit("money is given by a contribution, not by an offer"),
            // Described by words and a number alone: of the right kind, with everything else unknown.
            _ when offer.Specification is Goods => pen.Ask(s_data, "the offer gives no technical data"),
            _ => pen.Fits(pen.Writes ? $"both are {Words(given)}" : ""),
        };
    }

    // Goods must also be measured alike: litres of fuel do not serve a need in pieces.
    private static Ruling Measured(GoodsRequirement goods, Specification given, Pen pen)
    {
        var wanted = goods.Amount.Unit;
        if (given is Conductor { LengthMetres: null } && wanted.Dimension == Dimension.Length)
            return pen.Ask(s_length, "the length of one unit is not given");
        var unit = given switch
        {
            Goods own => own.PerUnit.Unit,
            Conductor when wanted.Dimension == Dimension.Length => Unit.Metre,
            _ => Unit.Piece,
        };
        return unit.Dimension == wanted.Dimension
            ? pen.Fits(pen.Writes ? $"both are {Words(given.Item)}, measured alike" : "")
            : pen.DoesNotFit(pen.Say($"the offer is measured in {unit}, the need in {wanted}"));
    }

    private static string Words(ItemKind kind) => kind switch
    {
        ItemKind.InstrumentTransformer => "instrument transformers (for measuring and protection)",
        ItemKind.PowerTransformer => "power transformers",
        ItemKind.GeneratingSet => "generating sets",
        ItemKind.GasTurbine => "gas turbines",
        ItemKind.CircuitBreaker => "circuit breakers",
        ItemKind.MobileSubstation => "mobile substations",
        ItemKind.Disconnector => "disconnectors",
        ItemKind.Battery => "batteries",
        _ => string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")),
    };
}
