using CsCheck;
using Relight.Facilities;
using Relight.Register;

namespace Relight.Tests.Facilities;

/// <summary>Facilities, sets and days as tests need them.</summary>
internal static class FacilityDraws
{
    public static readonly DateOnly Day = new(2022, 12, 12);

    public static readonly FacilityPeriod Week = new(Day, 7);

    public static Facility Facility(string name, decimal? typical = 60, decimal? essential = null, int? people = 1000, decimal? tolerance = 0) => new()
    {
        Id = Id<Facility>.Named(name),
        Version = 1,
        Title = $"Hospital {name}",
        Kind = FacilityKind.Hospital,
        Organisation = Id<Organisation>.Named("FR"),
        Oblast = AreaCode.Parse("UA63"),
        TypicalKilowatts = typical,
        EssentialKilowatts = essential,
        ThreePhase = true,
        Volts = 400,
        People = people is { } known ? Bounds.Exactly(known) : Bounds.Unspecified,
        ToleranceHours = tolerance,
        Fuels = ["diesel"],
        TankLitres = 500,
    };

    public static Offer Set(string name, decimal? kilowatts = 80, int units = 1, DateOnly? arrival = null, EngineRating? rating = EngineRating.Prime, string? fuel = "diesel") => new()
    {
        Id = Id<Offer>.Named(name),
        Version = 1,
        Title = $"Set {name}",
        Donor = Id<Organisation>.Named("FR"),
        Specification = new GeneratingSet
        {
            Kilowatts = kilowatts,
            ThreePhase = true,
            Volts = 400,
            FrequencyHertz = 50,
            Rating = rating,
            TransferSwitch = true,
            Fuel = fuel,
        },
        Units = units,
        Condition = UnitCondition.New,
        Arrival = ReportedDate.On(arrival ?? Day),
    };

    /// <summary>A facility with the same hours without grid on every day; null for days that are not known.</summary>
    public static FacilityCase Case(Facility facility, params IReadOnlyList<decimal?> hours) => new(
        facility,
        [.. Week.All.Select((day, i) => hours.Count == 0 ? null : hours[i % hours.Count]).Zip(Week.All, (known, day) => new DayWithoutGrid(
            day, known is { } number ? Bounds.Exactly(number) : Bounds.Unspecified, known is null ? HoursFrom.Unknown : HoursFrom.Plan))]);

    /// <summary>One of some numbers.</summary>
    public static Gen<decimal> OneOf(params decimal[] numbers) => Gen.Int[0, numbers.Length - 1].Select(i => numbers[i]);

    /// <summary>A few facilities and sets of sizes that fit some of them, drawn.</summary>
    public static Gen<(IReadOnlyList<FacilityCase> Cases, IReadOnlyList<Offer> Sets)> Small { get; } =
        from facilities in Gen.Select(OneOf(10, 25, 60, 150), Gen.Int[-1, 50], Gen.Int[0, 24], Gen.Int[0, 6]).Array[1, 4]
        from sets in Gen.Select(OneOf(12, 40, 80, 200), Gen.Int[0, 2], Gen.Int[0, 8]).Array[0, 4]
        select (
            (IReadOnlyList<FacilityCase>)[.. facilities.Select((f, i) => Case(Facility($"f{i}", f.Item1, f.Item1 / 2, f.Item2 < 0 ? null : f.Item2, f.Item4), f.Item3))],
            (IReadOnlyList<Offer>)[.. sets.Select((s, i) => Set($"s{i}", s.Item1, s.Item2, Day.AddDays(s.Item3)))]);
}
