using Relight.Facilities;
using Relight.Matching;
using Relight.Register;
using static Relight.Tests.Facilities.FacilityDraws;

namespace Relight.Tests.Facilities;

/// <summary>The example that docs/method/facilities.md works out by hand.</summary>
public class HandWorkedTests
{
    private static readonly FacilityPeriod s_days = new(Day, 3);

    [Fact]
    public void The_example_comes_out_as_worked_out_by_hand()
    {
        var hospital = Facility("hospital", tolerance: 2);
        var one = new FacilityCase(hospital, [.. s_days.All.Select((day, i) => new DayWithoutGrid(day, Bounds.Exactly(i == 0 ? 18.4m : 14.4m), HoursFrom.Plan))]);
        Assert.Equal([16.4m, 12.4m, 12.4m], one.Distress.HoursBeyond);
        Assert.Equal(Bounds.Exactly(41_200), one.Distress.PeopleHours);

        var set = Set("80", arrival: Day.AddDays(1));
        var given = Assert.Single(AssignSets.Run([one], [set], s_days, Practice.Default).Given);
        Assert.Equal((24m, 60m, 24_800m), (given.ReadyHour, given.LoadKilowatts, given.SavedPeopleHours));

        var perHour = FuelUse.LitresAnHour((GeneratingSet)set.Specification, given.LoadKilowatts, Practice.Default);
        Assert.Equal(Bounds.Between(16.8m, 19.8m), perHour);
        var litres = FuelUse.LitresADay(perHour, one.Days, given.ReadyHour!.Value);
        Assert.Equal([Bounds.Exactly(0), Bounds.Between(241.9m, 285.1m), Bounds.Between(241.9m, 285.1m)], litres);
        Assert.Equal(Bounds.Between(25.3m, 29.8m), FuelUse.TankHours(hospital.TankLitres, perHour));
        var trip = Assert.Single(RefuellingList.Of(hospital, s_days, litres, perHour));
        Assert.Equal((Day.AddDays(2), Bounds.Between(241.9m, 285.1m), 1), (trip.Day, trip.Litres, trip.Trips));
        Assert.Contains("41,200", File.ReadAllText(Repository.At("docs", "method", "facilities.md")), StringComparison.Ordinal);
    }
}
