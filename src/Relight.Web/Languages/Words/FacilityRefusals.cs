namespace Relight.Web.Languages.Words;

/// <summary>Sentences of commands on facilities, and of the need that one makes.</summary>
internal static class FacilityRefusals
{
    public static IReadOnlyList<Text> All { get; } =
    [
        new("is the id of another facility", "це номер іншого об’єкта", "هو معرّف منشأة أخرى"),
        new("must be 1 for a new facility", "має бути 1 для нового об’єкта", "يجب أن يكون 1 لمنشأة جديدة"),
        new("must be a facility of this operation whose exact place is known", "має бути об’єктом цієї операції з відомим точним місцем", "يجب أن تكون منشأة من هذه العملية مكانها الدقيق معروف"),
        new("must be a facility of this operation", "має бути об’єктом цієї операції", "يجب أن تكون منشأة من هذه العملية"),
        new("the facility has changed since you read it", "об’єкт змінено, відколи ви його прочитали", "تغيّرت المنشأة منذ قراءتكم لها"),
        new("is of another organisation: operators see the exact places of their own facilities alone", "належить іншій організації: оператори бачать точні місця лише власних об’єктів", "لجهة أخرى: يرى المشغّلون الأماكن الدقيقة لمنشآتهم وحدها"),
        new("must be your own: operators enter and change their own facilities alone", "має бути вашою: оператори вносять і змінюють лише власні об’єкти", "يجب أن تكون جهتكم: يدخل المشغّلون منشآتهم ويغيّرونها وحدها"),
        new("must be left out: operators alone see and give exact places", "не вказуйте: точні місця бачать і вказують лише оператори", "اتركوه: المشغّلون وحدهم يرون الأماكن الدقيقة ويذكرونها"),
        new("must be a kind of facility", "має бути видом об’єкта", "يجب أن يكون نوع منشأة"),
        new("must not be above the typical load", "не може перевищувати звичайне навантаження", "يجب ألا يزيد على الحمل المعتاد"),
        new("the title speaks of kVA: a load is in kW, about 0.8 of its kVA", "у назві кВА: навантаження — у кВт, близько 0,8 від кВА", "العنوان يذكر kVA: الحمل بالكيلوواط، نحو 0.8 منه"),
        new("more than a facility takes; W may be meant", "більше, ніж бере об’єкт; можливо, це Вт", "أكثر مما تأخذه منشأة؛ لعل المقصود واط"),
        new("one phase rarely carries more than 25 kW; three may be meant", "одна фаза рідко несе понад 25 кВт; можливо, три", "نادراً ما يحمل طور واحد أكثر من 25 كيلوواط؛ لعلها ثلاثة"),
        new("must not be above {0}", "не може перевищувати {0}", "يجب ألا يزيد على {0}"),
        new("must be whole people", "має бути цілим числом людей", "يجب أن يكون عدداً صحيحاً من الأشخاص"),
        new("nobody depends on it; where the number is not known it is 'unspecified'", "ніхто не залежить; якщо число невідоме, лишіть порожнім", "لا أحد يعتمد عليها؛ إن كان العدد مجهولاً فاتركوه فارغاً"),
        new("weeks without power; minutes may be meant", "тижні без живлення; можливо, хвилини", "أسابيع بلا كهرباء؛ لعل المقصود دقائق"),
        new("a fuel depot's tank; millilitres or the supplier's tank may be meant", "бак нафтобази; можливо, мілілітри чи бак постачальника", "خزان مستودع وقود؛ لعل المقصود مليلتر أو خزان المورّد"),
        new("must be {0} fuels at most", "щонайбільше {0} видів пального", "{0} أنواع وقود على الأكثر"),
        new("must name each fuel once", "кожне пальне — лише раз", "كل وقود مرة واحدة"),
        new("must be left out: a facility is no network element", "не вказуйте: об’єкт не є елементом мережі", "اتركوه: المنشأة ليست عنصراً من الشبكة"),
        new("must be given with the exact place", "треба вказати разом із точним місцем", "يجب ذكرها مع المكان الدقيق"),
        new("must be a bus of the network model", "має бути вузлом моделі мережі", "يجب أن يكون قضيباً من نموذج الشبكة"),
        new("must not name the exact place, which few may see", "не може називати точне місце, яке бачать небагато хто", "يجب ألا يذكر المكان الدقيق الذي لا يراه إلا القليل"),
        new("the bus that feeds it is in another oblast", "вузол, що його живить, в іншій області", "القضيب الذي يغذيها في مقاطعة أخرى"),
        new("was withdrawn: name another one, or none", "відкликано: назвіть іншу або жодної", "سُحبت: سمّوا غيرها أو لا شيء"),
        new("is the need of another facility", "це потреба іншого об’єкта", "هي حاجة منشأة أخرى"),
        new("must be a need for power of a facility", "має бути потребою об’єкта в живленні", "يجب أن تكون حاجة منشأة إلى الكهرباء"),
        new("must be for a facility of the same kind", "має бути для об’єкта того ж виду", "يجب أن تكون لمنشأة من النوع نفسه"),
        new("must be of the organisation that runs the facility", "має належати організації, що керує об’єктом", "يجب أن تكون للجهة التي تشغّل المنشأة"),
        new("must be in the oblast of the facility", "має бути в області об’єкта", "يجب أن تكون في مقاطعة المنشأة"),
        new("the need asks for another load than the facility has", "потреба просить інше навантаження, ніж має об’єкт", "الحاجة تطلب حملاً غير حمل المنشأة"),
        new("the need takes several sets; one of them is counted as the facility's", "потреба бере кілька установок; за установку об’єкта рахують одну", "الحاجة تأخذ عدة مجموعات؛ تُحسب واحدة منها للمنشأة"),
        new("must have a known load before a set can be assigned to it", "навантаження має бути відоме, перш ніж призначити установку", "يجب أن يكون حملها معروفاً قبل تخصيص مجموعة لها"),
        new("it is past already", "це вже минуло", "فات بالفعل"),
    ];
}
