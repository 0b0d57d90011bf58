using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Technical data of engines, and of what is looked through of a transformer beside its plate.</summary>
public static class EngineWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Rating = new("Rated for", "Режим номінальної потужності", "نمط القدرة المقننة");
    public static readonly Text FuelUse = new("Fuel at 75 % load", "Пальне за навантаження 75 %", "الوقود عند حمل 75 %");
    public static readonly Text LitresPerKilowattHour = new("l/kWh", "л/кВт·год", "لتر/ك.و.س");
    public static readonly Text NeutralEarthing = new("Earthing of the neutral", "Заземлення нейтралі", "تأريض نقطة التعادل");
    public static readonly Text Oil = new("Oil", "Олива", "الزيت");
    public static readonly Text MissingParts = new("Missing parts", "Бракує деталей", "القطع الناقصة");
    public static readonly Text NothingMissing = new("none", "немає", "لا شيء");
#pragma warning restore CS1591

    /// <summary>How long an engine may give its rated power.</summary>
    public static Text Of(EngineRating rating) => rating switch
    {
        EngineRating.Prime => new("prime: without limit in time", "основний: без обмеження в часі", "أساسي: بلا حد زمني"),
        _ => new("standby: in emergencies only", "резервний: лише в аварії", "احتياطي: في الطوارئ فقط"),
    };
}
