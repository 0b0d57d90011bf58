namespace Relight.Web.Languages.Words;

/// <summary>Doubts about technical data of needs and offers.</summary>
internal static class SlipWords
{
    public static IReadOnlyList<Text> All { get; } = [.. Units, .. Kinds];

    private static IReadOnlyList<Text> Units =>
    [
        new("is more than any common unit carries: kVA in place of MVA?", "більше, ніж несе будь-яка звичайна одиниця: кВА замість МВА?", "أكثر مما تحمله أي وحدة معتادة: ك.ف.أ بدل م.ف.أ؟"),
        new("is more than any common unit has: kVA in place of MVA?", "більше, ніж має будь-яка звичайна одиниця: кВА замість МВА?", "أكثر مما لأي وحدة معتادة: ك.ف.أ بدل م.ف.أ؟"),
        new("is the same number as the voltage: kV in place of MVA?", "те саме число, що й напруга: кВ замість МВА?", "هو رقم الجهد نفسه: كيلوفولت بدل م.ف.أ؟"),
        new("is above the highest common class: V in place of kV?", "вище за найвищий звичайний клас: В замість кВ?", "أعلى من أعلى فئة معتادة: فولت بدل كيلوفولت؟"),
        new("is more than common switchgear breaks: A in place of kA?", "більше, ніж вимикають звичайні пристрої: А замість кА?", "أكثر مما تقطعه المعدات المعتادة: أمبير بدل كيلوأمبير؟"),
        new("is more than common breakers break: A in place of kA?", "більше, ніж вимикають звичайні вимикачі: А замість кА?", "أكثر مما تقطعه القواطع المعتادة: أمبير بدل كيلوأمبير؟"),
        new("is more than common disconnectors withstand: A in place of kA?", "більше, ніж витримують звичайні роз’єднувачі: А замість кА?", "أكثر مما تتحمله الفواصل المعتادة: أمبير بدل كيلوأمبير؟"),
        new("is very little: kA in place of A?", "дуже мало: кА замість А?", "قليل جداً: كيلوأمبير بدل أمبير؟"),
        new("is no common frequency", "незвична частота", "ليس تردداً معتاداً"),
        new("is more than any common facility takes: W in place of kW?", "більше, ніж бере будь-який звичайний об’єкт: Вт замість кВт?", "أكثر مما تأخذه أي منشأة معتادة: واط بدل كيلوواط؟"),
        new("is a common voltage over √3: voltages are between phases, and powers those of all three, for single-phase units too", "— це звична напруга, поділена на √3: напруги вказують між фазами, а потужності — усіх трьох, і для однофазних одиниць", "جهد شائع مقسوم على √3: تُذكر الجهود بين الأطوار والقدرات للأطوار الثلاثة حتى للوحدات أحادية الطور"),
        new("is neither 1 nor 5 A", "ні 1, ні 5 А", "ليس 1 ولا 5 أمبير"),
        new("is far from 100 V and 100/√3 V", "далеко від 100 В і 100/√3 В", "بعيد عن 100 فولت و100/√3 فولت"),
        new("is above Um: V in place of kV?", "вище за Um: В замість кВ?", "أعلى من Um: فولت بدل كيلوفولت؟"),
        new("is more than any common turbine has: kW in place of MW?", "більше, ніж має будь-яка звичайна турбіна: кВт замість МВт?", "أكثر مما لأي توربين معتاد: كيلوواط بدل ميغاواط؟"),
        new("is very short: km in place of m?", "дуже коротко: км замість м?", "قصير جداً: كم بدل م؟"),
        new("is more than any common pump gives: litres in place of m³?", "більше, ніж дає будь-який звичайний насос: літри замість м³?", "أكثر مما تعطيه أي مضخة معتادة: لتر بدل م³؟"),
        new("is more than any boiler that travels has: W in place of kW?", "більше, ніж має будь-який пересувний котел: Вт замість кВт?", "أكثر مما لأي غلاية تُنقل: واط بدل كيلوواط؟"),
        new("is over a million tonnes: kg in place of t?", "понад мільйон тонн: кг замість т?", "أكثر من مليون طن: كغ بدل طن؟"),
        new("is a common voltage in kV: kV in place of kVA?", "звична напруга в кВ: кВ замість кВА?", "جهد معتاد بالكيلوفولت: كيلوفولت بدل ك.ف.أ؟"),
        new("is more than any common set has: VA in place of kVA?", "більше, ніж має будь-яка звичайна установка: ВА замість кВА?", "أكثر مما لأي مجموعة معتادة: ف.أ بدل ك.ف.أ؟"),
        new("is more than any common set has: W in place of kW?", "більше, ніж має будь-яка звичайна установка: Вт замість кВт?", "أكثر مما لأي مجموعة معتادة: واط بدل كيلوواط؟"),
        new("is less than half of the kVA", "менше половини кВА", "أقل من نصف ك.ف.أ"),
        new("lasts under three minutes at the rated power: MWh in place of kWh?", "вистачить менш ніж на три хвилини за номінальної потужності: МВт·год замість кВт·год?", "تكفي أقل من ثلاث دقائق بالقدرة المقننة: م.و.س بدل ك.و.س؟"),
        new("is over 20 A for each mm²", "понад 20 А на кожен мм²", "أكثر من 20 أمبير لكل مم²"),
        new("is too little for this flow and head: litres in place of m³?", "замало для такої подачі й напору: літри замість м³?", "قليل لهذا التدفق والرفع: لتر بدل م³؟"),
        new("is a wider range, in %, than tap changers in use have", "ширший діапазон, у %, ніж мають наявні перемикачі відгалужень", "مدى أوسع، بالنسبة المئوية، مما لمبدلات التفريع المستعملة"),
    ];

    private static IReadOnlyList<Text> Kinds =>
    [
        new("is more than mobile substations have, about 50 MVA: kVA in place of MVA, or a transformer without switchgear?", "більше, ніж мають мобільні підстанції, близько 50 МВА: кВА замість МВА чи трансформатор без розподільчого пристрою?", "أكثر مما للمحطات المتنقلة، نحو 50 م.ف.أ: ك.ف.أ بدل م.ف.أ، أم محول بلا معدات قطع؟"),
        new("is very light: an instrument transformer counted as a power transformer?", "дуже легкий: вимірювальний трансформатор полічено як силовий?", "خفيف جداً: محول قياس حُسب محول قدرة؟"),
        new("is very light for its power: hundreds of tonnes left out?", "дуже легкий для своєї потужності: пропущено сотні тонн?", "خفيف جداً لقدرته: هل سقطت مئات الأطنان؟"),
        new("has a specification of its own, which the rules of matching can judge", "має власну специфікацію, яку можуть оцінити правила збігу", "له مواصفات خاصة تستطيع قواعد المطابقة الحكم عليها"),
    ];
}
