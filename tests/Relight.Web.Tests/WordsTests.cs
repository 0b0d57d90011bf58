using System.Reflection;
using System.Text.RegularExpressions;
using Relight.Matching;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Tests;

/// <summary>
/// Every text has all languages by its type; these tests look at what stands in them. "No English left over" is looked
/// at on the pages themselves, by <see cref="BrowserTests"/>.
/// </summary>
public partial class WordsTests
{
    public static IReadOnlyList<(string Name, Text Text)> All { get; } =
    [
        .. from type in typeof(PageLanguage).Assembly.GetTypes()
           where type.Namespace == typeof(CommonWords).Namespace
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Text)
           select ($"{type.Name}.{field.Name}", (Text)field.GetValue(null)!),
        .. RulePhrases().Select(phrase => (phrase.English, new Text(phrase.English, phrase.Ukrainian, phrase.Arabic))),
    ];

    [Fact]
    public void Every_text_fills_in_the_same_places_in_every_language() => Assert.All(All, entry =>
    {
        var places = PageLanguage.All.Select(language => Places(entry.Text.In(language))).Distinct().ToList();
        Assert.True(places.Count == 1, entry.Name);
    });

    [Fact]
    public void Every_text_is_written_in_the_letters_of_its_language() => Assert.All(All, entry =>
    {
        if (!Latin().IsMatch(Place().Replace(entry.Text.En, "")))
            return;
        Assert.True(!entry.Text.Uk.Any(char.IsLetter) || entry.Text.Uk.Any(c => c is >= 'Ѐ' and <= 'ӿ'), entry.Name);
        Assert.True(entry.Text.Ar.Any(c => c is >= '\u0600' and <= '\u06FF'), entry.Name);
    });

    [Fact]
    public void No_text_is_kept_that_nothing_says()
    {
        var sources = new[] { "*.cs", "*.razor" }
            .SelectMany(kind => Directory.GetFiles(Repository.At("src", "Relight.Web"), kind, SearchOption.AllDirectories))
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var said = sources.SelectMany(files => files).SelectMany(source => Member().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(All.Select(entry => entry.Name.Split('.')).Where(name => name.Length == 2 && sources.Contains(name[0])), name => Assert.True(
            said.Contains($"{name[0]}.{name[1]}") || said.Contains($"S.{name[1]}") || sources[name[0]].Sum(source => Regex.Count(source, $@"(?<![.\w]){name[1]}\b")) > 1,
            $"{name[0]}.{name[1]} is said nowhere"));
    }

    // Words of rules stand in the files of the rules, in fields and as names.
    private static IEnumerable<Phrase> RulePhrases() =>
    [
        .. Rules.All.Select(rule => rule.Name),
        .. from type in typeof(Phrase).Assembly.GetTypes()
           where type.Namespace?.StartsWith(typeof(Phrase).Namespace!, StringComparison.Ordinal) == true && !type.ContainsGenericParameters
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           select field.GetValue(null) switch
           {
               Phrase phrase => phrase,
               Question question => question.Phrase,
               Work work => work.Phrase,
               _ => null,
           } into phrase
           where phrase is not null
           select phrase,
    ];

    [Fact]
    public void There_are_texts_to_look_at() => Assert.True(All.Count > 200);

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Order());

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?=\b(\w+\.\w+)\b)")]
    private static partial Regex Member();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Latin();
}
