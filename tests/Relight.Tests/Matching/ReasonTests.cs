using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Tests.Matching;

/// <summary>What rules say is told in every language that pages speak, with numbers and units as that language writes them.</summary>
public partial class ReasonTests
{
    public static TheoryData<string> Pairs => BoundsTests.Pairs;

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_English_is_left_in_another_language(string name)
    {
        var (requirement, specification) = WideDraw.Pairs.Single(pair => BoundsTests.Name(pair) == name);
        for (var seed = 0; seed < 300; seed++)
        {
            var draw = new WideDraw(seed);
            var match = MatchOffers.Judge(draw.Need(requirement), draw.Offer(specification), Practice.Default);
            foreach (var rule in match.Rules)
                foreach (var language in (PageLanguage[])[PageLanguage.Ukrainian, PageLanguage.Arabic])
                {
                    var said = In(language, rule.Reason);
                    Assert.False(Words().IsMatch(said), $"{rule.Rule}: {said}");
                    Assert.DoesNotContain("{", said, StringComparison.Ordinal);
                    Assert.Equal(rule.Because.Length == 0, said.Length == 0);
                    Assert.False(Words().IsMatch(rule.From.In(language.Code)), rule.From.In(language.Code));
                }
        }
    }

    [Fact]
    public void Numbers_and_units_are_written_as_the_language_does()
    {
        var set = new GeneratingSet { Kilowatts = 160, ThreePhase = true, Volts = 400, FrequencyHertz = 50 };
        var verdict = MatchOffers.Judge(NeedOf(12.5m), OfferOf(set), Practice.Default).Rules.Single(rule => rule.Rule == "least load");
        Assert.Equal("12.5 kW on a set of 160 kW is 7.8 % of its power, at least 30 % are wanted", verdict.Because);
        Assert.Equal("12,5 кВт на установці 160 кВт — це 7,8 % її потужності, потрібно щонайменше 30 %", In(PageLanguage.Ukrainian, verdict.Reason));
        Assert.StartsWith("12.5 كيلوواط على مجموعة 160 كيلوواط", In(PageLanguage.Arabic, verdict.Reason), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_names_both_numbers_with_their_units()
    {
        var breaker = new CircuitBreaker { RatedKilovolts = 126, RatedAmperes = 2000, BreakingKiloamperes = 31.5m };
        var need = NeedOf(1) with { Requirement = new BreakerBay { SystemUm = 145, LoadAmperes = 1000, FaultLevelKiloamperes = 40 } };
        var verdict = MatchOffers.Judge(need, OfferOf(breaker), Practice.Default).Rules.Single(rule => rule.Rule == "breaking current");
        Assert.Equal("breaking current 31.5 kA, fault level of the site 40 kA", verdict.Because);
        Assert.Equal("струм вимкнення 31,5 кА, струм короткого замикання на місці 40 кА", In(PageLanguage.Ukrainian, verdict.Reason));
    }

    [Fact]
    public void A_refusal_tells_the_rule_and_its_reason_in_the_language_of_the_page()
    {
        var set = new GeneratingSet { Kilowatts = 160, ThreePhase = true, Volts = 400, FrequencyHertz = 50 };
        var verdict = MatchOffers.Judge(NeedOf(12), OfferOf(set), Practice.Default).Rules.Single(rule => rule.Rule == "least load");
        var refusal = Unfit.Of("offer", null, verdict);
        Assert.Equal("does not fit: least load: 12 kW on a set of 160 kW is 7.5 % of its power, at least 30 % are wanted", refusal.Rule);
        var (ui, culture) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = PageLanguage.Ukrainian.Culture;
            Assert.Equal(
                "не підходить: найменше навантаження (12 кВт на установці 160 кВт — це 7,5 % її потужності, потрібно щонайменше 30 %)",
                RefusalWords.Of(refusal.Rule, refusal.Because));
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, culture);
        }
    }

    private static Need NeedOf(decimal kilowatts) => new()
    {
        Id = Id<Need>.Named("n"),
        Version = 1,
        Title = "need",
        Organisation = default,
        Priority = Priority.High,
        Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = kilowatts, ThreePhase = true, Volts = 400 },
        Units = 1,
    };

    private static Offer OfferOf(Specification specification) => new()
    {
        Id = Id<Offer>.Named("o"),
        Version = 1,
        Title = "offer",
        Donor = default,
        Specification = specification,
        Units = 1,
        Condition = UnitCondition.New,
    };

    private static string In(PageLanguage language, Reason reason)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture;
            return reason.In(language.Code, language.Culture, UnitWords.OfCode);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // Names of fuels stand as whoever entered them wrote them.
    [GeneratedRegex(@"\b(?!diesel\b|gas\b|wood\b|Diesel\b|IEC\b|IEEE\b|ISO\b|YNa|YNd)[A-Za-z]{3,}\b")]
    private static partial Regex Words();
}
