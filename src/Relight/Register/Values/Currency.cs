using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A currency by its ISO 4217 code: three capital letters from the list of currencies in use, or in use until lately.</summary>
[JsonConverter(typeof(TextConverter<Currency>))]
public readonly record struct Currency : IParsable<Currency>
{
    // ISO 4217, list one, without the codes for metals, funds and testing, and with the kuna, in which pledges were made until 2023.
    private const string Codes =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
        + "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
        + "HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
        + "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
        + "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
        + "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF XXX YER ZAR ZMW ZWG";

    private static readonly HashSet<string> s_codes = [.. Codes.Split(' ')];

    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>The code, e.g. <c>EUR</c>; the default value is the euro.</summary>
    public string Code => _code ?? "EUR";

    /// <summary>ISO 4217 code for no currency: for amounts whose source names none. It converts into nothing.</summary>
    public static Currency Unknown { get; } = new("XXX");

    /// <summary>Every code there is, in alphabetical order.</summary>
    public static IReadOnlyList<string> AllCodes { get; } = Codes.Split(' ');

    /// <inheritdoc/>
    public static Currency Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var currency) ? currency : throw new FormatException($"'{s}' is no ISO 4217 currency");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result)
    {
        var known = s is not null && s_codes.Contains(s);
        result = known && s != "EUR" ? new Currency(s!) : default;
        return known;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
