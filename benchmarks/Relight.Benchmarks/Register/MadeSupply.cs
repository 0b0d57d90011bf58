using Relight.Register;
using Relight.Storage;

namespace Relight.Benchmarks.Register;

/// <summary>A register of made-up needs and offers, the same for the same number, its ledger complete.</summary>
/// <param name="count">How many of each.</param>
internal sealed class MadeSupply(int count)
{
    private readonly Random _random = new(2022);

    /// <summary>Makes it in an empty database.</summary>
    public async Task Write(Database database, Action<string> progress)
    {
        await database.Migrate();
        await using var rows = await BulkRows.Open(database);
        var operation = MadeRegister.Operation.Id;
        var ledger = new MadeLedger(rows, operation, "generator");
        await ledger.Append(new OperationOpened(MadeRegister.Operation), new OperationRow { Id = operation, Operation = operation }.With(MadeRegister.Operation));
        foreach (var donor in MadeRegister.Organisations)
            await ledger.Append(new OrganisationRecorded(donor), new OrganisationRow { Id = donor.Id, Operation = operation }.With(donor));
        var names = MadeRegister.Organisations.ToDictionary(donor => donor.Id, donor => SearchText.Of(donor.Name));
        for (var i = 0; i < count; i++)
        {
            var (offer, need) = (OfferOf(i), NeedOf(i));
            var (offered, needed) = (new OfferRow { Id = offer.Id, Operation = operation }.With(offer), new NeedRow { Id = need.Id, Operation = operation }.With(need));
            (offered.DonorWords, needed.OrganisationWords) = (names[offer.Donor], names[need.Organisation]);
            await ledger.Append(new OfferRecorded(offer), offered);
            await ledger.Append(new NeedRecorded(need), needed);
        }
        await ledger.End();
        await rows.Finish(progress);
    }

    private Offer OfferOf(int number) => new()
    {
        Id = Id<Offer>.Named($"made offer {number}"),
        Version = 1,
        Title = $"Offer {MadeRegister.Word(_random.Next(8_000))} {number:x5}",
        Donor = Anyone(),
        Specification = _random.Next(4) switch
        {
            0 => new PowerTransformer
            {
                High = new Winding { RatedKilovolts = Of(110, 220, 330, 400, 500, 750), RatedMegavoltamperes = _random.Next(16, 500) },
                Low = new Winding { RatedKilovolts = Of(6, 10, 35, 110, 150) },
                TransportTonnes = _random.Next(20, 300),
            },
            1 => new CircuitBreaker { RatedKilovolts = Of(126, 145, 245, 363, 420) },
            _ => new GeneratingSet { Kilovoltamperes = _random.Next(5, 3_000), Kilowatts = _random.Next(4, 2_400), Volts = 400, TransportTonnes = _random.Next(1, 30) },
        },
        Units = _random.Next(1, 50),
        Condition = UnitCondition.Used,
        Arrival = _random.Next(3) == 0 ? null : ReportedDate.On(new DateOnly(2022, 11, 1).AddDays(_random.Next(300))),
    };

    private Need NeedOf(int number) => new()
    {
        Id = Id<Need>.Named($"made need {number}"),
        Version = 1,
        Title = $"Need {MadeRegister.Word(_random.Next(8_000))} {number:x5}",
        Organisation = Anyone(),
        Priority = (Priority)_random.Next(3),
        Requirement = _random.Next(3) == 0
            ? new TransformerBay { HighKilovolts = Of(110, 220, 330, 750), LowKilovolts = Of(10, 35), LoadMegavoltamperes = _random.Next(10, 400) }
            : new FacilityPower { Facility = (FacilityKind)_random.Next(5), LoadKilowatts = _random.Next(5, 2_000), Volts = 400 },
        Units = _random.Next(1, 10),
        Deadline = _random.Next(2) == 0 ? null : new DateOnly(2022, 11, 1).AddDays(_random.Next(300)),
    };

    private Id<Organisation> Anyone() => MadeRegister.Organisations[_random.Next(MadeRegister.Organisations.Count)].Id;

    private decimal Of(params ReadOnlySpan<int> choices) => choices[_random.Next(choices.Length)];
}
