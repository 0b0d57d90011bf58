using Relight.Register;

namespace Relight.Web.Api;

/// <summary>Donors as a body lists them: of an empty list the rest of the body is judged all the same.</summary>
internal static class GivenDonors
{
    /// <summary>The donors; where there are none, one whom nobody knows stands in for them.</summary>
    public static DonorGroup Of(IReadOnlyList<Id<Organisation>> donors) => donors.Count > 0 ? new DonorGroup(donors) : DonorGroup.Of(default(Id<Organisation>));

    /// <summary>What is wrong with the list by itself.</summary>
    public static IReadOnlyList<Fault> Faults(IReadOnlyList<Id<Organisation>> donors) =>
        donors.Count > 0 ? [] : [new Fault("donors", null, "there must be at least one donor")];
}
