using Relight.Ledger;
using Relight.Plans;
using Relight.Register;

namespace Relight.Tests.Refusals;

/// <summary>A command that would be carried out but for one thing.</summary>
/// <param name="Command">Name of the command.</param>
/// <param name="Fields">Every field that is at fault, with commas between them.</param>
/// <param name="Decide">Has it decided.</param>
internal sealed record RefusalCase(string Command, string Fields, Func<Decision> Decide);

/// <summary>Records that cases begin with, each of them in order.</summary>
internal static class Records
{
    public static readonly Moment Now = new(Id<Operation>.Named("test"), "Olena", new(2022, 12, 1, 8, 0, 0, TimeSpan.Zero));

    public static readonly DateOnly Today = new(2022, 12, 1);

    public static readonly Currency Euro = Currency.Parse("EUR");

    public static readonly Organisation France = new(Id<Organisation>.Named("FR"), "France", OrganisationKind.State, Country.Parse("FR"));

    public static readonly Source TheSource = new(
        Id<Source>.Named("s"), new Uri("https://example.org/news"), "Example", ReportedDate.On(new(2022, 11, 25)),
        Language.Parse("en"), Now.At.AddDays(-1), "France gives 100 generators.");

    public static readonly Claim TheClaim = new()
    {
        Id = Id<Claim>.Named("c"),
        Source = TheSource.Id,
        Donors = DonorGroup.Of(France.Id),
        Item = new Item(ItemKind.GeneratingSet, "generators"),
        Quantity = Quantity.Pieces(100),
        Stage = GoodsStage.Announced,
        Date = ReportedDate.On(new(2022, 11, 25)),
        Quote = "France gives 100 generators",
    };

    public static readonly Claim MoneyClaim = TheClaim with
    {
        Item = new Item(ItemKind.Money, "money"),
        Quantity = null,
        Value = new Money(Bounds.Exactly(5), Euro),
        Stage = MoneyStage.Paid,
    };

    public static readonly Contribution TheContribution = ContributionOf(TheClaim, "one");

    public static readonly Need TheNeed = new()
    {
        Id = Id<Need>.Named("n"),
        Version = 1,
        Title = "Autotransformer",
        Organisation = France.Id,
        Priority = Priority.High,
        Requirement = new TransformerBay { HighKilovolts = 330, LowKilovolts = 110 },
        Units = 1,
    };

    public static readonly Offer TheOffer = new()
    {
        Id = Id<Offer>.Named("o"),
        Version = 1,
        Title = "Set",
        Donor = France.Id,
        Specification = new GeneratingSet(),
        Units = 1,
        Condition = UnitCondition.New,
    };

    public static readonly GridModel TheModel = new()
    {
        Id = Id<GridModel>.Named("m"),
        Name = "Grid",
        Case = File.ReadAllText(Repository.At("tests", "cases", "plan", "one-line", "network.m")),
        Places = [],
        Names = [],
    };

    /// <summary>A contribution adopted from one claim.</summary>
    public static Contribution ContributionOf(Claim claim, string name)
    {
        Adopted<T> Adopt<T>(T value) => new(value, claim.Id, Now.By, Now.At, "as reported");
        return new Contribution
        {
            Id = Id<Contribution>.Named(name),
            Version = 1,
            Title = name,
            Donors = Adopt(claim.Donors),
            Items = claim.Stage.IsMoney ? [] : [Adopt(new ItemAtStage(claim.Item, claim.Stage, claim.Quantity!, claim.Date))],
            Values = claim.Value is { } value ? [Adopt(new MoneyAtStage(claim.Stage, value, claim.Date))] : [],
            Claims = [claim.Id],
        };
    }
}
