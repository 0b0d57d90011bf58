using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relight.Ledger;

namespace Relight.Storage;

/// <summary>Tables, keys, indexes and foreign keys, in one place.</summary>
internal static class Tables
{
    public static void Add(ModelBuilder model)
    {
        AddLedger(model);
        AddRegister(model);
        AddContributions(model);
        AddNeeds(model);
        AddOffers(model);
        AddPlans(model);
        AddAppealsAndFunds(model);
        AddSupply(model);
        Named(model.Entity<FacilityRow>(), "facility").HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Organisation);
        AddDeliveries(model);
    }

    private static void AddLedger(ModelBuilder model)
    {
        var ledger = model.Entity<LedgerRow>().ToTable("ledger");
        ledger.HasKey(row => new { row.Operation, row.Number });
        ledger.HasIndex(row => new { row.Operation, row.Command });
        model.Entity<LedgerHead>().ToTable("ledger_head").HasKey(head => head.Operation);
    }

    private static void AddRegister(ModelBuilder model)
    {
        Named(model.Entity<OperationRow>(), "operation");
        var organisation = Named(model.Entity<OrganisationRow>(), "organisation");
        organisation.HasIndex(row => new { row.Operation, row.Name });
        organisation.HasIndex(row => new { row.Operation, row.NameInCapitals });
        Named(model.Entity<SourceRow>(), "source").HasIndex(row => new { row.Operation, row.Address });
        var claim = Named(model.Entity<ClaimRow>(), "claim");
        claim.HasOne<SourceRow>().WithMany().HasForeignKey(row => row.Source);
        claim.HasIndex(row => new { row.Operation, row.DonorNames });
        model.Entity<DonorGroupRow>().ToTable("donor_group").HasKey(row => new { row.Operation, row.Donors });
        var link = Named(model.Entity<LinkRow>(), "link");
        link.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.From);
        link.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.To);
        var outage = Named(model.Entity<OutageReportRow>(), "outage_report");
        outage.HasOne<SourceRow>().WithMany().HasForeignKey(row => row.Source);
        outage.HasIndex(row => row.Supersedes);
        outage.HasIndex(row => new { row.Operation, row.From });
    }

    private static void AddContributions(ModelBuilder model)
    {
        var contribution = Named(model.Entity<ContributionRow>(), "contribution");
        contribution.HasIndex(row => new { row.Operation, row.DonorNames });
        var adoption = model.Entity<AdoptionRow>().ToTable("adoption");
        adoption.HasKey(row => row.Claim);
        adoption.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.Claim);
        adoption.HasOne<ContributionRow>().WithMany().HasForeignKey(row => row.Contribution);
        var reached = model.Entity<ReachedRow>().ToTable("reached");
        reached.HasKey(row => new { row.Contribution, row.Stage, row.Item, row.Measure });
        reached.HasOne<ContributionRow>().WithMany().HasForeignKey(row => row.Contribution);
        model.Entity<TotalRow>().ToTable("total")
            .HasKey(row => new { row.Operation, row.Donors, row.Stage, row.Item, row.Measure });
    }

    // An index for each field that people filter or sort by, ending with the id that decides between equal rows.
    private static void AddNeeds(ModelBuilder model)
    {
        var need = Named(model.Entity<NeedRow>(), "need");
        need.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Organisation);
        need.HasIndex(row => new { row.Operation, row.Id });
        need.HasIndex(row => new { row.Operation, row.Rank, row.Id });
        need.HasIndex(row => new { row.Operation, row.Urgency, row.Id });
        need.HasIndex(row => new { row.Operation, row.Deadline, row.Id });
        need.HasIndex(row => new { row.Operation, row.Title, row.Id });
        need.HasIndex(row => new { row.Operation, row.Kind, row.Id });
        need.HasIndex(row => new { row.Operation, row.Item, row.Id });
        need.HasIndex(row => new { row.Operation, row.OrganisationWords, row.Id });
        need.HasIndex(row => new { row.Operation, row.Oblast, row.Id });
        need.HasIndex(row => new { row.Operation, row.Kilovolts, row.Id });
        need.HasIndex(row => new { row.Operation, row.Megavoltamperes, row.Id });
        need.HasIndex(row => new { row.Operation, row.Kilowatts, row.Id });
        need.HasIndex(row => new { row.Operation, row.Measure, row.Lower, row.Id });
        need.HasIndex(row => new { row.Operation, row.Lower, row.Id });
        need.HasIndex(row => new { row.Operation, row.Currency, row.ValueLower, row.Id });
        need.HasIndex(row => new { row.Operation, row.ValueLower, row.Id });
        need.HasIndex(row => new { row.Operation, row.Units, row.Id });
        need.HasIndex(row => new { row.Operation, row.Words, row.Id });
    }

    private static void AddOffers(ModelBuilder model)
    {
        var offer = Named(model.Entity<OfferRow>(), "offer");
        offer.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Donor);
        offer.HasOne<ContributionRow>().WithMany().HasForeignKey(row => row.Contribution);
        offer.HasIndex(row => new { row.Operation, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Item, row.Kilovolts, row.Megavoltamperes });
        offer.HasIndex(row => new { row.Operation, row.Item, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Title, row.Id });
        offer.HasIndex(row => new { row.Operation, row.DonorWords, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Condition, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Origin, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Dispatch, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Place, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Available, row.Id });
        offer.HasIndex(row => new { row.Operation, row.ArrivalEarliest, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Arrival, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Kilovolts, row.Id });
        offer.HasIndex(row => new { row.Operation, row.LowKilovolts, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Megavoltamperes, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Megawatts, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Tonnes, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Units, row.Id });
        offer.HasIndex(row => new { row.Operation, row.Words, row.Id });
        // No keys to need and offer: what was released stays when they are withdrawn.
        var allocation = Named(model.Entity<AllocationRow>(), "allocation");
        allocation.HasIndex(row => new { row.Need, row.State });
        allocation.HasIndex(row => new { row.Offer, row.State });
    }

    private static void AddPlans(ModelBuilder model)
    {
        Named(model.Entity<GridModelRow>(), "grid_model");
        Named(model.Entity<ScenarioRow>(), "scenario")
            .HasOne<GridModelRow>().WithMany().HasForeignKey(row => row.Model);
        Named(model.Entity<PlanRow>(), "plan")
            .HasOne<ScenarioRow>().WithMany().HasForeignKey(row => row.Scenario);
        Named(model.Entity<NeedValuesRow>(), "need_values")
            .HasOne<PlanRow>().WithMany().HasForeignKey(row => row.Plan);
        Named(model.Entity<ReplanProposalRow>(), "replan_proposal")
            .HasOne<PlanRow>().WithMany().HasForeignKey(row => row.Plan);
        Named(model.Entity<JointPlanningRow>(), "joint_planning")
            .HasOne<PlanRow>().WithMany().HasForeignKey(row => row.Plan);
    }

    private static void AddAppealsAndFunds(ModelBuilder model)
    {
        Named(model.Entity<AppealRow>(), "appeal");
        var answer = model.Entity<AnswerRow>().ToTable("answer");
        answer.HasKey(row => row.Contribution);
        answer.HasOne<ContributionRow>().WithMany().HasForeignKey(row => row.Contribution);
        answer.HasOne<AppealRow>().WithMany().HasForeignKey(row => row.Appeal);
        model.Entity<ExchangeRateRow>().ToTable("exchange_rate")
            .HasKey(row => new { row.Operation, row.From, row.To, row.Date });
        Named(model.Entity<FundRow>(), "fund").HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Holder);
        var payment = Named(model.Entity<FundPaymentRow>(), "fund_payment");
        payment.HasOne<FundRow>().WithMany().HasForeignKey(row => row.Fund);
        payment.HasIndex(row => row.Contribution);
        var reservation = Named(model.Entity<ReservationRow>(), "reservation");
        reservation.HasOne<FundRow>().WithMany().HasForeignKey(row => row.Fund);
        reservation.HasIndex(row => new { row.Fund, row.State, row.LapsesAt });
    }

    private static void AddSupply(ModelBuilder model)
    {
        var capacity = Named(model.Entity<MakerCapacityRow>(), "maker_capacity");
        capacity.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Maker);
        capacity.HasIndex(row => new { row.Operation, row.Item });
    }

    private static void AddDeliveries(ModelBuilder model)
    {
        Named(model.Entity<PlaceRow>(), "place").HasIndex(row => new { row.Operation, row.Code }).IsUnique();
        Named(model.Entity<ConsignmentRow>(), "consignment").HasIndex(row => new { row.Operation, row.Arrival, row.Id });
        var line = model.Entity<ConsignmentLineRow>().ToTable("consignment_line");
        line.HasKey(row => new { row.Consignment, row.Line });
        line.HasOne<ConsignmentRow>().WithMany().HasForeignKey(row => row.Consignment);
        line.HasIndex(row => new { row.Operation, row.Offer });
        model.Entity<PackageRow>().ToTable("package").HasKey(row => row.Sscc);
        model.Entity<PackageRow>().HasIndex(row => row.Prefix);
        var stock = Named(model.Entity<HubStockRow>(), "hub_stock");
        stock.HasOne<PlaceRow>().WithMany().HasForeignKey(row => row.Hub);
        Named(model.Entity<PhotoRow>(), "photo").HasOne<ConsignmentRow>().WithMany().HasForeignKey(row => row.Consignment);
        var installation = Named(model.Entity<InstallationRow>(), "installation");
        installation.HasOne<ConsignmentRow>().WithMany().HasForeignKey(row => row.Consignment);
        installation.HasIndex(row => row.Offer);
    }

    private static EntityTypeBuilder<TRow> Named<TRow>(EntityTypeBuilder<TRow> builder, string table)
        where TRow : class
    {
        builder.ToTable(table).HasKey("Id");
        builder.HasIndex("Operation");
        return builder;
    }
}
