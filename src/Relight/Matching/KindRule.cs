using Relight.Register;

namespace Relight.Matching;

/// <summary>A unit must be of a kind that can serve the need: an instrument transformer is no power transformer.</summary>
public sealed class KindRule : IRule
{
    private static readonly Phrase s_other = new("the offer is of {0}, the need is of {1}", "пропозиція — {0}, потреба — {1}", "العرض: {0}، والاحتياج: {1}");
    private static readonly Phrase s_same = new("both are {0}", "обидва — {0}", "كلاهما {0}");
    private static readonly Phrase s_alike = new("both are {0}, measured alike", "обидва — {0}, вимірюються однаково", "كلاهما {0} ويُقاسان بالطريقة نفسها");
    private static readonly Phrase s_otherMeasure = new(
        "the offer is measured in {0}, the need in {1}",
        "пропозиція вимірюється в {0}, потреба — в {1}",
        "يقاس العرض بوحدة {0} والاحتياج بوحدة {1}");

    private static readonly Phrase s_money = new("money is given by a contribution, not by an offer", "гроші дають внеском, а не пропозицією", "تُقدَّم الأموال بمساهمة لا بعرض");
    private static readonly Phrase s_noData = new("the offer gives no technical data", "у пропозиції немає технічних даних", "لا بيانات فنية في العرض");

    private static readonly Phrase s_name = new("kind", "вид", "النوع");

    private static readonly Question s_data = Question.Donor(
        "specification",
        "What are the technical data of the unit, as its plate gives them?",
        "Які технічні дані одиниці за її табличкою?",
        "ما البيانات الفنية للوحدة كما تذكرها لوحتها؟");

    private static readonly Question s_length = Question.Donor(
        "lengthMetres", "What is the length of one unit, in m?", "Яка довжина однієї одиниці, м?", "ما طول الوحدة الواحدة بالمتر؟");

    /// <inheritdoc/>
    public bool HasMargin => false;

    /// <inheritdoc/>
    public int Place => 0;

    /// <inheritdoc/>
    public Phrase Name => s_name;

    /// <inheritdoc/>
    public Phrase Source => Sources.Practice;

    /// <summary>Whether units of a kind can serve a requirement at all.</summary>
    public static bool CanServe(Requirement requirement, ItemKind item) => requirement.Served.Contains(item);

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => true;

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen)
    {
        var (requirement, given) = (need.Requirement, offer.Specification.Item);
        if (!CanServe(requirement, given))
            return pen.DoesNotFit(pen.Writes ? pen.Say(s_other, Words(given), Words(requirement.Item)) : default);
        return requirement switch
        {
            GoodsRequirement goods => Measured(goods, offer.Specification, pen),
            MoneyRequirement => pen.DoesNotFit(s_money),
            // Described by words and a number alone: of the right kind, with everything else unknown.
            _ when offer.Specification is Goods => pen.Ask(s_data, s_noData),
            _ => pen.Fits(pen.Writes ? pen.Say(s_same, Words(given)) : default),
        };
    }

    // Goods must also be measured alike: litres of fuel do not serve a need in pieces.
    private static Ruling Measured(GoodsRequirement goods, Specification given, Pen pen)
    {
        var wanted = goods.Amount.Unit;
        if (given is Conductor { LengthMetres: null } && wanted.Dimension == Dimension.Length)
            return pen.Ask(s_length, NotGiven.Length);
        var unit = given switch
        {
            Goods own => own.PerUnit.Unit,
            Conductor when wanted.Dimension == Dimension.Length => Unit.Metre,
            _ => Unit.Piece,
        };
        return unit.Dimension == wanted.Dimension
            ? pen.Fits(pen.Writes ? pen.Say(s_alike, Words(given.Item)) : default)
            : pen.DoesNotFit(pen.Say(s_otherMeasure, unit, wanted));
    }

    private static Phrase Words(ItemKind kind) => kind switch
    {
        ItemKind.Mixed => new("several kinds together", "кілька видів разом", "أنواع عدة معاً"),
        ItemKind.Money => new("money", "гроші", "أموال"),
        ItemKind.PowerTransformer => new("power transformers", "силові трансформатори", "محولات قدرة"),
        ItemKind.DistributionTransformer => new("distribution transformers", "розподільчі трансформатори", "محولات توزيع"),
        ItemKind.InstrumentTransformer => new(
            "instrument transformers (for measuring and protection)", "вимірювальні трансформатори (для вимірювання і захисту)", "محولات قياس (للقياس والحماية)"),
        ItemKind.TransformerOfUnknownKind => new("transformers of unknown kind", "трансформатори невідомого виду", "محولات غير محددة النوع"),
        ItemKind.GeneratingSet => new("generating sets", "генераторні установки", "مجموعات توليد"),
        ItemKind.GasTurbine => new("gas turbines", "газові турбіни", "توربينات غازية"),
        ItemKind.MobileSubstation => new("mobile substations", "мобільні підстанції", "محطات فرعية متنقلة"),
        ItemKind.CircuitBreaker => new("circuit breakers", "вимикачі", "قواطع دارة"),
        ItemKind.Disconnector => new("disconnectors", "роз’єднувачі", "فواصل"),
        ItemKind.SurgeArrester => new("surge arresters", "обмежувачі перенапруг", "مانعات صواعق"),
        ItemKind.Switchgear => new("switchgear and substation parts", "розподільчі пристрої та частини підстанцій", "معدات قطع ووصل وأجزاء محطات"),
        ItemKind.Conductor => new("conductor and cable", "провід і кабель", "موصلات وكابلات"),
        ItemKind.Insulator => new("insulators", "ізолятори", "عوازل"),
        ItemKind.Battery => new("batteries", "акумулятори", "بطاريات"),
        ItemKind.Lighting => new("lamps", "лампи", "مصابيح"),
        ItemKind.HeatingEquipment => new("heating equipment", "опалювальне обладнання", "معدات تدفئة"),
        ItemKind.WaterEquipment => new("water equipment", "обладнання для води", "معدات مياه"),
        ItemKind.Vehicle => new("vehicles", "техніка й транспорт", "مركبات"),
        ItemKind.Fuel => new("fuel", "пальне", "وقود"),
        ItemKind.MedicalSupplies => new("medical supplies", "медичне приладдя", "مستلزمات طبية"),
        ItemKind.WinterEquipment => new("winter equipment", "зимове спорядження", "تجهيزات شتوية"),
        _ => new("an unspecified kind", "невказаний вид", "نوع غير محدد"),
    };
}
