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
    // So many letters are kept together by the index of texts.
    private const int Letters = 3;

    // What more of some claims have is too frequent for the index of texts, which reads far before it gives the first of many.
    private const int Sample = 500;
    private const int MostOfSample = 10;

    // Reading all texts takes longer than the index: an order has soon what more of them hold.
    private const int MostOfSampleToRead = 2;

    // Where more of them have the rarest letters of a text, all texts are read in less time than the entries of those letters.
    private const int MostOfLetters = 100;

    // What has the rarest letters of a text is hardly ever more than what has all of them.
    private const int Rarest = 4;

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

    /// <summary>Items and values of contributions.</summary>
    public DbSet<PartRow> Parts => Set<PartRow>();

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

    /// <summary>
    /// The claims of any operation of which a text holds another: by the index of letters, where some claims tell that it is of
    /// use, or else by reading the texts of all; some that do not hold it may be among them.
    /// </summary>
    /// <param name="column">The column of the text.</param>
    /// <param name="words">What it holds, as <see cref="SearchText"/> folds it.</param>
    /// <param name="most">Most claims that are listed.</param>
    /// <param name="cancel">Breaks the search off.</param>
    /// <returns>Null where more claims hold it.</returns>
    public async Task<RowShortlist<ClaimRow>?> ClaimsWith(string column, string words, int most, CancellationToken cancel)
    {
        // Whole characters, as the databases cut texts: half of one that takes two places would stand in no text.
        string[] whole = [.. words.EnumerateRunes().Select(rune => rune.ToString())];
        var letters = Enumerable.Range(0, Math.Max(0, whole.Length - Letters + 1)).Select(at => string.Concat(whole[at..(at + Letters)])).Distinct().ToList();
        var sample = await Claims.OrderBy(row => row.Id).Select(row => EF.Property<string>(row, column)).Take(Sample).ToListAsync(cancel);
        int Holding(string part) => sample.Count(one => one.Contains(part, StringComparison.Ordinal));
        List<string> rarest = [.. letters.OrderBy(Holding).Take(Rarest)];
        var isTold = letters.Count > 0 && Holding(rarest[0]) <= MostOfLetters;
        if (sample.Count == Sample && Holding(words) > (isTold ? MostOfSample : MostOfSampleToRead))
            return null;
        var found = isTold
            ? await ClaimsOf(column, rarest, most + 1, cancel)
            : await ClaimsHolding(column, words, most + 1, cancel);
        return found.Count > most ? null : new(found);
    }

    /// <summary>Claims of any operation that have all of some letters in a column, three together each.</summary>
    protected abstract Task<IReadOnlyList<Guid>> ClaimsOf(string column, IReadOnlyList<string> letters, int most, CancellationToken cancel);

    /// <summary>Claims of any operation that hold a text in a column: an index that has all texts, and nothing else, is read.</summary>
    protected abstract Task<IReadOnlyList<Guid>> ClaimsHolding(string column, string words, int most, CancellationToken cancel);

    /// <summary>
    /// Who published what claims of an operation rest on, as <see cref="SearchText"/> folds it. An index leads from each name
    /// to the next, so that this takes as long as there are publishers, not claims.
    /// </summary>
    public Task<List<string>> Publishers(Id<Operation> operation, CancellationToken cancel)
    {
        var own = new IdColumn<Operation>().ConvertToProvider(operation);
        return Database.SqlQuery<string>(
            $"""
            WITH RECURSIVE publisher("Value") AS (
                SELECT min("Publisher") FROM claim WHERE "Operation" = {own}
                UNION ALL
                SELECT (SELECT min("Publisher") FROM claim WHERE "Operation" = {own} AND "Publisher" > publisher."Value") FROM publisher WHERE publisher."Value" IS NOT NULL)
            SELECT "Value" FROM publisher WHERE "Value" IS NOT NULL
            """).ToListAsync(cancel);
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
