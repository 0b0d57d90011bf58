using Relight.Access;
using Relight.Facilities;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Api;

namespace Relight.Web.Facilities;

/// <summary>What a reader may enter of facilities, by the interface and by the pages alike.</summary>
internal static class FacilityEntry
{
    private const string RuleOwn = "must be your own: operators enter and change their own facilities alone";
    private const string RuleExact = "must be left out: operators alone see and give exact places";

    /// <summary>What is wrong where an operator enters or changes the facility of another organisation; null where nothing is.</summary>
    public static Fault? NotOwn(Reader reader, Id<Organisation> organisation) =>
        reader.Audience == Audience.Operator && !reader.Sites.Include(organisation) ? new Fault("organisation", $"{organisation}", RuleOwn) : null;

    /// <summary>Whether a reader gives the exact place of an organisation's facilities.</summary>
    public static bool GivesPlace(Reader reader, Id<Organisation> organisation) => reader.Sites.Include(organisation);

    /// <summary>What is wrong with an exact place that a reader gives; null where nothing is.</summary>
    public static Fault? WrongPlace(Reader reader, Id<Organisation> organisation, ExactPlace? exact) =>
        exact is not null && !GivesPlace(reader, organisation) ? new Fault("exact", null, RuleExact) : null;

    /// <summary>The command that enters a facility, or changes one. The exact place stays where the reader may not give it.</summary>
    /// <param name="reader">Who enters it.</param>
    /// <param name="facility">The facility as it is to be.</param>
    /// <param name="standing">The facility as it stands; null for a new one.</param>
    /// <param name="why">The reason; null for a new one.</param>
    public static ICommand Command(Reader reader, Facility facility, Facility? standing, string? why)
    {
        var placed = facility with { Exact = GivesPlace(reader, facility.Organisation) ? facility.Exact : standing?.Exact };
        return why is null ? new RecordFacility(placed) : new CorrectFacility(placed, why);
    }

    /// <summary>What may be told to a reader: the exact place is told to operators alone.</summary>
    public static Fault? Told(Reader reader, Fault fault) =>
        fault.Field.StartsWith("exact", StringComparison.Ordinal) && !reader.May(Audience.Operator) ? null : fault;
}
