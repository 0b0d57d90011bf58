namespace Relight.Web.Languages.Words;

/// <summary>Sentences of checks that many commands share, and of forms that cannot be read.</summary>
internal static class CommonRefusals
{
    public static IReadOnlyList<Text> All { get; } =
    [
        new("must not be empty", "не може бути порожнім", "يجب ألا يكون فارغاً"),
        new("must be given with what it is measured in", "вкажіть з одиницею виміру", "يجب ذكرها مع وحدة قياسها"),
        new("must be given", "треба вказати", "يجب ذكره"),
        new("must be a whole number", "має бути цілим числом", "يجب أن يكون عدداً صحيحاً"),
        new("can be read in two ways: write thousands without a comma, and decimals with a point", "можна прочитати двояко: пишіть тисячі без коми, а десяткові — з крапкою", "يُقرأ بطريقتين: اكتبوا الآلاف بلا فاصلة والكسور العشرية بنقطة"),
        new("must be a number", "має бути числом", "يجب أن يكون عدداً"),
        new("must be a day and a time such as 2022-12-12 08:30", "має бути днем і часом, як-от 2022-12-12 08:30", "يجب أن يكون يوماً ووقتاً مثل \u20662022-12-12 08:30\u2069"),
        new("must be one of the choices", "має бути одним із варіантів", "يجب أن يكون أحد الخيارات"),
        new("must not be longer than {0} characters", "не може бути довшим за {0} знаків", "يجب ألا يزيد على {0} حرفاً"),
        new("must not hold the control character {0} (at character {1})", "не може містити керівний знак {0} (на місці {1})", "يجب ألا يحتوي على حرف التحكم {0} (عند الحرف {1})"),
        new("must be from {0} to {1} facilities", "має бути від {0} до {1} об’єктів", "يجب أن يكون من {0} إلى {1} منشأة"),
        new("must be from {0} to {1} {2}", "має бути від {0} до {1} {2}", "يجب أن يكون من {0} إلى {1} {2}"),
        new("must be from {0} to {1}", "має бути від {0} до {1}", "يجب أن يكون من {0} إلى {1}"),
        new("must be {0} to {1}", "має бути від {0} до {1}", "يجب أن يكون من {0} إلى {1}"),
        new("must be 1 or more", "має бути 1 або більше", "يجب أن يكون 1 أو أكثر"),
        new("must be 0 or more", "має бути 0 або більше", "يجب أن يكون 0 أو أكثر"),
        new("must not be below 0", "не може бути меншим за 0", "يجب ألا يقل عن 0"),
        new("must not lie in the future", "не може бути в майбутньому", "يجب ألا يكون في المستقبل"),
        new("must lie in the years 2000 to 2199", "має бути в роках від 2000 до 2199", "يجب أن يقع في السنوات من 2000 إلى 2199"),
        new("must be a day such as 2022-12-12, days such as 2022-12-12/16, a month such as 2022-12, or a year", "має бути днем, як-от 2022-12-12, днями, як-от 2022-12-12/16, місяцем, як-от 2022-12, або роком", "يجب أن يكون يوماً مثل \u20662022-12-12\u2069، أو أياماً مثل \u20662022-12-12/16\u2069، أو شهراً مثل \u20662022-12\u2069، أو سنة"),
        new("must be a day such as 2022-12-12", "має бути днем, як-от 2022-12-12", "يجب أن يكون يوماً مثل \u20662022-12-12\u2069"),
        new("must not be above {0}", "не може бути більшим за {0}", "يجب ألا يزيد على {0}"),
        new("must be above 0", "має бути більшим за 0", "يجب أن يكون أكبر من 0"),
        new("must stay empty where no number is given", "має лишатися порожнім, якщо числа не названо", "يجب أن يبقى فارغاً حيث لا رقم"),
        new("must stay empty unless it is from one number to another", "має лишатися порожнім, якщо це не «від … до»", "يجب أن يبقى فارغاً ما لم يكن من رقم إلى رقم"),
        new("must be a day such as 2022-12-12, from 2000 to 2100", "має бути днем, як-от 2022-12-12, від 2000 до 2100 року", "يجب أن يكون يوماً مثل \u20662022-12-12\u2069، من 2000 إلى 2100"),
        new("must be given with the number of days", "треба вказати разом із кількістю днів", "يجب ذكره مع عدد الأيام"),
        new("must be an organisation of this operation", "має бути організацією цієї операції", "يجب أن تكون جهة من هذه العملية"),
        new("must be {0}: someone else changed it, or it is new", "має бути {0}: хтось інший це змінив, або воно нове", "يجب أن يكون {0}: غيّره شخص آخر، أو هو جديد"),
        new("differs: choose one of the two values", "відрізняється: виберіть одне з двох значень", "يختلف: اختاروا إحدى القيمتين"),
        new("this id belongs to another command", "її вже надіслано з іншим змістом; надішліть ще раз, якщо це щось нове", "أُرسل من قبل بمحتوى آخر؛ أرسلوه من جديد إن كان شيئاً جديداً"),
        new("must have at most three decimals", "щонайбільше три знаки після коми", "ثلاث خانات عشرية على الأكثر"),
        new("the lower bound must not be above the upper bound", "нижня межа не може перевищувати верхню", "يجب ألا يزيد الحد الأدنى على الأقصى"),
        new("stays at its stage: {0}", "лишається на своєму етапі: {0}", "تبقى في مرحلتها: {0}"),
        new("is not here any more: plan anew", "її тут уже немає: переплануйте", "لم تعد هنا: أعيدوا التخطيط"),
        new("another plan was kept since: plan anew from that one", "відтоді збережено інший план: переплануйте з нього", "حُفظت خطة أخرى منذ ذلك: أعيدوا التخطيط انطلاقاً منها"),
        new("another plan is being made: look again in a little while", "складають інший план: зазирніть трохи згодом", "تُعد خطة أخرى: انظروا بعد قليل"),
        new("there is no plan of this operation yet", "плану цієї операції ще немає", "لا توجد خطة لهذه العملية بعد"),
    ];
}
