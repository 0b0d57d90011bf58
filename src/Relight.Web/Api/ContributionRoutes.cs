using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Contribution, Relight.Storage.ContributionRow, Relight.Register.ContributionInList>;
using ForDonor = Relight.Web.Api.ListField<Relight.Register.Contribution, Relight.Storage.ContributionRow, Relight.Register.OwnContribution>;
using Order = Relight.Storage.RowOrder<Relight.Register.Contribution, Relight.Storage.ContributionRow>;
using Where = System.Func<Relight.Storage.RelightContext, Relight.Web.Api.Call, string, Relight.Storage.ListCondition?>;

namespace Relight.Web.Api;

/// <summary>The register's view of each pledge, and how it goes on.</summary>
internal static class ContributionRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("contributions", "contributions", OwnList, List)
        .Command(Begin).Command(Adopt).Command(Advance).Command(TakeStageBack).Command(Drop);

    /// <summary>A contribution that begins with a claim.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Title">Short name of the contribution.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="Parts">What of the claim is taken over; donors must be among it.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record ContributionBody(Id<Claim> Claim, string Title, string Why, ClaimParts Parts = ClaimParts.All, Id<Contribution>? Id = null);

    /// <summary>Values of a claim that are taken over into a contribution.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="Parts">What of the claim is taken over.</param>
    /// <param name="Title">New short name; left out where it stays.</param>
    public sealed record AdoptionBody(Id<Claim> Claim, string Why, ClaimParts Parts = ClaimParts.All, string? Title = null);

    /// <summary>A step of goods or money.</summary>
    /// <param name="Item">Which of its items; <c>money</c> for money.</param>
    /// <param name="From">The stage that it was at.</param>
    /// <param name="To">The stage that it is at now.</param>
    /// <param name="Date">The day on which it came that far.</param>
    /// <param name="Why">How the sender knows.</param>
    /// <param name="Quantity">How much has come that far in all; left out for money.</param>
    /// <param name="Money">How much money has come that far in all; left out for goods.</param>
    public sealed record StageBody(ItemKind Item, Stage From, Stage To, DateOnly Date, string Why, Quantity? Quantity = null, Money? Money = null);

    /// <summary>A step that was entered by mistake.</summary>
    /// <param name="Item">Which of its items; <c>money</c> for money.</param>
    /// <param name="Measure">Unit, or currency.</param>
    /// <param name="Stage">The stage that it has not reached.</param>
    /// <param name="Why">The reason.</param>
    public sealed record StageCorrectionBody(ItemKind Item, string Measure, Stage Stage, string Why);

    /// <summary>A claim that is taken out of a contribution.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Why">The reason.</param>
    public sealed record DropBody(Id<Claim> Claim, string Why);

    // A condition of donors on their own gifts and one of coordinators on all of them ask the same columns.
    private static Where IsTitle { get; } = (_, _, words) => ContributionSearch.Title(words);

    private static Where IsDonor { get; } = (_, _, words) => ContributionSearch.Donor(words);

    private static Where IsJointly { get; } = (_, _, words) =>
        ListWords.Choices<bool>(words, word => bool.TryParse(word, out var flag) ? flag : null) is [var jointly] ? ContributionSearch.Jointly(jointly) : null;

    private static Where IsItem { get; } = (_, _, words) =>
        ListWords.Members<ItemKind>(words) is { } kinds ? ContributionSearch.Item(kinds) : null;

    private static Where IsQuantity { get; } = (_, _, words) =>
        ListWords.Quantity(words) is { } range ? ContributionSearch.Amount(range) : null;

    private static Where IsValue { get; } = (_, _, words) =>
        ListWords.Money(words) is { } range ? ContributionSearch.Amount(range) : null;

    private static Where IsStage { get; } = (_, _, words) =>
        ListWords.Stages(words) is { } stages ? ContributionSearch.Stage(stages) : null;

    private static Where IsFurthest { get; } = (_, _, words) => ListWords.Stages(words) is { } stages ? ContributionSearch.Furthest(stages) : null;

    private static Where IsClaims { get; } = (_, _, words) =>
        ListWords.Whole(words) is { } range ? ContributionSearch.Claims(range.Low, range.High) : null;

    private static Where IsChanged { get; } = (_, _, words) =>
        DayCondition.Read(words) is var (first, last) ? ContributionSearch.Changed(first, last) : null;

    private static Where IsId { get; } = (_, _, words) => ListWords.Ids<Contribution>(words) is { } ids ? ContributionSearch.Ids(ids) : null;

    private static Listing OwnList { get; } = new Listing<Contribution, ContributionRow, OwnContribution>("contributions", Audience.Donor)
    {
        Rows = (db, call) => OwnGifts.Contributions(db, call.Operation, call.Reader.Organisation),
        Search = (_, call, conditions, order, descending) => call.Context.RequestServices.GetRequiredService<KeptLists>()
            .Contributions(call.Operation, [.. conditions, ContributionSearch.Of(call.Reader.Organisation)], order, descending),
        Views = (db, call, rows) => OwnGifts.Views(db, call.Operation, rows, call.Cancel),
        Fields =
        [
            ForDonor.Text("title", "#activity+name", view => view.Title) with { Column = Order.By(row => row.Title), Where = IsTitle },
            ForDonor.Choice("jointly", "#org+funding+jointly", view => view.Jointly) with { Column = Order.By(row => row.Members), Where = IsJointly },
            ForDonor.Choices("item", "#item+type+list", view => view.Items.Select(item => item.Item.Kind)) with { Column = Order.ByOptional(row => row.Item), Where = IsItem },
            ForDonor.Quantity("quantity", "#item+quantity+list", view => view.Items.Select(item => item.Quantity)) with { Column = Order.By(row => row.Lower), Where = IsQuantity },
            ForDonor.Money("value", "#value+list", view => view.Values.Select(value => value.Money)) with { Column = Order.By(row => row.ValueLower), Where = IsValue },
            ForDonor.Choice("furthest", "#status+code", view => view.Furthest) with { Column = Order.By(row => row.Step), Where = IsFurthest },
            ForDonor.Instant("changed", "#date+changed", view => view.ChangedAt) with { Column = Order.By(row => row.ChangedAt), Where = IsChanged },
            ForDonor.Choice("id", "#activity+id", view => view.Id) with { Column = Order.By(row => row.Id), Where = IsId },
        ],
    };

    private static Listing List { get; } = new Listing<Contribution, ContributionRow, ContributionInList>("contributions", Audience.Coordination)
    {
        Search = (_, call, conditions, order, descending) => call.Context.RequestServices.GetRequiredService<KeptLists>().Contributions(call.Operation, conditions, order, descending),
        Views = (db, call, rows) => ContributionList.Views(db, call.Operation, rows, call.Cancel),
        DetailType = typeof(ContributionDetail),
        Detail = async (db, call, id) => await ContributionDetail.Read(db, call.Operation, id, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            Field.Text("title", "#activity+name", view => view.Title) with { Column = Order.By(row => row.Title), Where = IsTitle },
            Field.Text("donor", "#org+funding+list", view => view.Donors) with { Column = Order.By(row => row.DonorNames), Where = IsDonor },
            Field.Choice("jointly", "#org+funding+jointly", view => view.Jointly) with { Column = Order.By(row => row.Members), Where = IsJointly },
            Field.Choices("item", "#item+type+list", view => view.Items.Select(item => item.Item.Kind)) with { Column = Order.ByOptional(row => row.Item), Where = IsItem },
            Field.Quantity("quantity", "#item+quantity+list", view => view.Items.Select(item => item.Quantity)) with { Column = Order.By(row => row.Lower), Where = IsQuantity },
            Field.Money("value", "#value+list", view => view.Values.Select(value => value.Money)) with { Column = Order.By(row => row.ValueLower), Where = IsValue },
            Field.Choices("stage", "#status+code+list", view => view.Items.Select(item => item.Stage).Concat(view.Values.Select(value => value.Stage))) with { Column = Order.By(row => row.Step), Where = IsStage },
            Field.Choice("furthest", "#status+code", view => view.Furthest) with { Column = Order.By(row => row.Step), Where = IsFurthest },
            Field.Number("claims", "#meta+claims+num", "", view => view.Claims) with { Column = Order.By(row => row.Claims), Where = IsClaims },
            Field.Instant("changed", "#date+changed", view => view.ChangedAt) with { Column = Order.By(row => row.ChangedAt), Where = IsChanged },
            Field.Choice("id", "#activity+id", view => view.Id) with { Column = Order.By(row => row.Id), Where = IsId },
        ],
    };

    private static CommandRoute<ContributionBody> Begin { get; } = new("POST", "contributions", Audience.Coordination, "contribution", "Begins a contribution with a claim")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Contribution>.Named($"{key}");
            return Wanted.Of(new AdoptClaim(id, 0, body.Claim, body.Parts, body.Title, body.Why), $"contributions/{id}", 1);
        },
    };

    private static CommandRoute<AdoptionBody> Adopt { get; } = Change<AdoptionBody>(
        "adoptions", "Takes values of a claim over into a contribution",
        (id, version, body) => new AdoptClaim(id, version, body.Claim, body.Parts, body.Title, body.Why));

    private static CommandRoute<StageBody> Advance { get; } = Change<StageBody>(
        "stages", "Moves goods or money to the next stage, or says that they are withdrawn or lost",
        (id, version, body) => new AdvanceStage(id, version, body.Item, body.From, body.To, body.Quantity, body.Money, body.Date, body.Why));

    private static CommandRoute<StageCorrectionBody> TakeStageBack { get; } = Change<StageCorrectionBody>(
        "stage-corrections", "Corrects a step that was entered by mistake: what was said to have reached a stage has not",
        (id, version, body) => new TakeBackStage(id, version, body.Item, body.Measure, body.Stage, body.Why));

    private static CommandRoute<DropBody> Drop { get; } = Change<DropBody>(
        "drops", "Takes a claim out that was wrongly adopted, with every value that rests on it; with its last claim a contribution ends",
        (id, version, body) => new DropClaim(id, version, body.Claim, body.Why));

    private static CommandRoute<TBody> Change<TBody>(string path, string says, Func<Id<Contribution>, int, TBody, Ledger.ICommand> command)
        where TBody : class => new("POST", $"contributions/{{id}}/{path}", Audience.Coordination, "contribution", says)
        {
            NeedsVersion = true,
            Make = (call, body, _) => call.IdOf<Contribution>() is { } id && call.SeenVersion() is { } version
                ? Wanted.Of(command(id, version, body), $"contributions/{id}", version + 1)
                : Wanted.No(Problem.NotFound),
        };
}
