namespace Relight.Matching;

/// <summary>Names of numbers that several rules compare.</summary>
internal static class Numbers
{
    public static readonly Phrase SystemVoltage = new("voltage of the system", "напруга системи", "جهد النظام");
    public static readonly Phrase RatedVoltage = new("rated voltage", "номінальна напруга", "الجهد المقنن");
    public static readonly Phrase RatedPower = new("rated power", "номінальна потужність", "القدرة المقننة");
    public static readonly Phrase RatedCurrent = new("rated current", "номінальний струм", "التيار المقنن");
    public static readonly Phrase RatedFrequency = new("rated frequency", "номінальна частота", "التردد المقنن");
    public static readonly Phrase SystemFrequency = new("frequency of the system", "частота системи", "تردد النظام");
    public static readonly Phrase SystemUm = new("Um of the system", "Um системи", "Um للنظام");
    public static readonly Phrase UnitUm = new("Um of the unit", "Um одиниці", "Um للوحدة");
    public static readonly Phrase Load = new("load", "навантаження", "الحمل");
    public static readonly Phrase LoadCurrent = new("load current", "струм навантаження", "تيار الحمل");
    public static readonly Phrase FaultLevel = new("fault level of the site", "струм короткого замикання на місці", "تيار القصر في الموقع");
    public static readonly Phrase Withstand = new("withstand", "стійкість", "التحمل");
    public static readonly Phrase Limit = new("limit", "межа", "الحد");
    public static readonly Phrase Difference = new("difference", "різниця", "الفرق");
    public static readonly Phrase Deviation = new("deviation", "відхилення", "الانحراف");
    public static readonly Phrase Wanted = new("wanted there", "потрібно там", "المطلوب هناك");
    public static readonly Phrase AtRatedTap = new("lower side at rated tap", "нижча сторона за номінального відгалуження", "الجانب الأدنى عند النقطة المقننة");
    public static readonly Phrase TapRange = new("tap range ±", "діапазон відгалужень ±", "مدى النقاط ±");
    public static readonly Phrase Ratio = new("ratio", "відношення", "النسبة");
    public static readonly Phrase Impedance = new("impedance", "напруга короткого замикання", "المعاوقة");
    public static readonly Phrase BesideImpedance = new("impedance of the unit beside", "напруга короткого замикання сусідньої одиниці", "معاوقة الوحدة المجاورة");
    public static readonly Phrase TransportMass = new("transport mass", "транспортна маса", "كتلة النقل");
    public static readonly Phrase LimitOfTheWay = new("limit of the way", "межа шляху", "حد الطريق");
    public static readonly Phrase UnitVoltage = new("voltage of the unit", "напруга одиниці", "جهد الوحدة");
    public static readonly Phrase PlaceVoltage = new("voltage of the place", "напруга на місці", "الجهد في المكان");
    public static readonly Phrase LowestTemperature = new("lowest temperature", "найнижча температура", "أدنى درجة حرارة");
}
