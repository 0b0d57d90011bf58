using Relight.Deliveries;
using Relight.Facilities;
using Relight.Funds;
using Relight.Intake;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Supply;

namespace Relight.Ledger;

/// <summary>The name under which the ledger keeps each type of event. A name is never given to another type.</summary>
public static class EventTypes
{
    private static readonly Dictionary<string, Type> s_types = new(StringComparer.Ordinal)
    {
        ["operation-opened"] = typeof(OperationOpened),
        ["organisation-recorded"] = typeof(OrganisationRecorded),
        ["source-recorded"] = typeof(SourceRecorded),
        ["claim-recorded"] = typeof(ClaimRecorded),
        ["claims-linked"] = typeof(ClaimsLinked),
        ["link-removed"] = typeof(LinkRemoved),
        ["claim-adopted"] = typeof(ClaimAdopted),
        ["claim-dropped"] = typeof(ClaimDropped),
        ["stage-advanced"] = typeof(StageAdvanced),
        ["need-recorded"] = typeof(NeedRecorded),
        ["offer-recorded"] = typeof(OfferRecorded),
        ["site-read"] = typeof(SiteRead),
        ["network-stored"] = typeof(NetworkStored),
        ["scenario-stored"] = typeof(ScenarioStored),
        ["plan-stored"] = typeof(PlanStored),
        ["columns-remembered"] = typeof(ColumnsRemembered),
        ["organisation-corrected"] = typeof(OrganisationCorrected),
        ["claim-retracted"] = typeof(ClaimRetracted),
        ["stage-taken-back"] = typeof(StageTakenBack),
        ["need-withdrawn"] = typeof(NeedWithdrawn),
        ["offer-withdrawn"] = typeof(OfferWithdrawn),
        ["outage-reported"] = typeof(OutageReported),
        ["outage-report-retracted"] = typeof(OutageReportRetracted),
        ["exchange-rate-recorded"] = typeof(ExchangeRateRecorded),
        ["appeal-opened"] = typeof(AppealOpened),
        ["appeal-closed"] = typeof(AppealClosed),
        ["appeal-answered"] = typeof(AppealAnswered),
        ["answer-taken-back"] = typeof(AnswerTakenBack),
        ["fund-opened"] = typeof(FundOpened),
        ["paid-into-fund"] = typeof(PaidIntoFund),
        ["withdrawn-from-fund"] = typeof(WithdrawnFromFund),
        ["fund-reserved"] = typeof(FundReserved),
        ["reservation-lapsed"] = typeof(ReservationLapsed),
        ["reservation-contracted"] = typeof(ReservationContracted),
        ["contract-paid"] = typeof(ContractPaid),
        ["reservation-released"] = typeof(ReservationReleased),
        ["maker-capacity-recorded"] = typeof(MakerCapacityRecorded),
        ["maker-capacity-removed"] = typeof(MakerCapacityRemoved),
        ["facility-recorded"] = typeof(FacilityRecorded),
        ["facility-corrected"] = typeof(FacilityCorrected),
        ["facility-closed"] = typeof(FacilityClosed),
        ["facility-sites-read"] = typeof(FacilitySitesRead),
        ["units-held"] = typeof(UnitsHeld),
        ["allocation-lapsed"] = typeof(AllocationLapsed),
        ["allocation-confirmed"] = typeof(AllocationConfirmed),
        ["allocation-released"] = typeof(AllocationReleased),
        ["allocation-lost"] = typeof(AllocationLost),
        ["need-values-stored"] = typeof(NeedValuesStored),
        ["joint-planning-stored"] = typeof(JointPlanningStored),
        ["replan-proposed"] = typeof(ReplanWasProposed),
        ["replan-settled"] = typeof(ReplanSettled),
        ["place-recorded"] = typeof(PlaceRecorded),
        ["consignment-planned"] = typeof(ConsignmentPlanned),
        ["consignment-cancelled"] = typeof(ConsignmentCancelled),
        ["consignment-dispatched"] = typeof(ConsignmentDispatched),
        ["leg-departed"] = typeof(LegDeparted),
        ["leg-arrived"] = typeof(LegArrived),
        ["leg-expected"] = typeof(LegExpected),
        ["papers-recorded"] = typeof(PapersRecorded),
        ["packages-labelled"] = typeof(PackagesLabelled),
        ["photo-kept"] = typeof(PhotoKept),
        ["consignment-received"] = typeof(ConsignmentReceived),
        ["loss-settled"] = typeof(LossSettled),
        ["stock-corrected"] = typeof(StockCorrected),
        ["installation-begun"] = typeof(InstallationBegun),
        ["step-completed"] = typeof(StepCompleted),
        ["installation-held"] = typeof(InstallationHeld),
        ["entered-service"] = typeof(EnteredService),
    };

    private static readonly Dictionary<Type, string> s_names = s_types.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every name with its type.</summary>
    public static IReadOnlyDictionary<string, Type> All => s_types;

    /// <summary>The name of an event's type.</summary>
    /// <exception cref="KeyNotFoundException">The type has no name here.</exception>
    public static string NameOf(IEvent happened) => NameOf(happened.GetType());

    /// <summary>The name of a type of event.</summary>
    public static string NameOf(Type type) => s_names[type];

    /// <summary>An event as the ledger keeps it.</summary>
    /// <exception cref="System.Text.Json.JsonException">The name or the text is of no event.</exception>
    public static IEvent Read(string name, string payload) => s_types.TryGetValue(name, out var type)
        ? (IEvent)LedgerJson.Read(payload, type)
        : throw new System.Text.Json.JsonException($"'{name}' is no type of event");
}
