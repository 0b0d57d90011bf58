using Relight.Ledger;

namespace Relight.Tests.Refusals;

/// <summary>Every refusal of every command, each provoked by a command that is right but for one thing; one that is added without a case here is noticed.</summary>
public class RefusalTests
{
    private static readonly IReadOnlyList<RefusalCase> s_cases =
    [
        .. RegisterRefusals.Cases, .. EquipmentRefusals.Cases, .. ContributionRefusals.Cases, .. PlanRefusals.Cases, .. FundRefusals.Cases, .. MoneyRefusals.Cases,
        .. FacilityRefusals.Cases, .. AllocationRefusals.Cases, .. ConsignmentRefusals.Cases, .. DeliveryRefusals.Cases, .. InstallationRefusals.Cases,
    ];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (i, one) in s_cases.Index())
                data.Add(i, $"{one.Command} {one.Fields}");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_wrong_in_one_place_is_refused_in_that_place_alone(int number, string name)
    {
        var one = s_cases[number];
        Assert.Equal($"{one.Command} {one.Fields}", name);
        Assert.Equal(one.Fields, string.Join(", ", RefusalsOf(one).Select(refusal => refusal.Field).Distinct()));
        Assert.All(RefusalsOf(one), refusal => Assert.NotEmpty(refusal.Rule));
    }

    [Fact]
    public void Every_refusal_in_the_source_of_a_command_is_provoked()
    {
        var provoked = s_cases.SelectMany(one => RefusalsOf(one).Select(refusal => (one.Command, refusal))).ToList();
        var sites = RefusalSite.All().ToList();
        Assert.True(sites.Count > 300, $"{sites.Count}");
        var silent = sites.Where(site => !provoked.Exists(each =>
            (site.IsShared || each.Command == site.Source) && site.Field.IsMatch(each.refusal.Field) && site.Rule.IsMatch(each.refusal.Rule)));
        Assert.Empty(silent.Select(site => site.ToString()));
    }

    private static IReadOnlyList<Refusal> RefusalsOf(RefusalCase one) => one.Decide() is Decision.Refused refused ? refused.Refusals : [];
}
