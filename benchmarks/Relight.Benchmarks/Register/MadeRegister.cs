using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Benchmarks.Register;

/// <summary>
/// A register of made-up claims and contributions, the same for the same numbers: every row of every table is the one
/// that the commands would have led to, so that its ledger verifies and replays.
/// </summary>
/// <param name="claims">How many claims.</param>
/// <param name="contributions">How many contributions, each adopted from one claim.</param>
internal sealed class MadeRegister(int claims, int contributions)
{
    private const int ClaimsOfSource = 10;
    private const int Donors = 200;
    private const string By = "generator";

    private static readonly string[] s_currencies = ["EUR", "EUR", "USD", "USD", "UAH", "JPY", "GBP"];

    private readonly Random _random = new(2022);
    private readonly Dictionary<(string, Stage, ItemKind, string), TotalRow> _totals = [];
    private readonly HashSet<string> _groups = [];
    private BulkRows _rows = null!;
    private MadeLedger _ledger = null!;

    /// <summary>The operation.</summary>
    public static Operation Operation { get; } = new(Id<Operation>.Named("made register"), "Made register", [Country.Parse("UA", null)]);

    /// <summary>The donors; the last tenth of them always give together with the one before.</summary>
    public static IReadOnlyList<Organisation> Organisations { get; } = [.. Enumerable.Range(0, Donors).Select(i =>
        new Organisation(Id<Organisation>.Named($"made donor {i}"), $"Donor {Word(i * 37)} {i:000}", OrganisationKind.State, Country.Parse("FR", null)))];

    private static readonly Dictionary<Id<Organisation>, string> s_names = Organisations.ToDictionary(donor => donor.Id, donor => donor.Name);

    /// <summary>Languages of the sources, each as often as it is drawn.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "en", "en", "en", "en", "uk", "uk", "uk", "pl", "de"];

    /// <summary>A word without meaning; there are 8,000.</summary>
    public static string Word(int number)
    {
        string[] parts = ["ba", "ko", "ri", "sen", "tu", "lem", "na", "vos", "di", "gra", "pel", "mi", "zor", "fa", "hu", "cer", "ju", "bil", "wo", "dra"];
        return parts[number % 20] + parts[number / 20 % 20] + parts[number / 400 % 20];
    }

    /// <summary>Makes it in an empty database.</summary>
    public async Task Write(Database database, Action<string> progress)
    {
        await database.Migrate();
        await using (_rows = await BulkRows.Open(database))
        {
            _ledger = new MadeLedger(_rows, Operation.Id, By);
            await Append(new OperationOpened(Operation), new OperationRow { Id = Operation.Id, Operation = Operation.Id }.With(Operation));
            foreach (var donor in Organisations)
                await Append(new OrganisationRecorded(donor), new OrganisationRow { Id = donor.Id, Operation = Operation.Id }.With(donor));
            for (var first = 0; first < claims; first += ClaimsOfSource)
            {
                await AddSource(first);
                if (first % 100_000 == 0)
                    progress($"{first:N0} claims");
            }
            foreach (var total in _totals.Values)
                await _rows.Add(total);
            await _ledger.End();
            await _rows.Finish(progress);
        }
    }

    private async Task AddSource(int first)
    {
        var date = new DateOnly(2022, 10, 1).AddDays(_random.Next(700));
        var made = Enumerable.Range(first, Math.Min(ClaimsOfSource, claims - first)).Select(i => (Number: i, Claim: ClaimOf(i, date))).ToList();
        var source = new Source(
            Id<Source>.Named($"made source {first}"), new Uri($"https://{Word(first / 30)}.example/{first}"), $"{Word(first / 30)} news",
            ReportedDate.On(date), Language.Parse(Languages[_random.Next(Languages.Count)], null), MadeLedger.Start, string.Join(' ', made.Select(each => each.Claim.Quote)));
        await Append(new SourceRecorded(source), new SourceRow { Id = source.Id, Operation = Operation.Id }.With(source));
        foreach (var (number, draft) in made)
        {
            var claim = draft with { Source = source.Id };
            if (_groups.Add(claim.Donors.Key))
                await _rows.Add(new DonorGroupRow { Operation = Operation.Id, Donors = claim.Donors.Key, Names = NamesOf(claim.Donors), Words = SearchText.Of(NamesOf(claim.Donors)) });
            await Append(new ClaimRecorded(claim), new ClaimRow { Id = claim.Id, Operation = Operation.Id }.With(claim, source, NamesOf(claim.Donors)));
            // Spread over the claims evenly.
            if ((long)(number + 1) * contributions / claims > (long)number * contributions / claims)
                await AddContribution(claim);
        }
    }

    private Claim ClaimOf(int number, DateOnly date)
    {
        var kind = (ItemKind)Math.Min(_random.Next(24), _random.Next(24));
        var isMoney = kind == ItemKind.Money;
        var step = Math.Min(_random.Next(6), _random.Next(6));
        var day = date.AddDays(-_random.Next(10));
        var count = (int)Math.Pow(10, _random.NextDouble() * 5);
        var bounds = _random.Next(10) switch { 0 => Bounds.AtLeast(count), 1 => Bounds.About(count), 2 => Bounds.Unspecified, _ => Bounds.Exactly(count) };
        var unit = kind == ItemKind.Fuel ? Unit.Tonne : kind == ItemKind.Conductor ? Unit.Kilometre : Unit.Piece;
        var value = isMoney || _random.Next(3) == 0
            ? new Money(Bounds.Exactly(Math.Round((decimal)Math.Pow(10, 3 + (_random.NextDouble() * 6)))), Currency.Parse(s_currencies[_random.Next(7)], null), day)
            : null;
        var words = $"{kind} for {Word(_random.Next(8_000))}, lot {number:x6}";
        return new Claim
        {
            Id = Id<Claim>.Named($"made claim {number}"),
            Source = default,
            Donors = GroupOf((int)(Math.Pow(_random.NextDouble(), 2) * Donors)),
            Item = new Item(kind, words),
            Quantity = isMoney ? null : new Quantity(bounds, unit),
            Value = value,
            Stage = isMoney ? (MoneyStage)step : (GoodsStage)step,
            Date = ReportedDate.On(day),
            Quote = $"The ministry said on {day:yyyy-MM-dd} that {words}, would be given before the winter.",
        };
    }

    private async Task AddContribution(Claim claim)
    {
        var id = Id<Contribution>.Named($"made contribution {claim.Id}");
        var title = $"{claim.Item.Description} ({claim.Date})";
        var quantity = claim.Quantity ?? new Quantity(Bounds.Unspecified, Unit.Piece);
        var item = claim.Stage.IsMoney ? null : new ItemAtStage(claim.Item, claim.Stage, quantity, claim.Date);
        var money = claim.Value is { } value ? new MoneyAtStage(claim.Stage, value, claim.Date) : null;
        var at = _ledger.Next;
        Adopted<TValue> Adopt<TValue>(TValue value) => new(value, claim.Id, By, at, "as reported");
        var contribution = new Contribution
        {
            Id = id,
            Version = 1,
            Title = title,
            Donors = Adopt(claim.Donors),
            Items = item is null ? [] : [Adopt(item)],
            Values = money is null ? [] : [Adopt(money)],
            Claims = [claim.Id],
        };
        var row = new ContributionRow { Id = id, Operation = Operation.Id, DonorNames = NamesOf(claim.Donors), ChangedAt = at }.With(contribution);
        await Append(new ClaimAdopted(id, claim.Id, title, claim.Donors, null, item, money, "as reported"), row);
        await _rows.Add(new AdoptionRow { Claim = claim.Id, Operation = Operation.Id, Contribution = id });
        foreach (var part in ContributionRow.PartsOf(contribution, Operation.Id))
            await _rows.Add(part);
        foreach (var now in contribution.Reached())
        {
            var reached = new ReachedRow
            {
                Contribution = id,
                Stage = now.Stage,
                Item = now.Item,
                Measure = now.Measure,
                Operation = Operation.Id,
                Donors = claim.Donors.Key,
                Lower = Scaled.ToThousandths(now.Bounds.Lower),
                Upper = now.Bounds.Upper is { } upper ? Scaled.ToThousandths(upper) : null,
                Specified = now.Bounds.IsSpecified,
            };
            await _rows.Add(reached);
            TotalOf(reached).Add(reached, 1);
        }
    }

    private TotalRow TotalOf(ReachedRow part)
    {
        var key = (part.Donors, part.Stage, part.Item, part.Measure);
        if (!_totals.TryGetValue(key, out var total))
            _totals.Add(key, total = new TotalRow { Operation = Operation.Id, Donors = part.Donors, Stage = part.Stage, Item = part.Item, Measure = part.Measure });
        return total;
    }

    private Task Append(IEvent happened, object row) => _ledger.Append(happened, row);

    private static DonorGroup GroupOf(int donor) => donor < Donors * 9 / 10
        ? DonorGroup.Of(Organisations[donor].Id)
        : DonorGroup.Of(Organisations[donor].Id, Organisations[donor - 1].Id);

    private static string NamesOf(DonorGroup donors) =>
        string.Join("; ", donors.Members.Select(id => s_names[id]).Order(StringComparer.Ordinal));
}
