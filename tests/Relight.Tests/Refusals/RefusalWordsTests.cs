using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Ledger;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Tests.Refusals;

/// <summary>Pages say in every language what commands on the register, funds, deliveries, facilities and allocations refuse.</summary>
public partial class RefusalWordsTests
{
    private static IEnumerable<RefusalCase> Cases =>
    [
        .. FacilityRefusals.Cases, .. AllocationRefusals.Cases, .. ConsignmentRefusals.Cases, .. DeliveryRefusals.Cases, .. InstallationRefusals.Cases,
        .. RegisterRefusals.Cases, .. ContributionRefusals.Cases, .. FundRefusals.Cases, .. MoneyRefusals.Cases,
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public void Every_rule_of_these_commands_has_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = PageLanguage.Find(language)!.Culture;
            var rules = Cases.Select(one => one.Decide()).SelectMany(decision => decision switch
            {
                Decision.Refused refused => refused.Refusals.Select(refusal => refusal.Rule).Concat(refused.Warnings.Select(warning => warning.Doubt)),
                Decision.Accepted accepted => accepted.Warnings.Select(warning => warning.Doubt),
                _ => [],
            }).Distinct().ToList();
            Assert.True(rules.Count > 70, $"{rules.Count}");
            Assert.All(rules, rule => Assert.False(RefusalWords.Of(rule) is null, rule));
            Assert.All(rules, rule => Assert.DoesNotContain("{", RefusalWords.Of(rule), StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ar")]
    public void Every_doubt_about_technical_data_has_words_and_so_has_its_field(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = PageLanguage.Find(language)!.Culture;
            var slips = Slips().ToList();
            Assert.True(slips.Count > 40, $"{slips.Count}");
            Assert.All(slips, slip =>
            {
                Assert.DoesNotContain(" ", slip.Field, StringComparison.Ordinal);
                Assert.False(RefusalWords.Of(slip.Doubt) is null, slip.Doubt);
                Assert.NotEqual(slip.Field, SpecificationFieldWords.Of(slip.Field));
            });
        }
        finally
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;
        }
    }

    // Every doubt that stands in the source, with its field: what is added there without words is noticed here.
    private static IEnumerable<(string Field, string Doubt)> Slips() =>
        from file in new[] { "RequirementSlips.cs", "SpecificationSlips.cs" }
        from match in Doubt().Matches(File.ReadAllText(Repository.At("src", "Relight", "Register", file)))
        select (match.Groups["field"].Value is { Length: > 0 } field ? field.Replace("{side}", "high", StringComparison.Ordinal) : "systemUm", match.Groups["doubt"].Value);

    [GeneratedRegex("""Warn\([^\n]*?(\$"\{path\}\.(?<field>[^"]+)"|field), [^\n]*?"(?<doubt>[^"\n]+)"\)""")]
    private static partial Regex Doubt();

    [Fact]
    public void Every_sentence_has_the_same_places_in_every_language() => Assert.All(RefusalWords.All(), words => Assert.Single(
        new[] { words.En, words.Uk, words.Ar }.Select(text => string.Join(' ', Place().Matches(text).Select(match => match.Value).Order())).Distinct()));

    [Theory]
    [InlineData("must be given", "must be given")]
    [InlineData("must be 4 to 12 digits", "must be 4 to 12 digits")]
    [InlineData("must be a day such as 2022-12-12, from 2000 to 2100", "must be a day such as 2022-12-12, from 2000 to 2100")]
    [InlineData("must be 1 to 50", "must be \u20681\u2069 to \u206850\u2069")]
    [InlineData("must not be before it left (2022-12-20 09:30:00Z)", "must not be before it left (\u206820 Dec 2022 09:30 UTC\u2069)")]
    [InlineData("comes last: Design, Tests must be done before", "comes last: design, tests must be done before")]
    public void The_most_particular_sentence_is_taken_and_what_stands_in_it_is_written_as_the_page_writes_it(string rule, string words)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = PageLanguage.English.Culture;
            Assert.Equal(words, RefusalWords.Of(rule));
        }
        finally
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;
        }
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
