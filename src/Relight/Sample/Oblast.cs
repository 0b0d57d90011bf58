using System.Collections.Frozen;

namespace Relight.Sample;

/// <summary>
/// An area of the first administrative level: an oblast, or the capital. Coarse public geography only: a point near
/// its middle and a radius around it that stays inside.
/// </summary>
/// <param name="PCode">OCHA P-code (COD-AB), e.g. <c>UA53</c>.</param>
/// <param name="Name">Name in Latin letters.</param>
/// <param name="People">Population of 2021, rounded to one figure.</param>
/// <param name="Longitude">Degrees east of the middle, to a tenth.</param>
/// <param name="Latitude">Degrees north of the middle, to a tenth.</param>
/// <param name="RadiusKilometres">Radius in km within which points are made up.</param>
public sealed record Oblast(
    string PCode,
    string Name,
    int People,
    double Longitude,
    double Latitude,
    double RadiusKilometres)
{
    private static readonly FrozenDictionary<string, Oblast> s_byCode;

    static Oblast() => s_byCode = All.ToFrozenDictionary(oblast => oblast.PCode);

    /// <summary>The 24 oblasts and the capital, by P-code.</summary>
    public static IReadOnlyList<Oblast> All { get; } =
    [
        new("UA05", "Vinnytska", 2_000_000, 28.6, 48.9, 60),
        new("UA07", "Volynska", 1_000_000, 24.9, 51.1, 50),
        new("UA12", "Dnipropetrovska", 3_000_000, 34.8, 48.4, 60),
        new("UA14", "Donetska", 4_000_000, 37.7, 48.0, 60),
        new("UA18", "Zhytomyrska", 1_000_000, 28.5, 50.6, 60),
        new("UA21", "Zakarpatska", 1_000_000, 23.2, 48.4, 25),
        new("UA23", "Zaporizka", 2_000_000, 35.7, 47.2, 45),
        new("UA26", "Ivano-Frankivska", 1_000_000, 24.6, 48.7, 35),
        new("UA32", "Kyivska", 2_000_000, 30.3, 49.8, 35),
        new("UA35", "Kirovohradska", 900_000, 32.0, 48.5, 40),
        new("UA44", "Luhanska", 2_000_000, 39.0, 49.0, 50),
        new("UA46", "Lvivska", 2_000_000, 23.9, 49.7, 50),
        new("UA48", "Mykolaivska", 1_000_000, 31.8, 47.5, 45),
        new("UA51", "Odeska", 2_000_000, 30.5, 47.2, 25),
        new("UA53", "Poltavska", 1_000_000, 33.8, 49.6, 55),
        new("UA56", "Rivnenska", 1_000_000, 26.5, 51.0, 40),
        new("UA59", "Sumska", 1_000_000, 34.0, 51.0, 40),
        new("UA61", "Ternopilska", 1_000_000, 25.6, 49.4, 35),
        new("UA63", "Kharkivska", 3_000_000, 36.5, 49.6, 60),
        new("UA65", "Khersonska", 1_000_000, 33.5, 46.7, 35),
        new("UA68", "Khmelnytska", 1_000_000, 27.0, 49.5, 40),
        new("UA71", "Cherkaska", 1_000_000, 31.3, 49.2, 35),
        new("UA73", "Chernivetska", 900_000, 25.9, 48.2, 18),
        new("UA74", "Chernihivska", 1_000_000, 32.0, 51.3, 55),
        new("UA80", "Kyiv", 3_000_000, 30.5, 50.4, 12),
    ];

    /// <summary>Pairs of areas that share a border, once each.</summary>
    public static IReadOnlyList<(string, string)> Borders { get; } =
    [
        ("UA07", "UA46"), ("UA07", "UA56"), ("UA46", "UA21"), ("UA46", "UA26"), ("UA46", "UA61"), ("UA46", "UA56"),
        ("UA21", "UA26"), ("UA26", "UA61"), ("UA26", "UA73"), ("UA61", "UA68"), ("UA61", "UA56"), ("UA61", "UA73"),
        ("UA73", "UA68"), ("UA73", "UA05"), ("UA56", "UA68"), ("UA56", "UA18"), ("UA68", "UA05"), ("UA68", "UA18"),
        ("UA05", "UA18"), ("UA05", "UA32"), ("UA05", "UA71"), ("UA05", "UA35"), ("UA05", "UA51"), ("UA18", "UA32"),
        ("UA32", "UA80"), ("UA32", "UA74"), ("UA32", "UA71"), ("UA32", "UA53"), ("UA74", "UA59"), ("UA74", "UA53"),
        ("UA71", "UA53"), ("UA71", "UA35"), ("UA53", "UA59"), ("UA53", "UA63"), ("UA53", "UA12"), ("UA53", "UA35"),
        ("UA59", "UA63"), ("UA63", "UA12"), ("UA63", "UA14"), ("UA63", "UA44"), ("UA44", "UA14"), ("UA14", "UA12"),
        ("UA14", "UA23"), ("UA12", "UA23"), ("UA12", "UA35"), ("UA12", "UA48"), ("UA12", "UA65"), ("UA23", "UA65"),
        ("UA65", "UA48"), ("UA48", "UA35"), ("UA48", "UA51"), ("UA35", "UA51"),
    ];

    /// <summary>The area of this P-code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such area.</exception>
    public static Oblast Of(string pCode) => s_byCode[pCode];
}
