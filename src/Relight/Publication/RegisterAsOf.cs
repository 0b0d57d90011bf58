using Microsoft.EntityFrameworkCore;
using Relight.Funds;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Publication;

/// <summary>What of an operation's register the public may be told about, as it stood at an instant: made from the ledger up to then, so that nothing later can show in it.</summary>
internal sealed class RegisterAsOf
{
    private static readonly Type[] s_events =
    [
        typeof(OrganisationRecorded), typeof(OrganisationCorrected), typeof(NeedRecorded), typeof(NeedWithdrawn),
        typeof(ClaimAdopted), typeof(ClaimDropped), typeof(StageAdvanced), typeof(StageTakenBack),
        typeof(AppealOpened), typeof(AppealClosed), typeof(OutageReported), typeof(OutageReportRetracted),
    ];

    private readonly Dictionary<Id<Organisation>, string> _names = [];
    private readonly Dictionary<Id<Need>, Need> _needs = [];
    private readonly Dictionary<Id<Contribution>, Contribution> _contributions = [];
    private readonly Dictionary<Id<Appeal>, Appeal> _appeals = [];
    private readonly Dictionary<Id<OutageReport>, OutageReport> _reports = [];

    private RegisterAsOf()
    {
    }

    public IReadOnlyDictionary<Id<Organisation>, string> Names => _names;

    public IReadOnlyCollection<Need> Needs => _needs.Values;

    public IReadOnlyCollection<Contribution> Contributions => _contributions.Values;

    public IReadOnlyCollection<Appeal> Appeals => _appeals.Values;

    public IReadOnlyCollection<OutageReport> Reports => _reports.Values;

    /// <summary>Reads the ledger of an operation up to an instant.</summary>
    public static async Task<RegisterAsOf> Read(RelightContext db, Id<Operation> operation, DateTimeOffset asOf, CancellationToken cancel)
    {
        var register = new RegisterAsOf();
        var types = s_events.Select(EventTypes.NameOf).ToList();
        var rows = db.Ledger.AsNoTracking()
            .Where(row => row.Operation == operation && row.At <= asOf && types.Contains(row.Type))
            .OrderBy(row => row.Number);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
            register.Take(EventTypes.Read(row.Type, row.Payload), new Moment(operation, row.By, row.At));
        return register;
    }

    private void Take(IEvent happened, Moment moment)
    {
        switch (happened)
        {
            case OrganisationRecorded { Organisation: var organisation }:
                _names[organisation.Id] = organisation.Name;
                break;
            case OrganisationCorrected { Organisation: var organisation }:
                _names[organisation.Id] = organisation.Name;
                break;
            case NeedRecorded { Need: var need }:
                _needs[need.Id] = need;
                break;
            case NeedWithdrawn { Need: var gone }:
                _needs.Remove(gone);
                break;
            case AppealOpened { Appeal: var appeal }:
                _appeals[appeal.Id] = appeal;
                break;
            case AppealClosed closed:
                _appeals[closed.Appeal] = _appeals[closed.Appeal] with { Closed = closed.Why };
                break;
            case OutageReported { Report: var report }:
                _reports[report.Id] = report;
                break;
            case OutageReportRetracted { Report: var retracted }:
                _reports.Remove(retracted);
                break;
            default:
                TakeChange(happened, moment);
                break;
        }
    }

    private void TakeChange(IEvent happened, Moment moment)
    {
        var after = happened switch
        {
            ClaimAdopted adopted => ContributionChange.After(_contributions.GetValueOrDefault(adopted.Contribution), adopted, moment),
            ClaimDropped dropped => dropped.After(_contributions[dropped.Contribution]),
            StageAdvanced advanced => ContributionChange.After(_contributions[advanced.Contribution], advanced, moment),
            StageTakenBack back => back.After(_contributions[back.Contribution]),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is not read for the public"),
        };
        if (after.Claims.Count > 0)
            _contributions[after.Id] = after;
        else
            _contributions.Remove(after.Id);
    }
}
