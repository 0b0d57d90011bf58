using Relight.Facilities;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the forms in which facilities are entered and sets are assigned to them.</summary>
public static class FacilityFormWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text New = new("Enter a facility", "Внести об’єкт", "إدخال منشأة");
    public static readonly Text Change = new("Change the facility", "Змінити об’єкт", "تغيير المنشأة");
    public static readonly Text Lead = new(
        "What is left empty is not known; nothing is taken for 0.",
        "Порожнє означає невідоме; нічого не вважають нулем.",
        "ما يُترك فارغاً فهو غير معروف، ولا يُعد شيء صفراً.");

    public static readonly Text Kind = new("Kind", "Вид", "النوع");
    public static readonly Text Volts = new("Voltage, V", "Напруга, В", "الجهد، فولت");
    public static readonly Text PeopleLeast = new("People who depend on it, at least", "Людей, що залежать, щонайменше", "الأشخاص المعتمدون عليها، على الأقل");
    public static readonly Text PeopleMost = new("People who depend on it, at most", "Людей, що залежать, щонайбільше", "الأشخاص المعتمدون عليها، على الأكثر");
    public static readonly Text PeopleHint = new("The same number twice where it is exact.", "Те саме число двічі, якщо воно точне.", "العدد نفسه مرتين إن كان دقيقاً.");
    public static readonly Text FuelsHint = new("With commas between them, e.g. diesel.", "Через кому, напр. diesel.", "تفصل بينها فواصل، مثل diesel.");
    public static readonly Text ExactName = new("Exact place, seen by operators alone", "Точне місце, бачать лише оператори", "المكان الدقيق، يراه المشغّلون وحدهم");
    public static readonly Text Bus = new("Bus of the network model", "Вузол моделі мережі", "قضيب في نموذج الشبكة");
    public static readonly Text ExactStays = new("The exact place is shown to nobody here and stays as it is where both fields are left empty.", "Точне місце тут не показано; воно лишається, якщо обидва поля порожні.", "لا يظهر المكان الدقيق هنا، ويبقى كما هو إن تُرك الحقلان فارغين.");
    public static readonly Text Need = new("Need for power at the same place", "Потреба в живленні в тому ж місці", "الحاجة إلى الكهرباء في المكان نفسه");
    public static readonly Text NeedHint = new("A set that this need gets is the facility’s set.", "Установка, яку отримує ця потреба, є установкою об’єкта.", "المجموعة التي تنالها هذه الحاجة هي مجموعة المنشأة.");
    public static readonly Text NoNeed = new("No need for power is entered for it: one is made when a set is assigned.", "Потребу в живленні для нього не внесено: її створять, коли призначать установку.", "لم تُدخل لها حاجة إلى الكهرباء: تُنشأ عند تخصيص مجموعة.");
    public static readonly Text NeedGone = new("The need that it names was withdrawn: no further set can come through it. What came through it stays.", "Потребу, яку він називає, відкликано: через неї більше нічого не надійде. Те, що надійшло, лишається.", "سُحبت الحاجة التي تسميها: لن تصل عبرها مجموعة أخرى. وما وصل عبرها يبقى.");
    public static readonly Text NeedGoneShort = new("its need was withdrawn", "його потребу відкликано", "سُحبت حاجتها");
    public static readonly Text NameAnother = new("Name another need", "Назвати іншу потребу", "تسمية حاجة أخرى");
    public static readonly Text ItsNeed = new("Its need", "Його потреба", "حاجتها");
    public static readonly Text SetTitle = new("Set of this facility", "Установка цього об’єкта", "مجموعة هذه المنشأة");
    public static readonly Text Assign = new("Assign this set", "Призначити цю установку", "تخصيص هذه المجموعة");
    public static readonly Text AssignHint = new("One set is held for five days, and stands once it is confirmed.", "Одну установку утримують п’ять днів; після підтвердження вона закріплена.", "تُحجز مجموعة واحدة خمسة أيام، وتثبت عند تأكيدها.");
    public static readonly Text BadDays = new("These days cannot be shown: put right what is marked.", "Ці дні показати не можна: виправте позначене.", "لا يمكن عرض هذه الأيام: صححوا ما هو معلَّم.");
#pragma warning restore CS1591

    /// <summary>How firmly a set is a facility's.</summary>
    public static Text Of(SetBinding binding) => binding switch
    {
        SetBinding.WorkedOut => new("worked out, not held", "розраховано, не утримано", "محسوبة، غير محجوزة"),
        SetBinding.Held => new("held", "утримано", "محجوزة"),
        SetBinding.Confirmed => new("confirmed", "підтверджено", "مؤكدة"),
        SetBinding.Sent => new("in a consignment", "у відправленні", "في إرسالية"),
        SetBinding.Received => new("received", "отримано", "مستلمة"),
        _ => new("in service", "працює", "في الخدمة"),
    };
}
