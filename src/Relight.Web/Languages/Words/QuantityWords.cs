using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Quantities, amounts and sums in words, as sure as they are and no surer.</summary>
public static class QuantityWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text AtLeast = new("at least {0}", "щонайменше {0}", "{0} على الأقل");
    public static readonly Text AtMost = new("at most {0}", "щонайбільше {0}", "{0} على الأكثر");
    public static readonly Text About = new("about {0}", "близько {0}", "نحو {0}");
    public static readonly Text Between = new("{0} to {1}", "від {0} до {1}", "من {0} إلى {1}");
    public static readonly Text Unspecified = new("not specified", "не вказано", "غير محدد");
    public static readonly Text OrMore = new("{0} or more", "{0} або більше", "{0} أو أكثر");
    public static readonly Text PartsUnspecified = new("{0} not specified", "не вказано: {0}", "غير محدد: {0}");
    public static readonly Text Nothing = new("nothing", "нічого", "لا شيء");
#pragma warning restore CS1591

    /// <summary>A number with the word of its source.</summary>
    public static string Of(Bounds bounds) => bounds.Qualifier switch
    {
        Qualifier.Exact => Show.Number(bounds.Lower),
        Qualifier.AtLeast => AtLeast.With(Show.Number(bounds.Lower)),
        Qualifier.AtMost => AtMost.With(Show.Number(bounds.Upper!.Value)),
        Qualifier.About => About.With(Show.Number((bounds.Lower + bounds.Upper!.Value) / 2)),
        Qualifier.Between => Between.With(Show.Number(bounds.Lower), Show.Number(bounds.Upper!.Value)),
        _ => Unspecified,
    };

    /// <summary>A quantity with its unit.</summary>
    public static string Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var bounds = quantity.Bounds;
        return bounds.IsSpecified ? $"{Of(bounds)} {(bounds.Qualifier == Qualifier.Exact ? UnitWords.Of(quantity.Unit, bounds.Lower) : UnitWords.Of(quantity.Unit))}" : Of(bounds);
    }

    /// <summary>An amount with its currency.</summary>
    public static string Of(Money money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return money.Bounds.IsSpecified ? $"{Of(money.Bounds)} {Of(money.Currency)}" : Of(money.Bounds);
    }

    /// <summary>A currency by its code; a word where the source names none.</summary>
    public static string Of(Currency currency) => currency == Currency.Unknown ? UnitWords.UnknownCurrency : currency.Code;

    /// <summary>A sum for narrow columns: the same as <see cref="Of(Total)"/> with signs for words.</summary>
    public static string Short(Total total)
    {
        if (total.Parts == 0)
            return "–";
        var unspecified = PartsUnspecified.With(Show.Whole(total.UnspecifiedParts));
        if (total.UnspecifiedParts == total.Parts)
            return unspecified;
        var number = total.Upper switch
        {
            null => $"≥ {Show.Number(total.Lower)}",
            { } upper when upper == total.Lower => Show.Number(upper),
            { } upper => $"{Show.Number(total.Lower)} – {Show.Number(upper)}",
        };
        return total.UnspecifiedParts == 0 ? number : $"{number} · {unspecified}";
    }

    /// <summary>A sum: lower bound, upper bound or "open", and how many parts give no number.</summary>
    public static string Of(Total total)
    {
        if (total.Parts == 0)
            return Nothing;
        var unspecified = PartsUnspecified.With(Show.Whole(total.UnspecifiedParts));
        if (total.UnspecifiedParts == total.Parts)
            return unspecified;
        var number = total.Upper switch
        {
            null => OrMore.With(Show.Number(total.Lower)),
            { } upper when upper == total.Lower => Show.Number(upper),
            { } upper => Between.With(Show.Number(total.Lower), Show.Number(upper)),
        };
        return total.UnspecifiedParts == 0 ? number : $"{number} · {unspecified}";
    }
}
