using CsCheck;
using Relight.Facilities;
using Relight.Matching;
using Relight.Register;
using static Relight.Tests.Facilities.FacilityDraws;

namespace Relight.Tests.Facilities;

/// <summary>Fuel of a set at its load, and when which tank is filled.</summary>
public class FuelTests
{
    private static GeneratingSet Diesel(decimal kilowatts, decimal? plate = null) =>
        new() { Kilowatts = kilowatts, Rating = EngineRating.Prime, Fuel = "diesel", LitresPerKilowattHour = plate };

    [Fact]
    public void At_three_quarters_of_the_rating_it_burns_what_the_plate_says_else_0_28_to_0_33() => Gen.Int[4, 2000].Sample(power =>
    {
        Assert.Equal(Bounds.Exactly(Math.Round(0.75m * power * 0.3m, 3)), FuelUse.LitresAnHour(Diesel(power, 0.3m), 0.75m * power, Practice.Default));
        Assert.Equal(Bounds.Between(Math.Round(0.75m * power * 0.28m, 3), Math.Round(0.75m * power * 0.33m, 3)), FuelUse.LitresAnHour(Diesel(power), 0.75m * power, Practice.Default));
    });

    [Fact]
    public void The_line_is_the_one_of_its_source()
    {
        // A set of 50 kW that burns 8.48 l/h at 25 kW burns 15.3 l/h at 50 kW; at 37.5 kW the line gives 11.89 l/h.
        var set = Diesel(50, 11.89m / 37.5m);
        Assert.Equal(8.48m, FuelUse.LitresAnHour(set, 25, Practice.Default).Lower);
        Assert.Equal(15.3m, FuelUse.LitresAnHour(set, 50, Practice.Default).Lower);
    }

    [Fact]
    public void More_load_burns_more_in_an_hour_and_less_for_a_kilowatt_hour() => Gen.Select(Gen.Int[30, 99], Gen.Int[1, 30]).Sample((share, more) =>
    {
        var (less, full) = (FuelUse.LitresAnHour(Diesel(1000), share * 10, Practice.Default), FuelUse.LitresAnHour(Diesel(1000), (share + more) * 10, Practice.Default));
        Assert.True(less.Lower < full.Lower && less.Lower / share > full.Lower / (share + more));
    });

    [Fact]
    public void What_is_not_known_is_not_guessed()
    {
        Assert.False(FuelUse.LitresAnHour(Diesel(50) with { Fuel = null }, 25, Practice.Default).IsSpecified);
        Assert.False(FuelUse.LitresAnHour(Diesel(50) with { Fuel = "petrol" }, 25, Practice.Default).IsSpecified);
        Assert.False(FuelUse.LitresAnHour(Diesel(50) with { Kilowatts = null }, 25, Practice.Default).IsSpecified);
        Assert.False(FuelUse.TankHours(null, Bounds.Exactly(5)).IsSpecified);
        var days = Case(Facility("f"), 10, null).Days;
        Assert.Equal([true, false], FuelUse.LitresADay(Bounds.Exactly(5), days, 0).Take(2).Select(day => day.IsSpecified));
        Assert.Equal(Bounds.Exactly(0), FuelUse.LitresADay(Bounds.Exactly(5), days, 48)[1]);
        Assert.Equal(Bounds.Exactly(25), FuelUse.LitresADay(Bounds.Exactly(5), days, 12)[0]);
    }

    [Fact]
    public void A_tank_is_never_reckoned_below_its_reserve_and_what_is_brought_is_what_is_burnt() =>
        Gen.Select(Gen.Int[0, 24].Array[7], Gen.Int[1, 80], Gen.Int[0, 20], Gen.Int[50, 3000]).Sample((hours, least, more, tank) =>
        {
            var perHour = Bounds.Between(least, least + more);
            var days = Case(Facility("f"), [.. hours.Select(h => (decimal?)h)]).Days;
            var litres = FuelUse.LitresADay(perHour, days, 0);
            var trips = RefuellingList.Of(Facility("f") with { TankLitres = tank }, Week, litres, perHour).ToList();
            var level = (decimal)tank;
            foreach (var (day, burnt) in Week.All.Zip(litres))
            {
                level += trips.SingleOrDefault(trip => trip.Day == day)?.Litres.Upper ?? 0;
                level -= burnt.Upper!.Value;
                Assert.True(level >= (tank * RefuellingList.Reserve) - 1, $"{level} of {tank} on {day}");
            }
            Assert.True(level <= tank + 1);
            Assert.All(trips, trip => Assert.True(trip.Trips >= 1 && trip.Litres.Lower <= trip.Litres.Upper));
        });

    [Fact]
    public void Without_a_tank_each_day_s_fuel_is_brought_on_the_day()
    {
        var litres = FuelUse.LitresADay(Bounds.Exactly(10), Case(Facility("f"), 5, 0, null).Days, 0);
        var trips = RefuellingList.Of(Facility("f") with { TankLitres = null }, Week, litres, Bounds.Exactly(10)).ToList();
        Assert.Equal(["50", "unspecified", "50", "unspecified", "50"], trips.Select(trip => trip.Litres.ToString()));
        Assert.Equal([0, 2, 3, 5, 6], trips.Select(trip => trip.Day.DayNumber - Day.DayNumber));
        Assert.All(trips, trip => Assert.Null(trip.Trips));
    }
}
