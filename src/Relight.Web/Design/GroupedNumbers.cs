using System.Globalization;

namespace Relight.Web.Design;

/// <summary>Writes numbers within sentences as the rest of a page does, with their thousands grouped: <c>1,040 kW</c>, not <c>1040 kW</c>.</summary>
/// <param name="culture">How the language of the page writes numbers.</param>
internal sealed class GroupedNumbers(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        decimal or double or int or long when format is null or ['0', ..] => ((IFormattable)arg).ToString("#," + (format ?? "0.######"), culture),
        IFormattable other => other.ToString(format, culture),
        _ => arg?.ToString() ?? "",
    };
}
