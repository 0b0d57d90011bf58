using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A country by its ISO 3166-1 alpha-2 code, from the list of officially assigned ones.</summary>
[JsonConverter(typeof(TextConverter<Country>))]
public sealed record Country : IParsable<Country>
{
    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
        + "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
        + "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
        + "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
        + "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
        + "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
        + "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

    private static readonly HashSet<string> s_codes = [.. Codes.Split(' ')];

    private Country(string code) => Code = code;

    /// <summary>The code, two capital letters, e.g. <c>UA</c>.</summary>
    public string Code { get; }

    /// <summary>Every code there is, in alphabetical order.</summary>
    public static IReadOnlyList<string> AllCodes { get; } = Codes.Split(' ');

    /// <inheritdoc/>
    public static Country Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var country) ? country : throw new FormatException($"'{s}' is no ISO 3166-1 country");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Country result)
    {
        result = s is not null && s_codes.Contains(s) ? new Country(s) : null;
        return result is not null;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
