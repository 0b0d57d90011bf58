using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>Conditions in words: what they keep, what they leave open, and what is told of those that are none.</summary>
public class SearchQueryTests
{
    private static readonly DateOnly s_today = new(2022, 12, 20);

    private static readonly Offer s_offer = new()
    {
        Id = default,
        Version = 1,
        Title = "Autotransformer",
        Donor = default,
        Specification = new PowerTransformer
        {
            High = new Winding { RatedKilovolts = 345, RatedMegavoltamperes = 200 },
            Low = new Winding { RatedKilovolts = 115 },
            TransportTonnes = 179.5m,
        },
        Units = 2,
        Condition = UnitCondition.Used,
        AvailableFrom = new ReportedDate(new DateOnly(2023, 1, 1), new DateOnly(2023, 1, 10), "2023-01 (early)"),
        DispatchCountry = Country.Parse("PL", null),
    };

    [Theory]
    [InlineData("HV = 330 kV ± 5 %, power ≥ 200 MVA, mass ≤ 180 t, ready before 15 January", true)]
    [InlineData("HV = 330 kV ± 4 %", false)]
    [InlineData("HV 330 kV ± 15 kV", true)]
    [InlineData("voltage = 345000 V", true)]
    [InlineData("power >= 200000 kVA", true)]
    [InlineData("power over 200 MVA", false)]
    [InlineData("power at least 28 MW", null)]
    [InlineData("mass < 179500 kg", false)]
    [InlineData("mass ≤ 179500 kg; LV = 110..120 kV and units ≥ 2", true)]
    [InlineData("frequency = 50 Hz", null)]
    [InlineData("frequency = 50 Hz, units > 5", false)]
    [InlineData("ready before 5 January", null)]
    [InlineData("ready before 2022-12-31", false)]
    [InlineData("available by 10 January 2023", true)]
    [InlineData("available after 1 February", false)]
    [InlineData("kind = power transformer | mobileSubstation, condition used", true)]
    [InlineData("from = pl", true)]
    [InlineData("origin = PL", null)]
    [InlineData("ВН = 330 кВ ± 5 %, потужність ≥ 200 МВА, маса ≤ 180 т, готово до 15 січня", true)]
    [InlineData("потужність понад 200 МВА", false)]
    [InlineData("маса ≤ 179500 кг та одиниць ≥ 2, готово не пізніше 10 січня 2023", true)]
    [InlineData("الجهد العالي = 330 كيلوفولت ± 5 %، القدرة ≥ 200 م.ف.أ، جاهز قبل 15 يناير", true)]
    [InlineData("الكتلة أقل من ١٧٩٫٤ طن", false)]
    [InlineData("HV = ٣٤٥ kV", true)]
    [InlineData("HV = ۳۴۵ kV, power ≥ ۲۰۰٫۰ MVA", true)]
    [InlineData("الكتلة ≤ ١٧٩٬٥٠٠ كغ", true)]
    [InlineData("kind = power-transformer", true)]
    [InlineData("вид = силовий трансформатор | мобільна підстанція, стан = вживане", true)]
    [InlineData("вид = Силові трансформатори та стан вживаний", true)]
    [InlineData("النوع = محول قدرة، الحالة = مستعمل", true)]
    [InlineData("вид = вимикач", false)]
    [InlineData("النوع = بطارية", false)]
    public void A_condition_keeps_what_surely_meets_it(string words, bool? meets)
    {
        var faults = new List<SearchFault>();
        var query = SearchQuery<Offer>.Read(words, SearchFields.OfOffers, s_today, faults);
        Assert.Empty(faults);
        Assert.Equal(meets, query!.Meets(s_offer));
    }

    [Theory]
    [InlineData("HV = 330 MVA", 1, "must be in kV")]
    [InlineData("power ≥ 200 kVAr", 1, "is no unit that a search knows")]
    [InlineData("mass ≤ 1,800 kg", 1, "can be read in two ways")]
    [InlineData("power ≥ 200 MVA, colour = red", 18, "must begin with one of")]
    [InlineData("ready before 31 February", 1, "must be held against a day")]
    [InlineData("kind = tank", 1, "must be one of")]
    [InlineData("HV = 400..300 kV", 1, "from the lower number to the higher")]
    [InlineData("", 1, "must have a condition")]
    [InlineData("power ≥ 99999999999999999999999999999999 MVA", 1, "must be compared with a number")]
    public void What_is_no_condition_is_told_with_its_place(string words, int at, string rule)
    {
        var faults = new List<SearchFault>();
        Assert.Null(SearchQuery<Offer>.Read(words, SearchFields.OfOffers, s_today, faults));
        Assert.Contains(faults, fault => fault.At == at && fault.Rule.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void What_must_hold_is_told_in_the_language_of_the_reader()
    {
        var faults = new List<SearchFault>();
        Assert.Null(SearchQuery<Offer>.Read("HV = 400..300 kV, power ≥ 200 kVAr", SearchFields.OfOffers, s_today, faults));
        Assert.Equal("має йти від меншого числа до більшого", faults[0].Reason.In("uk", System.Globalization.CultureInfo.InvariantCulture, unit => unit));
        Assert.StartsWith("«kVAr» — невідома одиниця; є такі: кВ, В", faults[1].Reason.In("uk", System.Globalization.CultureInfo.InvariantCulture, unit => unit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uk", "колір = червоний", "має починатися з одного з: ВН, НН, потужність")]
    [InlineData("uk", "маса легка", "маса порівнюють із числом, наприклад ≥ 200 т, = 330 кВ ± 5 %, 100..200 т")]
    [InlineData("uk", "ВН = 330 МВА", "ВН має бути в кВ або в одиниці тієї самої величини")]
    [InlineData("uk", "вид = танк", "вид — одне з: не вказано, кілька видів, гроші, силовий трансформатор")]
    [InlineData("uk", "стан = гарний", "стан — одне з: невідомо, нове, вживане, можна відремонтувати")]
    [InlineData("ar", "النوع = دبابة", "النوع هي إحدى: غير محدد، أنواع عدة، أموال، محول قدرة")]
    [InlineData("en", "kind = tank", "kind must be one of unspecified, several kinds, money, power transformer")]
    [InlineData("uk", "готово скоро", "готово порівнюють із днем, наприклад до 15 січня")]
    [InlineData("ar", "اللون = أحمر", "يجب أن يبدأ بأحد: الجهد العالي، الجهد المنخفض، القدرة")]
    [InlineData("en", "year soon", "year must be compared with a number, such as ≥ 200, = 330 kV ± 5 %, 100..200")]
    public void Fields_and_units_have_the_names_of_the_reader_s_language(string language, string words, string told)
    {
        var faults = new List<SearchFault>();
        Assert.Null(SearchQuery<Offer>.Read(words, SearchFields.OfOffers, s_today, faults));
        Assert.StartsWith(told, Assert.Single(faults).Reason.In(language, System.Globalization.CultureInfo.InvariantCulture, unit => unit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ar")]
    public void Every_field_has_a_name_of_its_own_in_every_language(string language) => Assert.All(
        SearchFields.OfOffers.Select(field => field.Names[0]).Concat(SearchFields.OfNeeds.Select(field => field.Names[0])),
        name => Assert.DoesNotMatch("[A-Za-z]", SearchNames.Shown(name).In(language)));

    [Fact]
    public void No_word_stands_for_two_choices_and_each_stands_within_one_condition()
    {
        foreach (var choices in new[] { SearchChoices.Kinds, SearchChoices.Conditions, SearchChoices.Priorities })
        {
            var words = choices.SelectMany(choice => new[] { choice.Code, choice.Shown.English, choice.Shown.Ukrainian, choice.Shown.Arabic }.Concat(choice.Others)
                .Select(SearchChoice.Plain).Distinct().Select(word => (word, choice.Code))).ToList();
            Assert.Equal(words.Count, words.DistinctBy(pair => pair.word).Count());
            Assert.All(choices, choice => Assert.DoesNotMatch("[A-Za-z]", choice.Shown.Ukrainian + choice.Shown.Arabic));
            Assert.All(choices.SelectMany(choice => choice.Others.Append(choice.Shown.English).Append(choice.Shown.Ukrainian).Append(choice.Shown.Arabic)), word =>
            {
                var faults = new List<SearchFault>();
                var field = choices == SearchChoices.Kinds ? "kind" : choices == SearchChoices.Conditions ? "condition" : null;
                if (field is not null)
                    Assert.NotNull(SearchQuery<Offer>.Read($"{field} = {word}, HV = 330 kV", SearchFields.OfOffers, s_today, faults));
                Assert.Empty(faults);
            });
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var faults = new List<SearchFault>();
        Assert.Null(SearchQuery<Offer>.Read("HV = 330 MVA, power ≥ 200 MVA, colour = red, ready soon", SearchFields.OfOffers, s_today, faults));
        Assert.Equal(3, faults.Count);
    }

    [Fact]
    public void Needs_are_searched_by_their_own_fields()
    {
        var faults = new List<SearchFault>();
        var need = new Need
        {
            Id = default,
            Version = 1,
            Title = "need",
            Organisation = default,
            Priority = Priority.Critical,
            Deadline = new DateOnly(2023, 1, 31),
            Requirement = new TransformerBay { HighKilovolts = 330, LowKilovolts = 110, LoadMegavoltamperes = 120 },
            Units = 1,
        };
        Assert.True(SearchQuery<Need>.Read("HV = 330 kV, load ≤ 125 MVA, priority = critical, deadline by 31 January", SearchFields.OfNeeds, s_today, faults)!.Meets(need));
        Assert.Empty(faults);
    }
}
