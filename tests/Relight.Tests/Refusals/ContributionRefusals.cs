using Relight.Register;
using Relight.Supply;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about contributions and about what makers can make refuse.</summary>
internal static class ContributionRefusals
{
    private static readonly Id<Claim> s_other = Id<Claim>.Named("other");

    public static IEnumerable<RefusalCase> Cases => [.. Adoptions, .. Steps, .. StepsTakenBack, .. Drops, .. Capacities];

    private static IEnumerable<RefusalCase> Adoptions
    {
        get
        {
            var adopt = new AdoptClaim(TheContribution.Id, 0, TheClaim.Id, ClaimParts.All, "one", "as reported");
            var net = new ClaimNet([], RegisterRefusals.Counted());
            RefusalCase Case(string at, AdoptClaim? wanted = null, Contribution? standing = null, bool elsewhere = false, ClaimNet? tied = null) => new(
                nameof(AdoptClaim), at, () => AdoptClaim.Decide(new(TheClaim, standing, elsewhere, tied ?? net), wanted ?? adopt));
            yield return new(nameof(AdoptClaim), "claim", () => AdoptClaim.Decide(new(null, null, false, net), adopt));
            yield return Case("claim", tied: new ClaimNet([], RegisterRefusals.Counted((TheClaim.Id, "two"))));
            yield return Case("contribution", elsewhere: true);
            yield return Case("parts", adopt with { ExpectedVersion = 1, Parts = ClaimParts.None }, TheContribution);
            yield return Case("expectedVersion", adopt with { ExpectedVersion = 1 });
            yield return Case("title", adopt with { Title = null });
            yield return Case("parts", adopt with { Parts = ClaimParts.Quantity });
            // A conflict tells each value that differs.
            var theirs = ContributionOf(TheClaim with { Donors = DonorGroup.Of(Id<Organisation>.Named("US")), Quantity = Quantity.Pieces(7) }, "theirs");
            yield return Case("expectedVersion, title, donors, quantity", adopt, theirs);
            var ukraine = Id<Organisation>.Named("UA");
            yield return new(nameof(AdoptClaim), "expectedVersion, recipient", () => AdoptClaim.Decide(
                new(TheClaim with { Recipient = ukraine }, TheContribution with { Recipient = new(France.Id, TheClaim.Id, Now.By, Now.At, "as reported") }, false, net), adopt with { Parts = ClaimParts.Recipient, Title = null }));
            yield return new(nameof(AdoptClaim), "expectedVersion, value", () => AdoptClaim.Decide(
                new(MoneyClaim with { Value = new Money(Bounds.Exactly(6), Euro) }, ContributionOf(MoneyClaim, "one"), false, net), adopt with { Parts = ClaimParts.Value, Title = null }));
        }
    }

    private static IEnumerable<RefusalCase> Steps
    {
        get
        {
            var step = new AdvanceStage(
                TheContribution.Id, 1, ItemKind.GeneratingSet, GoodsStage.Announced, GoodsStage.Committed, Quantity.Pieces(90), null, Today, "seen");
            var paid = ContributionOf(MoneyClaim, "paid");
            var money = step with
            {
                Item = ItemKind.Money,
                From = MoneyStage.Paid,
                To = MoneyStage.Reserved,
                Quantity = null,
                Money = new Money(Bounds.Exactly(4), Euro),
            };
            RefusalCase Case(string at, AdvanceStage wanted, Contribution? contribution = null) => new(
                nameof(AdvanceStage), at, () => AdvanceStage.Decide(contribution ?? TheContribution, wanted, Now));
            yield return new(nameof(AdvanceStage), "contribution", () => AdvanceStage.Decide(null, step, Now));
            yield return Case("date", step with { Date = Today.AddDays(1) });
            yield return Case("quantity", step with { Quantity = null });
            yield return Case("money", money with { Money = null }, paid);
            yield return Case("money", step with { Money = money.Money });
            yield return Case("quantity", money with { Quantity = Quantity.Pieces(1) }, paid);
            yield return Case("from", step with { From = MoneyStage.Pledged, To = MoneyStage.Signed });
            yield return Case("from", money with { From = GoodsStage.Announced, To = GoodsStage.Committed }, paid);
            yield return Case("to", step with { To = GoodsStage.Received });
            yield return Case("expectedVersion", step with { ExpectedVersion = 7 });
            yield return Case("from", step with { From = GoodsStage.Received, To = GoodsStage.InService });
            yield return Case("quantity", step with { Quantity = Quantity.Pieces(101) });
            var announced = TheContribution.Items[0];
            var withdrawn = announced with { Value = announced.Value with { Stage = GoodsStage.Withdrawn, Quantity = Quantity.Pieces(50) } };
            yield return Case("quantity", step, TheContribution with { Items = [announced, withdrawn] });
            yield return Case("money", money with { Money = new Money(Bounds.Exactly(6), Euro) }, paid);
        }
    }

    private static IEnumerable<RefusalCase> StepsTakenBack
    {
        get
        {
            var back = new TakeBackStage(TheContribution.Id, 1, ItemKind.GeneratingSet, "pcs", GoodsStage.Committed, "a slip");
            var committed = TheContribution with { Items = [.. TheContribution.Items, TheContribution.Items[0] with { Value = TheContribution.Items[0].Value with { Stage = GoodsStage.Committed } }] };
            RefusalCase Case(string at, TakeBackStage wanted, Contribution? contribution) => new(
                nameof(TakeBackStage), at, () => TakeBackStage.Decide(contribution, wanted));
            yield return Case("contribution", back, null);
            yield return Case("expectedVersion", back with { ExpectedVersion = 7 }, committed);
            yield return Case("stage", back, TheContribution);
            yield return Case("stage", back with { Stage = GoodsStage.Announced }, TheContribution);
        }
    }

    private static IEnumerable<RefusalCase> Drops
    {
        get
        {
            var two = TheContribution with { Claims = [TheClaim.Id, s_other] };
            RefusalCase Case(string at, Id<Claim> claim, Contribution? contribution, bool offers = false, int version = 1) => new(
                nameof(DropClaim), at, () => DropClaim.Decide(new(contribution, offers), new DropClaim(TheContribution.Id, version, claim, "a slip")));
            yield return Case("contribution", TheClaim.Id, null);
            yield return Case("expectedVersion", s_other, two, version: 7);
            yield return Case("claim", Id<Claim>.Named("a third"), two);
            yield return Case("claim", TheClaim.Id, two);
            yield return Case("claim", TheClaim.Id, TheContribution, offers: true);
        }
    }

    private static IEnumerable<RefusalCase> Capacities
    {
        get
        {
            var capacity = new MakerCapacity
            {
                Id = Id<MakerCapacity>.Named("m"),
                Version = 1,
                Title = "Sets",
                Maker = France.Id,
                Product = new GeneratingSet(),
                PerMonth = Bounds.Exactly(5),
                OrderBook = Bounds.Unspecified,
                LeadDays = Bounds.Exactly(90),
                AsOf = Today,
                Source = "a letter",
            };
            RefusalCase Case(string at, MakerCapacity? wanted = null, bool elsewhere = false, OrganisationKind? kind = OrganisationKind.Maker) => new(
                nameof(RecordMakerCapacity), at, () => RecordMakerCapacity.Decide(new(null, elsewhere, kind), new RecordMakerCapacity(wanted ?? capacity), Now));
            yield return Case("capacity.id", elsewhere: true);
            yield return Case("capacity.maker", kind: null);
            yield return Case("capacity.maker", kind: OrganisationKind.State);
            yield return Case("capacity.asOf", capacity with { AsOf = Today.AddDays(1) });
            yield return Case("capacity.perMonth", capacity with { PerMonth = Bounds.AtMost(1_000_001) });
            yield return Case("capacity.orderBook", capacity with { OrderBook = Bounds.AtLeast(1_000_001) });
            yield return Case("capacity.leadDays", capacity with { LeadDays = Bounds.Exactly(3_651) });
            yield return new(nameof(RemoveMakerCapacity), "capacity", () => RemoveMakerCapacity.Decide(null, new RemoveMakerCapacity(capacity.Id, 1, "closed")));
            yield return new(nameof(RemoveMakerCapacity), "expectedVersion", () => RemoveMakerCapacity.Decide(2, new RemoveMakerCapacity(capacity.Id, 1, "closed")));
        }
    }
}
