using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relight.Deliveries;
using Relight.Facilities;
using Relight.Funds;
using Relight.Ledger;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Supply;

namespace Relight.Storage;

/// <summary>
/// The tables: the ledger, and the state that follows from it. One model for both databases;
/// the two context types differ in what their database needs, and have a set of migrations each.
/// </summary>
/// <param name="options">Provider and connection.</param>
public abstract class RelightContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Every event of every operation.</summary>
    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    /// <summary>The end of each operation's ledger.</summary>
    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    /// <summary>Operations.</summary>
    public DbSet<OperationRow> Operations => Set<OperationRow>();

    /// <summary>Organisations.</summary>
    public DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();

    /// <summary>Sources.</summary>
    public DbSet<SourceRow> Sources => Set<SourceRow>();

    /// <summary>Claims.</summary>
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    /// <summary>Donors that give together, by name.</summary>
    public DbSet<DonorGroupRow> DonorGroups => Set<DonorGroupRow>();

    /// <summary>Links between claims.</summary>
    public DbSet<LinkRow> Links => Set<LinkRow>();

    /// <summary>Contributions.</summary>
    public DbSet<ContributionRow> Contributions => Set<ContributionRow>();

    /// <summary>Which contribution a claim was adopted into.</summary>
    public DbSet<AdoptionRow> Adoptions => Set<AdoptionRow>();

    /// <summary>How much of each contribution has reached each stage.</summary>
    public DbSet<ReachedRow> Reached => Set<ReachedRow>();

    /// <summary>Sums of what has reached each stage, by donor.</summary>
    public DbSet<TotalRow> Totals => Set<TotalRow>();

    /// <summary>Needs.</summary>
    public DbSet<NeedRow> Needs => Set<NeedRow>();

    /// <summary>Offers.</summary>
    public DbSet<OfferRow> Offers => Set<OfferRow>();

    /// <summary>Units of offers that are held for needs.</summary>
    public DbSet<AllocationRow> Allocations => Set<AllocationRow>();

    /// <summary>Network models.</summary>
    public DbSet<GridModelRow> GridModels => Set<GridModelRow>();

    /// <summary>Scenarios.</summary>
    public DbSet<ScenarioRow> Scenarios => Set<ScenarioRow>();

    /// <summary>Plans.</summary>
    public DbSet<PlanRow> Plans => Set<PlanRow>();

    /// <summary>What the equipment that repairs wait for is worth.</summary>
    public DbSet<NeedValuesRow> NeedValues => Set<NeedValuesRow>();

    /// <summary>What planning and allocating together gave.</summary>
    public DbSet<JointPlanningRow> JointPlannings => Set<JointPlanningRow>();

    /// <summary>Plans that were made anew and wait for a decision.</summary>
    public DbSet<ReplanProposalRow> ReplanProposals => Set<ReplanProposalRow>();

    /// <summary>Outage reports.</summary>
    public DbSet<OutageReportRow> OutageReports => Set<OutageReportRow>();

    /// <summary>Appeals.</summary>
    public DbSet<AppealRow> Appeals => Set<AppealRow>();

    /// <summary>Which appeal a contribution answers.</summary>
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    /// <summary>Exchange rates.</summary>
    public DbSet<ExchangeRateRow> ExchangeRates => Set<ExchangeRateRow>();

    /// <summary>Funds.</summary>
    public DbSet<FundRow> Funds => Set<FundRow>();

    /// <summary>Money paid into funds.</summary>
    public DbSet<FundPaymentRow> FundPayments => Set<FundPaymentRow>();

    /// <summary>Money of funds that is held for a purpose.</summary>
    public DbSet<ReservationRow> Reservations => Set<ReservationRow>();

    /// <summary>What makers can make.</summary>
    public DbSet<MakerCapacityRow> MakerCapacities => Set<MakerCapacityRow>();

    /// <summary>Facilities that people depend on.</summary>
    public DbSet<FacilityRow> Facilities => Set<FacilityRow>();

    /// <summary>Places of transport.</summary>
    public DbSet<PlaceRow> Places => Set<PlaceRow>();

    /// <summary>Consignments.</summary>
    public DbSet<ConsignmentRow> Consignments => Set<ConsignmentRow>();

    /// <summary>Lines of consignments.</summary>
    public DbSet<ConsignmentLineRow> ConsignmentLines => Set<ConsignmentLineRow>();

    /// <summary>Numbers of packages.</summary>
    public DbSet<PackageRow> Packages => Set<PackageRow>();

    /// <summary>Stock of hubs.</summary>
    public DbSet<HubStockRow> HubStocks => Set<HubStockRow>();

    /// <summary>Photos of goods.</summary>
    public DbSet<PhotoRow> Photos => Set<PhotoRow>();

    /// <summary>Installations.</summary>
    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    /// <summary>Begins a transaction in which everything that is read is of one moment, while writers go on.</summary>
    public abstract Task<IDbContextTransaction> Snapshot(CancellationToken cancel);

    /// <summary>Keeps other commands of an operation waiting until the transaction ends.</summary>
    public abstract Task Lock(Id<Operation> operation, CancellationToken cancel);

    /// <summary>Keeps all other writers waiting until the transaction ends.</summary>
    public abstract Task LockAll(CancellationToken cancel);

    /// <summary>The rows of some ids, in the order of the ids; an id that has none is left out.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <typeparam name="TRow">Its row.</typeparam>
    public async Task<IReadOnlyList<TRow>> Read<T, TRow>(IReadOnlyList<Id<T>> ids, CancellationToken cancel)
        where T : class
        where TRow : Row<T, TRow>
    {
        var wanted = ids.ToList();
        var byId = await Set<TRow>().AsNoTracking().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return [.. wanted.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    /// <summary>Makes the tables, or brings them to this version. Several processes may ask for it at once: one does it, and one that was killed at it keeps nobody waiting.</summary>
    public abstract Task Upgrade(CancellationToken cancel);

    /// <summary>Tells the database to look at how its values are distributed, where it does not do so by itself.</summary>
    /// <param name="anew">Whether it looks at all tables, because they were changed; else at those that have grown or shrunk much.</param>
    /// <param name="cancel">Breaks off.</param>
    public abstract Task Survey(bool anew, CancellationToken cancel);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        void KeepId<T>() => configurationBuilder.Properties<Id<T>>().HaveConversion<IdColumn<T>>();
        KeepId<Operation>();
        KeepId<Organisation>();
        KeepId<Source>();
        KeepId<Claim>();
        KeepId<Link>();
        KeepId<Contribution>();
        KeepId<Need>();
        KeepId<Offer>();
        KeepId<Allocation>();
        KeepId<GridModel>();
        KeepId<Scenario>();
        KeepId<StoredPlan>();
        KeepId<NeedValues>();
        KeepId<JointPlanning>();
        KeepId<ReplanProposal>();
        KeepId<OutageReport>();
        KeepId<Appeal>();
        KeepId<Fund>();
        KeepId<FundPayment>();
        KeepId<Reservation>();
        KeepId<MakerCapacity>();
        KeepId<Facility>();
        KeepId<Place>();
        KeepId<Consignment>();
        KeepId<HubStock>();
        KeepId<Photo>();
        KeepId<Installation>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();
        configurationBuilder.Properties<Stage>().HaveConversion<StageColumn>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => Tables.Add(modelBuilder);
}
