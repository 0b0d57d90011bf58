using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Names of kinds of items, needs, facilities and conditions.</summary>
public static class ItemWords
{
    /// <summary>The name of a kind of item.</summary>
    public static Text Of(ItemKind kind) => kind switch
    {
        ItemKind.Mixed => new("Several kinds together", "Кілька видів разом", "أنواع عدة معاً"),
        ItemKind.Money => new("Money", "Гроші", "أموال"),
        ItemKind.PowerTransformer => new("Power transformers", "Силові трансформатори", "محولات قدرة"),
        ItemKind.DistributionTransformer => new("Distribution transformers", "Розподільчі трансформатори", "محولات توزيع"),
        ItemKind.InstrumentTransformer => new("Instrument transformers", "Вимірювальні трансформатори", "محولات قياس"),
        ItemKind.TransformerOfUnknownKind => new("Transformers of unknown kind", "Трансформатори невідомого виду", "محولات غير محددة النوع"),
        ItemKind.GeneratingSet => new("Generating sets", "Генераторні установки", "مجموعات توليد"),
        ItemKind.GasTurbine => new("Gas turbines", "Газові турбіни", "توربينات غازية"),
        ItemKind.MobileSubstation => new("Mobile substations", "Мобільні підстанції", "محطات فرعية متنقلة"),
        ItemKind.CircuitBreaker => new("Circuit breakers", "Вимикачі", "قواطع دارة"),
        ItemKind.Disconnector => new("Disconnectors", "Роз’єднувачі", "فواصل"),
        ItemKind.SurgeArrester => new("Surge arresters", "Обмежувачі перенапруг", "مانعات صواعق"),
        ItemKind.Switchgear => new("Switchgear and substation parts", "Розподільчі пристрої та частини підстанцій", "معدات قطع ووصل وأجزاء محطات"),
        ItemKind.Conductor => new("Wire, conductor, cable", "Дріт, провід, кабель", "أسلاك وموصلات وكابلات"),
        ItemKind.Insulator => new("Insulators", "Ізолятори", "عوازل"),
        ItemKind.Battery => new("Batteries", "Акумулятори", "بطاريات"),
        ItemKind.Lighting => new("Lamps", "Лампи", "مصابيح"),
        ItemKind.HeatingEquipment => new("Heating equipment", "Опалювальне обладнання", "معدات تدفئة"),
        ItemKind.WaterEquipment => new("Water equipment", "Обладнання для води", "معدات مياه"),
        ItemKind.Vehicle => new("Vehicles", "Техніка й транспорт", "مركبات"),
        ItemKind.Fuel => new("Fuel", "Пальне", "وقود"),
        ItemKind.MedicalSupplies => new("Medical supplies", "Медичне приладдя", "مستلزمات طبية"),
        ItemKind.WinterEquipment => new("Winter equipment", "Зимове спорядження", "تجهيزات شتوية"),
        _ => new("Not specified", "Не вказано", "غير محدد"),
    };

    /// <summary>The name of a kind of need.</summary>
    public static Text Of(NeedKind kind) => kind switch
    {
        NeedKind.GridAsset => new("Grid asset", "Обладнання мережі", "معدات شبكة"),
        NeedKind.FacilityPower => new("Power for a facility", "Живлення об’єкта", "تغذية منشأة"),
        NeedKind.Money => new("Money", "Гроші", "أموال"),
        _ => new("Goods", "Товари", "سلع"),
    };

    /// <summary>The name of a priority.</summary>
    public static Text Of(Priority priority) => priority switch
    {
        Priority.Critical => new("Critical", "Критичний", "حرجة"),
        Priority.High => new("High", "Високий", "عالية"),
        _ => new("Normal", "Звичайний", "عادية"),
    };

    /// <summary>The name of a condition.</summary>
    public static Text Of(UnitCondition condition) => condition switch
    {
        UnitCondition.New => new("New", "Нове", "جديد"),
        UnitCondition.Used => new("Used", "Вживане", "مستعمل"),
        UnitCondition.Repairable => new("Can be repaired", "Можна відремонтувати", "قابل للإصلاح"),
        _ => new("Not known", "Невідомо", "غير معروف"),
    };

    /// <summary>The name of a kind of facility.</summary>
    public static Text Of(FacilityKind kind) => kind switch
    {
        FacilityKind.Hospital => new("Hospital", "Лікарня", "مستشفى"),
        FacilityKind.Water => new("Water works", "Водоканал", "محطة مياه"),
        FacilityKind.Heat => new("Heat plant", "Теплова станція", "محطة تدفئة"),
        FacilityKind.Shelter => new("Shelter", "Укриття", "ملجأ"),
        _ => new("Telecommunications", "Зв’язок", "اتصالات"),
    };

    /// <summary>The name of what a transformer does.</summary>
    public static Text Of(TransformerFunction function) => function switch
    {
        TransformerFunction.Auto => new("Autotransformer", "Автотрансформатор", "محول ذاتي"),
        TransformerFunction.GeneratorStepUp => new("Generator step-up transformer", "Блочний трансформатор", "محول رافع لمولد"),
        _ => new("Two-winding transformer", "Двообмотковий трансформатор", "محول بملفين"),
    };
}
