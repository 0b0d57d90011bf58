using Relight.Matching;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of allocations: units that are held for needs.</summary>
public static class AllocationWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Allocations", "Закріплення", "التخصيصات");
    public static readonly Text Lead = new("Which units are held for which needs.", "Які одиниці закріплено за якими потребами.", "أي الوحدات محجوزة لأي الاحتياجات.");
    public static readonly Text OfNeed = new("Units held for it", "Закріплені за нею одиниці", "الوحدات المحجوزة له");
    public static readonly Text OfOffer = new("Who holds units of it", "За ким закріплено його одиниці", "من يحجز وحدات منه");
    public static readonly Text None = new("Nothing is held.", "Нічого не закріплено.", "لا شيء محجوز.");
    public static readonly Text State = new("State", "Стан", "الحالة");
    public static readonly Text Lapses = new("Lapses", "Спливає", "ينقضي");
    public static readonly Text LapsesUnlessConfirmed = new("lapses {0} unless it is confirmed", "спливає {0}, якщо не підтвердити", "ينقضي في {0} ما لم يؤكَّد");
    public static readonly Text Units = new("Units", "Одиниць", "الوحدات");
    public static readonly Text Reason = new("Reason", "Підстава", "السبب");

    public static readonly Text ReasonHint = new(
        "needed to release, and where rules cannot tell yet whether it fits",
        "потрібна, щоб відкликати, і коли правила ще не можуть сказати, чи підходить",
        "لازم للإلغاء، وحين لا تستطيع القواعد الجزم بعد بالملاءمة");

    public static readonly Text Hold = new("Hold units", "Закріпити одиниці", "حجز وحدات");
    public static readonly Text HoldFiveDays = new("Held for five days unless confirmed.", "Закріплюється на п’ять днів, якщо не підтвердити.", "يُحجز خمسة أيام ما لم يؤكَّد.");
    public static readonly Text Confirm = new("Confirm", "Підтвердити", "تأكيد");
    public static readonly Text Release = new("Release", "Відкликати", "إلغاء الحجز");

    public static readonly Text InConsignments = new(
        "All of it is in consignments: released, it would give its offer nothing back.",
        "Усе у відправленнях: відкликання нічого не поверне до пропозиції.",
        "كله في إرساليات: إلغاء حجزه لا يعيد إلى عرضه شيئاً.");

    public static readonly Text NotDone = new("This was not done.", "Цього не зроблено.", "لم يُنفَّذ هذا.");
    public static readonly Text AlreadyGone = new("withdrawn from the register", "вилучено з реєстру", "سُحب من السجل");
    public static readonly Text Conditions = new("What the donor asks for", "Умови донора", "شروط المانح");
    public static readonly Text Earmark = new("Bound to", "Призначено для", "مخصص لـ");
    public static readonly Text LostOfIt = new("of these lost: {0}", "з них утрачено: {0}", "منها مفقود: {0}");
    public static readonly Text StillTakes = new("Still needed: {0} of {1}.", "Ще потрібно: {0} з {1}.", "ما زال مطلوباً: {0} من {1}.");
    public static readonly Text Free = new("Free: {0} of {1}. The rest is held, was sent or is lost.", "Вільних: {0} з {1}. Решту закріплено, надіслано або втрачено.", "المتاح: {0} من {1}. والباقي محجوز أو أُرسل أو فُقد.");
    public static readonly Text LostOnTheWay = new("Lost of what was sent to it: {0}. The need is open for others in its place.", "Утрачено з надісланого: {0}. Потребу відкрито для інших замість цього.", "المفقود مما أُرسل إليه: {0}. الاحتياج مفتوح لغيره بدلاً منه.");
    public static readonly Text OneOrganisation = new("certain organisations", "певних організацій", "جهات بعينها");
#pragma warning restore CS1591

    /// <summary>What a state is called.</summary>
    public static Text Of(AllocationState state) => state switch
    {
        AllocationState.Held => new("held", "закріплено", "محجوز"),
        AllocationState.Confirmed => new("confirmed", "підтверджено", "مؤكَّد"),
        AllocationState.Released => new("released", "відкликано", "أُلغي"),
        _ => new("lapsed", "сплив строк", "انقضى"),
    };

    /// <summary>The tone of a state.</summary>
    public static Tone ToneOf(AllocationState state) => state switch
    {
        AllocationState.Confirmed => Tone.Good,
        AllocationState.Held => Tone.Work,
        _ => Tone.None,
    };
}
