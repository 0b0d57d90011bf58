namespace Relight.Web.Languages.Words;

/// <summary>Names of technical data.</summary>
public static class SpecificationWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Function = new("Function", "Призначення", "الوظيفة");
    public static readonly Text HighVoltage = new("Upper side, rated voltage", "Вища сторона, номінальна напруга", "الجانب الأعلى، الجهد المقنن");
    public static readonly Text LowVoltage = new("Lower side, rated voltage", "Нижча сторона, номінальна напруга", "الجانب الأدنى، الجهد المقنن");
    public static readonly Text TertiaryVoltage = new("Tertiary, rated voltage", "Третинна обмотка, номінальна напруга", "الملف الثالث، الجهد المقنن");
    public static readonly Text RatedPower = new("Rated power", "Номінальна потужність", "القدرة المقننة");
    public static readonly Text ActivePower = new("Active power", "Активна потужність", "القدرة الفعالة");
    public static readonly Text HighUm = new("Upper side, Um", "Вища сторона, Um", "الجانب الأعلى، Um");
    public static readonly Text LowUm = new("Lower side, Um", "Нижча сторона, Um", "الجانب الأدنى، Um");
    public static readonly Text HighImpulse = new("Upper side, lightning impulse", "Вища сторона, грозовий імпульс", "الجانب الأعلى، نبضة الصاعقة");
    public static readonly Text LowImpulse = new("Lower side, lightning impulse", "Нижча сторона, грозовий імпульс", "الجانب الأدنى، نبضة الصاعقة");
    public static readonly Text VectorGroup = new("Vector group", "Група з’єднання", "مجموعة التوصيل");
    public static readonly Text Frequency = new("Frequency", "Частота", "التردد");
    public static readonly Text Impedance = new("Impedance, upper to lower side", "Напруга короткого замикання між сторонами", "المعاوقة بين الجانبين");
    public static readonly Text Taps = new("Taps", "Відгалуження", "نقاط التفريع");
    public static readonly Text ShortCircuit = new("Short-circuit withstand", "Стійкість до короткого замикання", "تحمل قصر الدارة");
    public static readonly Text SinglePhase = new("Single-phase units", "Однофазні одиниці", "وحدات أحادية الطور");
    public static readonly Text Cooling = new("Cooling", "Охолодження", "التبريد");
    public static readonly Text TransportMass = new("Transport mass", "Транспортна маса", "كتلة النقل");
    public static readonly Text TotalMass = new("Total mass", "Повна маса", "الكتلة الكلية");
    public static readonly Text Year = new("Year of make", "Рік виготовлення", "سنة الصنع");
    public static readonly Text Maker = new("Maker", "Виробник", "الشركة المصنّعة");
    public static readonly Text Origin = new("Country of origin", "Країна походження", "بلد المنشأ");
    public static readonly Text RatedVoltage = new("Rated voltage", "Номінальна напруга", "الجهد المقنن");
    public static readonly Text RatedCurrent = new("Rated current", "Номінальний струм", "التيار المقنن");
    public static readonly Text BreakingCurrent = new("Breaking current", "Струм вимкнення", "تيار القطع");
    public static readonly Text ControlVoltage = new("Control voltage", "Напруга керування", "جهد التحكم");
    public static readonly Text LowestTemperature = new("Lowest temperature", "Найнижча температура", "أدنى درجة حرارة");
    public static readonly Text ThreePhase = new("Three phases", "Три фази", "ثلاثة أطوار");
    public static readonly Text TransferSwitch = new("Transfer switch", "Перемикач живлення", "مفتاح تحويل");
    public static readonly Text Primary = new("Rated primary value", "Номінальне первинне значення", "القيمة الابتدائية المقننة");
    public static readonly Text Secondary = new("Rated secondary value", "Номінальне вторинне значення", "القيمة الثانوية المقننة");
    public static readonly Text StepUpVoltage = new("Step-up voltage", "Напруга підвищувального трансформатора", "جهد محول الرفع");
    public static readonly Text Mobile = new("On trailers", "На причепах", "على مقطورات");
    public static readonly Text ShortTimeCurrent = new("Short-time current", "Короткочасний струм", "تيار المدة القصيرة");
    public static readonly Text EarthingSwitch = new("Earthing switch", "Заземлювальний ніж", "سكين تأريض");
    public static readonly Text Energy = new("Energy", "Енергія", "الطاقة");
    public static readonly Text GridForming = new("Forms a grid", "Утворює мережу", "يشكّل شبكة");
    public static readonly Text HighestTemperature = new("Highest temperature", "Найвища температура", "أعلى درجة حرارة");
    public static readonly Text AccuracyClass = new("Accuracy class", "Клас точності", "فئة الدقة");
    public static readonly Text Burden = new("Burden", "Вторинне навантаження", "العبء");
    public static readonly Text Cores = new("Cores", "Осердя або жили", "القلوب");
    public static readonly Text GasPressure = new("Gas pressure", "Тиск газу", "ضغط الغاز");
    public static readonly Text Form = new("Laid as", "Прокладання", "طريقة المد");
    public static readonly Text Overhead = new("bare, between towers", "неізольований, між опорами", "عارٍ بين الأبراج");
    public static readonly Text Cable = new("cable", "кабель", "كابل");
    public static readonly Text CrossSection = new("Cross-section", "Переріз", "المقطع");
    public static readonly Text Length = new("Length", "Довжина", "الطول");
    public static readonly Text Flow = new("Flow", "Подача", "التدفق");
    public static readonly Text Head = new("Head", "Напір", "الرفع");
    public static readonly Text Heat = new("Heat", "Тепло", "الحرارة");
    public static readonly Text Fuel = new("Fuel", "Паливо", "الوقود");
    public static readonly Text Pressure = new("Pressure", "Тиск", "الضغط");
    public static readonly Text LowSwitchgear = new("Switchgear of the lower side stands", "Витримує пристрій нижчої сторони", "تحمل معدات الجانب الأدنى");
    public static readonly Text StationService = new("Station service", "Власні потреби", "خدمة المحطة");
    public static readonly Text RailGauge = new("Rail gauge", "Ширина колії", "مقاس السكة");
    public static readonly Text Measures = new("Measures", "Вимірює", "يقيس");
    public static readonly Text Current = new("current", "струм", "التيار");
    public static readonly Text Voltage = new("voltage", "напруга", "الجهد");
    public static readonly Text PerUnit = new("In one unit", "В одній одиниці", "في الوحدة الواحدة");

    public static readonly Text SystemVoltageHigh = new("Upper side of the system", "Вища сторона системи", "الجانب الأعلى للنظام");
    public static readonly Text SystemVoltageLow = new("Lower side wanted", "Потрібна нижча сторона", "الجانب الأدنى المطلوب");
    public static readonly Text LoadToCarry = new("Load to be carried", "Навантаження", "الحمل المطلوب");
    public static readonly Text FaultLevel = new("Fault level of the site", "Струм короткого замикання на місці", "تيار القصر في الموقع");
    public static readonly Text Beside = new("Runs beside", "Працює поруч із", "يعمل إلى جانب");
    public static readonly Text RunsAlone = new("runs alone", "працює самостійно", "يعمل وحده");
    public static readonly Text TransportLimit = new("Limit of the way", "Межа шляху", "حد الطريق");
    public static readonly Text SystemUm = new("Highest voltage Um", "Найвища напруга Um", "أعلى جهد Um");
    public static readonly Text LoadCurrent = new("Load current", "Струм навантаження", "تيار الحمل");
    public static readonly Text Facility = new("Facility", "Об’єкт", "المنشأة");
    public static readonly Text HoursPerDay = new("Hours a day", "Годин на добу", "ساعات في اليوم");
    public static readonly Text Amount = new("Amount", "Кількість", "الكمية");
    public static readonly Text Purpose = new("Purpose", "Призначення", "الغرض");
    public static readonly Text TapText = new("± {0} × {1} %", "± {0} × {1} %", "± {0} × {1} %");
    public static readonly Text BesideText = new("{0}/{1} kV, {2} MVA, {3} %", "{0}/{1} кВ, {2} МВА, {3} %", "{0}/{1} كيلوفولت، {2} م.ف.أ، {3} %");

    public static readonly Text Kiloampere = new("kA", "кА", "كيلوأمبير");
    public static readonly Text Ampere = new("A", "А", "أمبير");
    public static readonly Text Voltampere = new("VA", "ВА", "فولت أمبير");
    public static readonly Text Bar = new("bar", "бар", "بار");
    public static readonly Text SquareMillimetre = new("mm²", "мм²", "مم²");
    public static readonly Text CubicMetresPerHour = new("m³/h", "м³/год", "م³/ساعة");
    public static readonly Text Millimetre = new("mm", "мм", "مم");
    public static readonly Text Hertz = new("Hz", "Гц", "هرتز");
    public static readonly Text Hour = new("h", "год", "ساعة");
#pragma warning restore CS1591
}
