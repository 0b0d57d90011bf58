using Relight.Ledger;
using Relight.Register;

namespace Relight.Tests.Register;

/// <summary>What a need asks for is taken, but looked at again where another unit is likelier.</summary>
public class RequirementSlipTests
{
    [Theory]
    [InlineData("""{"type":"transformerBay","highKilovolts":330,"lowKilovolts":110,"loadMegavoltamperes":2000}""", "loadMegavoltamperes", "kVA in place of MVA")]
    [InlineData("""{"type":"transformerBay","highKilovolts":330,"lowKilovolts":110,"loadMegavoltamperes":330}""", "loadMegavoltamperes", "kV in place of MVA")]
    [InlineData("""{"type":"transformerBay","highKilovolts":1150,"lowKilovolts":500}""", "highKilovolts", "V in place of kV")]
    [InlineData("""{"type":"transformerBay","highKilovolts":330,"lowKilovolts":110,"faultLevelKiloamperes":150}""", "faultLevelKiloamperes", "A in place of kA")]
    [InlineData("""{"type":"transformerBay","highKilovolts":330,"lowKilovolts":110,"frequencyHertz":55}""", "frequencyHertz", "no common frequency")]
    [InlineData("""{"type":"breakerBay","systemUm":126,"loadAmperes":2}""", "loadAmperes", "kA in place of A")]
    [InlineData("""{"type":"disconnectorBay","systemUm":126,"faultLevelKiloamperes":120}""", "faultLevelKiloamperes", "A in place of kA")]
    [InlineData("""{"type":"facilityPower","facility":"hospital","loadKilowatts":300000}""", "loadKilowatts", "W in place of kW")]
    [InlineData("""{"type":"instrumentPlace","measures":"current","systemUm":126,"secondary":100}""", "secondary", "neither 1 nor 5 A")]
    [InlineData("""{"type":"turbineSite","megawatts":900}""", "megawatts", "kW in place of MW")]
    [InlineData("""{"type":"lineSection","form":"overhead","lengthMetres":4}""", "lengthMetres", "km in place of m")]
    [InlineData("""{"type":"pumpPlace","cubicMetresPerHour":50000}""", "cubicMetresPerHour", "litres in place of m³")]
    [InlineData("""{"type":"heatPlace","heatKilowatts":500000}""", "heatKilowatts", "W in place of kW")]
    [InlineData("""{"type":"goods","goods":{"kind":"fuel","description":"diesel"},"amount":{"bounds":{"qualifier":"exact","lower":2000000,"upper":2000000},"unit":"t"}}""", "amount", "kg in place of t")]
    public void What_looks_like_a_slip_is_taken_with_a_warning_that_names_the_field(string requirement, string field, string doubt)
    {
        var accepted = Assert.IsType<Decision.Accepted>(Enter(requirement));
        var warning = Assert.Single(accepted.Warnings);
        Assert.Equal($"need.requirement.{field}", warning.Field);
        Assert.Contains(doubt, warning.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_sample_looks_like_a_slip() => Assert.All(
        Relight.Sample.SampleNeeds.Of(Relight.Sample.SampleProblem.Default),
        need => Assert.Empty(Assert.IsType<Decision.Accepted>(Enter(LedgerJson.Write(need.Requirement))).Warnings));

    private static Decision Enter(string requirement) => RecordNeed.Decide(
        new RecordNeed.State(null, false, true, 0),
        new RecordNeed(new Need
        {
            Id = default,
            Version = 1,
            Title = "need",
            Organisation = default,
            Priority = Priority.High,
            Requirement = LedgerJson.Read<Requirement>(requirement),
            Units = 1,
        }),
        new Moment(default, "test", new DateTimeOffset(2022, 12, 1, 0, 0, 0, TimeSpan.Zero)));
}
