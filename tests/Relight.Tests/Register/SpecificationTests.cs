using Relight.Ledger;
using Relight.Register;

namespace Relight.Tests.Register;

/// <summary>What entry refuses and what it warns of, kind by kind; and that what was stored before still reads.</summary>
public class SpecificationTests
{
    [Theory]
    [InlineData("""{"type":"disconnector","shortTimeKiloamperes":40000}""", "shortTimeKiloamperes")]
    [InlineData("""{"type":"mobileSubstation","highKilovolts":10,"lowKilovolts":110}""", "lowKilovolts")]
    [InlineData("""{"type":"battery","lowestCelsius":40,"highestCelsius":-20}""", "highestCelsius")]
    [InlineData("""{"type":"conductor","form":"overhead","um":36}""", "um")]
    [InlineData("""{"type":"pump","volts":0.4}""", "volts")]
    [InlineData("""{"type":"boiler","heatKilowatts":0}""", "heatKilowatts")]
    [InlineData("""{"type":"generatingSet","kilowatts":300,"kilovoltamperes":200}""", "kilowatts")]
    [InlineData("""{"type":"instrumentTransformer","cores":0}""", "cores")]
    [InlineData("""{"type":"powerTransformer","high":{"ratedKilovolts":110},"low":{"ratedKilovolts":330}}""", "low.ratedKilovolts")]
    public void What_is_impossible_is_refused(string specification, string field)
    {
        var refused = Assert.IsType<Decision.Refused>(Enter(specification));
        Assert.Contains(refused.Refusals, refusal => refusal.Field == $"offer.specification.{field}");
    }

    [Theory]
    [InlineData("""{"type":"generatingSet","kilovoltamperes":110}""", "kV in place of kVA")]
    [InlineData("""{"type":"generatingSet","kilovoltamperes":60000}""", "VA in place of kVA")]
    [InlineData("""{"type":"powerTransformer","high":{"ratedKilovolts":330,"ratedMegavoltamperes":330},"low":{}}""", "kV in place of MVA")]
    [InlineData("""{"type":"powerTransformer","high":{"ratedKilovolts":110},"low":{},"totalTonnes":0.6}""", "instrument transformer")]
    [InlineData("""{"type":"mobileSubstation","megavoltamperes":120}""", "about 50 MVA")]
    [InlineData("""{"type":"circuitBreaker","breakingKiloamperes":150}""", "A in place of kA")]
    [InlineData("""{"type":"instrumentTransformer","measures":"current","secondary":100}""", "neither 1 nor 5 A")]
    [InlineData("""{"type":"battery","kilowatts":500,"kilowattHours":2}""", "MWh in place of kWh")]
    [InlineData("""{"type":"pump","cubicMetresPerHour":5000,"headMetres":60,"kilowatts":15}""", "litres in place of m³")]
    [InlineData("""{"type":"goods","what":{"kind":"generatingSet","description":"sets"},"perUnit":{"bounds":{"qualifier":"exact","lower":1,"upper":1},"unit":"pcs"}}""", "a specification of its own")]
    public void What_looks_like_a_slip_is_taken_with_a_warning(string specification, string doubt)
    {
        var accepted = Assert.IsType<Decision.Accepted>(Enter(specification));
        Assert.Contains(accepted.Warnings, warning => warning.Doubt.Contains(doubt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"powerTransformer","item":"powerTransformer","high":{"ratedKilovolts":330},"low":{},"transportLengthMetres":8,"oilTonnes":40,"missingParts":["bushing"],"transportTonnes":150}""")]
    [InlineData("""{"type":"instrumentTransformer","item":"instrumentTransformer","measures":"current","um":126,"primary":1000,"secondary":5,"accuracyClass":"0.2S"}""")]
    [InlineData("""{"type":"goods","what":{"kind":"battery","description":"gel batteries"},"perUnit":{"bounds":{"qualifier":"exact","lower":1,"upper":1},"unit":"pcs"},"item":"battery"}""")]
    public void What_was_stored_before_reads_and_is_written_the_same_but_for_what_follows_from_its_type(string stored)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(stored)!.AsObject();
        json.Remove("item");
        Assert.Equal(json.ToJsonString(LedgerJson.Options), LedgerJson.Write(LedgerJson.Read<Specification>(stored)));
    }

    private static Decision Enter(string specification) => RecordOffer.Decide(
        new RecordOffer.State(null, false, true, true),
        new RecordOffer(new Offer
        {
            Id = default,
            Version = 1,
            Title = "offer",
            Donor = default,
            Specification = LedgerJson.Read<Specification>(specification),
            Units = 1,
            Condition = UnitCondition.Used,
        }));
}
