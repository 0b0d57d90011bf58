using System.Globalization;
using Relight.Register;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;
using Relight.Web.Register;

namespace Relight.Web.Tests;

/// <summary>Technical data as pages list them: with their units, and what is not known as not known.</summary>
public sealed class FactTests : IDisposable
{
    private readonly (CultureInfo, CultureInfo) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public FactTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = PageLanguage.English.Culture;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;

    [Fact]
    public void A_transformer_tells_how_long_wide_and_high_it_is_as_it_travels()
    {
        var facts = Fact.Of(new PowerTransformer { High = new(), Low = new(), TransportLengthMetres = 9.5m, TransportWidthMetres = 3.2m }, null!);
        Assert.Equal("9.5 m", facts.Single(fact => fact.Name == TransportSizeWords.Length).Value);
        Assert.Equal("3.2 m", facts.Single(fact => fact.Name == TransportSizeWords.Width).Value);
        Assert.Null(facts.Single(fact => fact.Name == TransportSizeWords.Height).Value);
    }

    [Fact]
    public void A_bay_tells_what_its_way_lets_through()
    {
        var facts = Fact.Of(new TransformerBay
        {
            HighKilovolts = 330,
            LowKilovolts = 110,
            TransportLimitLengthMetres = 12,
            TransportLimitWidthMetres = 4,
            TransportLimitHeightMetres = 4.8m,
        });
        Assert.Equal(
            ["12 m", "4 m", "4.8 m"],
            new[] { TransportSizeWords.LengthLimit, TransportSizeWords.WidthLimit, TransportSizeWords.HeightLimit }.Select(name => facts.Single(fact => fact.Name == name).Value));
    }

    [Fact]
    public void A_set_tells_its_rating_and_its_fuel()
    {
        var facts = Fact.Of(new GeneratingSet { Fuel = "diesel", LitresPerKilowattHour = 0.3m, Rating = EngineRating.Standby }, null!);
        Assert.Equal("diesel", facts.Single(fact => fact.Name == SpecificationWords.Fuel).Value);
        Assert.StartsWith("standby", facts.Single(fact => fact.Name == EngineWords.Rating).Value, StringComparison.Ordinal);
        Assert.Equal("0.3 l/kWh", facts.Single(fact => fact.Name == EngineWords.FuelUse).Value);
    }

    [Theory]
    [InlineData("en", 1, "1 unit")]
    [InlineData("en", 0, "0 units")]
    [InlineData("en", 4, "4 units")]
    [InlineData("uk", 1, "1 одиниця")]
    [InlineData("uk", 3, "3 одиниці")]
    [InlineData("uk", 11, "11 одиниць")]
    [InlineData("uk", 22, "22 одиниці")]
    [InlineData("uk", 5, "5 одиниць")]
    [InlineData("ar", 1, "وحدة واحدة")]
    [InlineData("ar", 2, "وحدتان")]
    [InlineData("ar", 7, "7 وحدات")]
    [InlineData("ar", 11, "11 وحدة")]
    public void Units_stand_in_the_form_that_their_number_takes(string language, int count, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = PageLanguage.Find(language)!.Culture;
        Assert.Equal(words, CountWords.Units(count));
    }
}
