using System.Collections.Frozen;
using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// An area of the first administrative level, an oblast or the capital, as the sample makes points up in it. Coarse public
/// geography only: a radius around its middle that stays inside, and people to one figure.
/// </summary>
/// <param name="PCode">OCHA P-code (COD-AB), e.g. <c>UA53</c>.</param>
/// <param name="Name">Name in Latin letters.</param>
/// <param name="People">Population of 2021, rounded to one figure.</param>
/// <param name="RadiusKilometres">Radius in km within which points are made up.</param>
public sealed record Oblast(
    string PCode,
    string Name,
    int People,
    double RadiusKilometres)
{
    private static readonly FrozenDictionary<string, Oblast> s_byCode;

    static Oblast() => s_byCode = All.ToFrozenDictionary(oblast => oblast.PCode);

    /// <summary>Degrees east of the middle.</summary>
    public double Longitude { get; } = (double)AreaMiddles.Of(AreaCode.Parse(PCode, null))!.Longitude;

    /// <summary>Degrees north of the middle.</summary>
    public double Latitude { get; } = (double)AreaMiddles.Of(AreaCode.Parse(PCode, null))!.Latitude;

    /// <summary>The 24 oblasts and the capital, by P-code.</summary>
    public static IReadOnlyList<Oblast> All { get; } =
    [
        new("UA05", "Vinnytska", 2_000_000, 60),
        new("UA07", "Volynska", 1_000_000, 50),
        new("UA12", "Dnipropetrovska", 3_000_000, 60),
        new("UA14", "Donetska", 4_000_000, 60),
        new("UA18", "Zhytomyrska", 1_000_000, 60),
        new("UA21", "Zakarpatska", 1_000_000, 25),
        new("UA23", "Zaporizka", 2_000_000, 45),
        new("UA26", "Ivano-Frankivska", 1_000_000, 35),
        new("UA32", "Kyivska", 2_000_000, 35),
        new("UA35", "Kirovohradska", 900_000, 40),
        new("UA44", "Luhanska", 2_000_000, 50),
        new("UA46", "Lvivska", 2_000_000, 50),
        new("UA48", "Mykolaivska", 1_000_000, 45),
        new("UA51", "Odeska", 2_000_000, 25),
        new("UA53", "Poltavska", 1_000_000, 55),
        new("UA56", "Rivnenska", 1_000_000, 40),
        new("UA59", "Sumska", 1_000_000, 40),
        new("UA61", "Ternopilska", 1_000_000, 35),
        new("UA63", "Kharkivska", 3_000_000, 60),
        new("UA65", "Khersonska", 1_000_000, 35),
        new("UA68", "Khmelnytska", 1_000_000, 40),
        new("UA71", "Cherkaska", 1_000_000, 35),
        new("UA73", "Chernivetska", 900_000, 18),
        new("UA74", "Chernihivska", 1_000_000, 55),
        new("UA80", "Kyiv", 3_000_000, 12),
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
