namespace Relight.Web.Languages.Words;

/// <summary>Texts of proposals and values while they are being computed, and of those that were stopped.</summary>
public static class ProposalMakingWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Solving = new("The best allocation is being looked for.", "Шукаємо найкраще закріплення.", "يجري البحث عن أفضل تخصيص.");

    public static readonly Text SoFar = new(
        "The best so far is worth {0} MWh by weight; none is worth more than {1}.",
        "Найкраще досі дає {0} МВт·год за вагою; жодне не дає понад {1}.",
        "أفضل ما وُجد قيمته {0} م.و.س بحسب الأوزان؛ ولا تخصيص تتجاوز قيمته {1}.");

    public static readonly Text Explained = new(
        "Why needs go without is looked into: {0} of them.",
        "З’ясовуємо, чому потреби лишаються без нічого: {0} з них.",
        "يجري النظر في سبب بقاء احتياجات بلا شيء: {0} منها.");

    public static readonly Text Reloads = new("This page looks again by itself.", "Сторінка оновлюється сама.", "تعيد هذه الصفحة النظر من تلقاء نفسها.");
    public static readonly Text Stop = new("Stop with the best so far", "Зупинити з найкращим досі", "التوقف عند أفضل ما وُجد");
    public static readonly Text GoOn = new("Look further", "Шукати далі", "متابعة البحث");

    public static readonly Text ValuesStopped = new(
        "Computing them was stopped early: they may be too small.",
        "Обчислення зупинено завчасно: вони можуть бути замалими.",
        "أُوقف حسابها مبكراً: قد تكون أصغر من الواقع.");

    public static readonly Text NoWays = new(
        "Of no way it is known what it costs: nobody has said where units stand, where they are needed, or what they weigh.",
        "Про жоден шлях не відомо, скільки він коштує: не сказано, де одиниці стоять, де потрібні або скільки важать.",
        "لا تُعرف تكلفة أي طريق: لم يُذكر أين توجد الوحدات أو أين يُحتاج إليها أو كم تزن.");

    public static readonly Text KilometresAlone = new(
        "{0} km; cost not known: nobody has said what it weighs.",
        "{0} км; вартість невідома: не сказано, скільки воно важить.",
        "{0} كم؛ التكلفة غير معروفة: لم يُذكر كم يزن.");

    public static readonly Text FreesOffered = new(
        "It counts that this frees an offered unit, which then serves another need.",
        "Враховано, що це звільняє запропоновану одиницю для іншої потреби.",
        "يُحسب أن هذا يحرر وحدة معروضة تفي عندئذ باحتياج آخر.");

    public static readonly Text WaysOfJoint = new(
        "The ways of its units cost {0} euros as far as is known; of {1} it is not known.",
        "Шляхи її одиниць коштують {0} євро, наскільки відомо; невідомо про: {1}.",
        "تكلف طرق وحداتها {0} يورو بقدر المعروف؛ وغير معروف في {1}.");
#pragma warning restore CS1591
}
