using System.Globalization;
using Relight.Register;

namespace Relight.Benchmarks.Register;

/// <summary>A question to a list.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Sql">The same as one statement, where it is compared.</param>
internal sealed record ListQuestion(string Address, string? Sql = null);

/// <summary>What is asked of the lists of a large register.</summary>
internal static class ListQuestions
{
    private static readonly string s_root = $"/api/operations/{MadeRegister.Operation.Id}";

    /// <summary>The list of claims as it begins.</summary>
    public static ListQuestion AllClaims { get; } = Claims("");

    /// <summary>Questions that people ask, and those that are hard for one reason or another.</summary>
    public static IReadOnlyList<ListQuestion> Chosen { get; } =
    [
        new($"{s_root}/funnel"),
        AllClaims,
        Claims("sort=-date"),
        Claims("sort=-quantity"),
        Claims("sort=donor"),
        Claims("item=generatingSet&stage=goods:received&sort=-quantity", "\"Item\" = 'GeneratingSet' AND \"Stage\" = 'goods:received' ORDER BY \"Lower\" DESC"),
        Claims("quantity>=5000&quantity<=5010&sort=value", "\"Measure\" = 'Count' AND \"Lower\" >= 5000000 AND \"Upper\" <= 5010000 ORDER BY \"ValueLower\""),
        Claims("value>=900000000EUR&sort=-date", "\"Currency\" = 'EUR' AND \"ValueLower\" >= 900000000000 ORDER BY \"Date\" DESC"),
        Claims("date<=2023-03&sort=-date"),
        Claims("date=2023-11-17&donor=donor&sort=-value"),
        Claims($"donor={MadeRegister.Word(37)}"),
        Claims("language=de&item=fuel&stage=goods:dispatched,goods:received&sort=-value"),
        Claims("item=insulator&stage=goods:inService&language=pl&quantity>=10000&sort=donor"),
        Claims("description=generating", "\"Description\" LIKE '%GENERATING%' ORDER BY \"Date\""),
        Claims($"description={MadeRegister.Word(4321)}&sort=-value", $"\"Description\" LIKE '%{MadeRegister.Word(4321).ToUpperInvariant()}%' ORDER BY \"ValueLower\" DESC"),
        Claims("quote=lot 0a1b2"),
        Claims("quote=nothing says this"),
        Claims("publisher=zor"),
        Claims("sort=publisher&stage=goods:lost"),
        Claims("item=lighting,vehicle&sort=item"),
        Claims("donor=nobody of this name&sort=donor"),
        new($"{s_root}/claims/count?item=generatingSet&stage=goods:received"),
        Contributions(""),
        Contributions("item=generatingSet&quantity>=1000&sort=-quantity"),
        Contributions("value>=100000000EUR&sort=donor"),
        Contributions("title=insulator&stage=goods:received&sort=-changed"),
        Contributions($"title={MadeRegister.Word(77)}&sort=-value"),
        Contributions("jointly=true&furthest=money:spent&sort=title"),
        new("/claims"),
        new("/claims?item=GeneratingSet&quantity>=1000&sort=-quantity"),
        new("/claims?donor=zor&stage=goods:received&sort=-date"),
        new("/claims?contribution=yes&source=kon&page=3"),
        new("/contributions"),
        new("/contributions?title=lot&stage=goods:inService&sort=donor&page=2"),
    ];

    /// <summary>Questions drawn at random: one to three conditions and an order; the same each time for a seed.</summary>
    public static IEnumerable<string> Drawn(string list, int count, int seed)
    {
        var random = new Random(seed);
        var ofClaims = list == "claims";
        string Sign() => random.Next(2) == 0 ? ">=" : "<=";
        string Number() => ((int)Math.Pow(10, random.NextDouble() * 5)).ToString(CultureInfo.InvariantCulture);
        string Word(int count) => MadeRegister.Word(random.Next(count));
        string Stage() => (random.Next(8) == 0 ? (Stage)(MoneyStage)random.Next(6) : (GoodsStage)random.Next(6)).ToString();
        // Every third asks for one of several.
        string Several(Func<string> one) => string.Join(',', Enumerable.Range(0, random.Next(3) == 0 ? random.Next(2, 5) : 1).Select(_ => one()).Distinct());
        // Every third text is one that a twentieth or all of the list has, or part of such a one.
        string Text() => random.Next(12) switch
        {
            0 => "lot",
            1 => Enum.GetName((ItemKind)random.Next(24))!,
            2 => Enum.GetName((ItemKind)random.Next(24))![..random.Next(3, 5)],
            3 => $"{random.Next(2022, 2025)}-{random.Next(1, 13):00}",
            _ => Word(8_000),
        };
        Func<string>[] conditions =
        [
            () => $"item={Several(() => Enum.GetName((ItemKind)random.Next(24))!)}",
            () => $"stage={Several(Stage)}",
            () => $"quantity{Sign()}{Number()}",
            () => $"value{Sign()}{Number()}000EUR",
            // Every fourth name is cut to letters that many have.
            () => $"donor={MadeRegister.Word(random.Next(200) * 37)[..(random.Next(4) == 0 ? 2 : ^0)]}",
            () => ofClaims ? $"date{Sign()}202{random.Next(2, 5)}-{random.Next(1, 13):00}" : $"changed{Sign()}2023-01-{random.Next(1, 20):00}",
            () => $"{(ofClaims ? random.Next(3) == 0 ? "quote" : "description" : "title")}={Text()}",
            () => ofClaims ? $"publisher={Word(8_000)[..(random.Next(4) == 0 ? 3 : ^0)]}" : $"furthest={Several(Stage)}",
            () => ofClaims ? $"language={Several(() => MadeRegister.Languages[random.Next(MadeRegister.Languages.Count)])}" : $"jointly={(random.Next(2) == 0 ? "true" : "false")}",
        ];
        string[] orders = ofClaims
            ? ["date", "donor", "item", "quantity", "value", "stage", "publisher", "language", "id"]
            : ["title", "donor", "item", "quantity", "value", "furthest", "claims", "changed", "jointly", "id"];
        for (var i = 0; i < count; i++)
        {
            // What a row has one of is asked for once; of amounts and days there may be two ends.
            var drawn = Enumerable.Range(0, random.Next(1, 4)).Select(_ => conditions[random.Next(conditions.Length)]()).DistinctBy(condition => condition.Contains(">=", StringComparison.Ordinal) || condition.Contains("<=", StringComparison.Ordinal) ? condition : condition.Split('=')[0]).ToList();
            yield return $"{s_root}/{list}?{string.Join('&', drawn)}&sort={(random.Next(2) == 0 ? "-" : "")}{orders[random.Next(orders.Length)]}";
        }
    }

    private static ListQuestion Claims(string query, string? where = null) =>
        new($"{s_root}/claims?{query}", where is null ? null : $"SELECT \"Id\" FROM claim WHERE {where}, \"Id\" LIMIT 51");

    private static ListQuestion Contributions(string query) => new($"{s_root}/contributions?{query}");
}
