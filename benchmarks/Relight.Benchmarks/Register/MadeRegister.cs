using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Benchmarks.Register;

/// <summary>
/// A register of made-up claims and contributions, the same for the same numbers: every row of every table is the one
/// that the commands would have led to, so that its ledger verifies and replays.
/// </summary>
/// <param name="claims">How many claims.</param>
/// <param name="contributions">How many contributions, each adopted from one to five claims.</param>
internal sealed class MadeRegister(int claims, int contributions)
{
    private const int ClaimsOfSource = 10;
    private const int Donors = 200;
    private const string By = "generator";

    private static readonly string[] s_currencies = ["EUR", "EUR", "USD", "USD", "UAH", "JPY", "GBP"];

    private readonly Random _random = new(2022);
    private readonly Dictionary<(string, Stage, ItemKind, string), TotalRow> _totals = [];
    private readonly HashSet<string> _groups = [];
    private int _contributions;
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
        var open = new List<Claim>();
        foreach (var (number, draft) in made)
        {
            var claim = draft with { Source = source.Id };
            open.Add(claim);
            if (_groups.Add(claim.Donors.Key))
                await _rows.Add(new DonorGroupRow { Operation = Operation.Id, Donors = claim.Donors.Key, Names = NamesOf(claim.Donors), Words = SearchText.Of(NamesOf(claim.Donors)) });
            await Append(new ClaimRecorded(claim), new ClaimRow { Id = claim.Id, Operation = Operation.Id }.With(claim, source, NamesOf(claim.Donors)));
            // Spread over the claims evenly.
            if ((long)(number + 1) * contributions / claims > (long)number * contributions / claims)
            {
                await AddContribution(Together(open));
                open.Clear();
            }
        }
    }

    // Of twenty gifts eleven are told by one claim, the others by up to five, of other kinds of items and in no currency twice.
    private IReadOnlyList<Claim> Together(IReadOnlyList<Claim> claims)
    {
        var most = (_contributions++ % 20) switch { < 11 => 1, < 16 => 2, < 18 => 3, < 19 => 4, _ => 5 };
        return [.. claims.Reverse().DistinctBy(claim => claim.Item.Kind).DistinctBy(claim => claim.Value?.Currency.Code ?? claim.Id.ToString()).Take(most)];
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

    private async Task AddContribution(IReadOnlyList<Claim> told)
    {
        var claim = told[0];
        var id = Id<Contribution>.Named($"made contribution {claim.Id}");
        var title = $"{claim.Item.Description} ({claim.Date})";
        var donors = new Adopted<DonorGroup>(claim.Donors, claim.Id, By, _ledger.Next, "as reported");
        var (items, values, at) = (new List<Adopted<ItemAtStage>>(), new List<Adopted<MoneyAtStage>>(), donors.At);
        foreach (var each in told)
        {
            at = _ledger.Next;
            Adopted<TValue> Adopt<TValue>(TValue value) => new(value, each.Id, By, at, "as reported");
            var item = each.Stage.IsMoney ? null : new ItemAtStage(each.Item, each.Stage, each.Quantity ?? new Quantity(Bounds.Unspecified, Unit.Piece), each.Date);
            var money = each.Value is { } value ? new MoneyAtStage(each.Stage, value, each.Date) : null;
            if (item is not null)
                items.Add(Adopt(item));
            if (money is not null)
                values.Add(Adopt(money));
            await Append(
                new ClaimAdopted(id, each.Id, each == claim ? title : null, each == claim ? each.Donors : null, null, item, money, "as reported"),
                new AdoptionRow { Claim = each.Id, Operation = Operation.Id, Contribution = id });
        }
        var contribution = new Contribution
        {
            Id = id,
            Version = told.Count,
            Title = title,
            Donors = donors,
            Items = items,
            Values = values,
            Claims = [.. told.Select(each => each.Id)],
        };
        await _rows.Add(new ContributionRow { Id = id, Operation = Operation.Id, DonorNames = NamesOf(claim.Donors), ChangedAt = at }.With(contribution));
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
