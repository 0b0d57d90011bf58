using Relight.Deliveries;
using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Texts about goods that came damaged, were refused or did not come, and what became of them.</summary>
public static class LossWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Settle = new("Tell what became of it: {0}, {1} ({2})", "Повідомити, що з цим сталося: {0}, {1} ({2})", "ذكر ما آل إليه الأمر: {0}، {1} ({2})");
    public static readonly Text Became = new("What became of it", "Що сталося", "ما آل إليه");
    public static readonly Text Settled = new("{0}, {1}: {2}.", "{0}, {1}: {2}.", "{0}، {1}: {2}.");
    private static readonly Text s_so = new("{0}: {1}", "{0}: {1}", "{0}: {1}");
#pragma warning restore CS1591

    /// <summary>How goods were lost.</summary>
    public static Text Of(LossKind kind) => kind switch
    {
        LossKind.Short => DeliveryWords.Short,
        LossKind.Damaged => DeliveryWords.Damaged,
        _ => DeliveryWords.Refused,
    };

    /// <summary>How much a receipt tells to be lost, in each way in which any is; what came whole where none is.</summary>
    /// <param name="part">What the receipt tells.</param>
    /// <param name="amount">The amount of the line; null where it carries whole units.</param>
    public static string Of(ReceivedView part, Quantity? amount)
    {
        ArgumentNullException.ThrowIfNull(part);
        string[] lost =
        [
            .. new[] { (LossKind.Short, part.Short), (LossKind.Damaged, part.Damaged), (LossKind.Refused, part.Refused) }
                .Where(one => one.Item2 > 0).Select(one => s_so.With(Of(one.Item1), DeliveryAmountWords.Said(one.Item2, amount))),
        ];
        return lost.Length > 0 ? string.Join(" · ", lost) : s_so.With(DeliveryWords.Received, DeliveryAmountWords.Said(part.Received, amount));
    }

    /// <summary>What became of them.</summary>
    public static Text Of(LossOutcome outcome) => outcome switch
    {
        LossOutcome.MadeGood => new("found, repaired or taken after all", "знайдено, відремонтовано або все ж прийнято", "وُجدت أو أُصلحت أو قُبلت بعد ذلك"),
        _ => new("given up: written off or sent back", "втрачено: списано або повернуто", "تُركت: شُطبت أو أُعيدت"),
    };

    /// <summary>Sentences of the command that tells what became of them.</summary>
    internal static IReadOnlyList<Text> Refusals =>
    [
        new("must be short, damaged or refused", "має бути: бракує, пошкоджено або не прийнято", "يجب أن يكون ناقصاً أو متضرراً أو مرفوضاً"),
        new("must be made good or given up", "має бути: відшкодовано або втрачено", "يجب أن يكون معوَّضاً أو متروكاً"),
        new("must be above 0", "має бути більше 0", "يجب أن يكون أكبر من 0"),
        new("must not be more than was lost so and is not settled yet: {0}", "не більше, ніж так втрачено й ще не з’ясовано: {0}", "يجب ألا يزيد على ما فُقد هكذا ولم يُحسم بعد: {0}"),
        new("must not be before it was received", "не може бути до отримання", "يجب ألا يكون قبل الاستلام"),
        new("the need holds more than it takes now, for it got others meanwhile: release what others can use", "тепер потреба утримує більше, ніж треба, бо тим часом отримала інше: звільніть те, що придасться іншим", "تحجز الحاجة الآن أكثر مما يلزمها لأنها حصلت على غيرها: حرروا ما ينفع سواها"),
    ];
}
