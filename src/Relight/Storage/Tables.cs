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
        AddNeedsAndOffers(model);
        AddPlans(model);
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
        Named(model.Entity<OrganisationRow>(), "organisation").HasIndex(row => new { row.Operation, row.Name });
        Named(model.Entity<SourceRow>(), "source").HasIndex(row => new { row.Operation, row.Address });
        var claim = Named(model.Entity<ClaimRow>(), "claim");
        claim.HasIndex(row => new { row.Operation, row.Date });
        claim.HasOne<SourceRow>().WithMany().HasForeignKey(row => row.Source);
        var link = Named(model.Entity<LinkRow>(), "link");
        link.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.From);
        link.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.To);
    }

    private static void AddContributions(ModelBuilder model)
    {
        Named(model.Entity<ContributionRow>(), "contribution").HasIndex(row => new { row.Operation, row.ChangedAt });
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

    private static void AddNeedsAndOffers(ModelBuilder model)
    {
        var need = Named(model.Entity<NeedRow>(), "need");
        need.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Organisation);
        need.HasIndex(row => new { row.Operation, row.Urgency });
        var offer = Named(model.Entity<OfferRow>(), "offer");
        offer.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.Donor);
        offer.HasOne<ContributionRow>().WithMany().HasForeignKey(row => row.Contribution);
        offer.HasIndex(row => new { row.Operation, row.Item });
    }

    private static void AddPlans(ModelBuilder model)
    {
        Named(model.Entity<GridModelRow>(), "grid_model");
        Named(model.Entity<ScenarioRow>(), "scenario")
            .HasOne<GridModelRow>().WithMany().HasForeignKey(row => row.Model);
        Named(model.Entity<PlanRow>(), "plan")
            .HasOne<ScenarioRow>().WithMany().HasForeignKey(row => row.Scenario);
    }

    private static EntityTypeBuilder<TRow> Named<TRow>(EntityTypeBuilder<TRow> builder, string table)
        where TRow : class
    {
        builder.ToTable(table).HasKey("Id");
        builder.HasIndex("Operation");
        return builder;
    }
}
