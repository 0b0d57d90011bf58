using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What needs and offers are refused for in their technical data, and offers in what binds them.</summary>
internal static class EquipmentRefusals
{
    private static readonly PowerTransformer s_transformer = new() { High = new() { RatedKilovolts = 330 }, Low = new() { RatedKilovolts = 115 } };

    public static IEnumerable<RefusalCase> Cases => [.. Needed, .. Bound, .. Transformers, .. Others];

    private static IEnumerable<RefusalCase> Needed
    {
        get
        {
            RefusalCase Case(string at, Need need, decimal filled = 0, Need? standing = null) => new(
                nameof(RecordNeed), at, () => RecordNeed.Decide(new(standing, false, true, filled), new RecordNeed(need), Now));
            yield return Case("need.units", TheNeed with { Units = 2 }, filled: 3);
            yield return Case("need.version, need.priority", TheNeed, standing: TheNeed with { Priority = Priority.Normal });
            yield return Case("need.requirement.lowKilovolts", TheNeed with { Requirement = new TransformerBay { HighKilovolts = 110, LowKilovolts = 110 } });
            yield return Case("need.requirement.loadAmperes", TheNeed with { Requirement = new BreakerBay { SystemUm = 123, LoadAmperes = 0 } });
            yield return Case("need.requirement.goods.kind", TheNeed with { Requirement = new GoodsRequirement(MoneyClaim.Item, Quantity.Pieces(1)) });
            yield return new(nameof(WithdrawNeed), "need", () => WithdrawNeed.Decide(new(1, false, true), new WithdrawNeed(TheNeed.Id, 1, "met")));
        }
    }

    private static RefusalCase Offered(string at, Offer offer, int allocated = 0, bool known = true) => new(
        nameof(RecordOffer), at, () => RecordOffer.Decide(new(null, false, true, true, allocated, known), new RecordOffer(offer)));

    private static IEnumerable<RefusalCase> Bound
    {
        get
        {
            RefusalCase Case(string at, Earmark earmark, bool known = true) => Offered(at, TheOffer with { Earmark = earmark }, known: known);
            yield return Offered("offer.units", TheOffer, allocated: 2);
            yield return Offered("offer.specification", TheOffer, allocated: int.MaxValue);
            yield return Offered("offer.conditions", TheOffer with { Conditions = [.. Enumerable.Range(1, Offer.MostConditions + 1).Select(i => $"condition {i}")] });
            yield return Case("offer.earmark.organisations", new Earmark { Organisations = [.. Enumerable.Range(0, Earmark.Most + 1).Select(i => Id<Organisation>.Named($"{i}"))] });
            yield return Case("offer.earmark.organisations", new Earmark { Organisations = [France.Id] }, known: false);
            yield return Case("offer.earmark.countries", new Earmark { Countries = [Country.Parse("UA"), Country.Parse("UA")] });
            yield return Case("offer.earmark.facilities", new Earmark { Facilities = [(FacilityKind)99] });
            yield return new(nameof(WithdrawOffer), "offer", () => WithdrawOffer.Decide(1, true, 0, new WithdrawOffer(TheOffer.Id, 1, "gone")));
            yield return new(nameof(WithdrawOffer), "offer", () => WithdrawOffer.Decide(1, false, 2, new WithdrawOffer(TheOffer.Id, 1, "gone")));
            yield return new(nameof(WithdrawOffer), "offer", () => WithdrawOffer.Decide(1, false, 0, new WithdrawOffer(TheOffer.Id, 1, "gone"), amountsSent: true));
            yield return new(nameof(RecordOffer), "offer.specification", () => RecordOffer.Decide(new(null, false, true, true) { SentIn = Unit.Litre }, new RecordOffer(TheOffer)));
        }
    }

    private static RefusalCase Of(string at, Specification specification) =>
        Offered($"offer.specification.{at}", TheOffer with { Specification = specification });

    private static IEnumerable<RefusalCase> Transformers
    {
        get
        {
            yield return Of("low.ratedKilovolts", s_transformer with { Low = s_transformer.High });
            yield return Of("transportTonnes", s_transformer with { TotalTonnes = 100, TransportTonnes = 101 });
            yield return Of("oilTonnes", s_transformer with { TotalTonnes = 100, OilTonnes = 101 });
            yield return Of("high.um", s_transformer with { High = s_transformer.High with { Um = 329 } });
            yield return Of("low.impulseKilovolts", s_transformer with { Low = s_transformer.Low with { ImpulseKilovolts = 114 } });
            yield return Of("lowKilovolts", new MobileSubstation { HighKilovolts = 110, LowKilovolts = 110 });
        }
    }

    private static IEnumerable<RefusalCase> Others
    {
        get
        {
            yield return Of("kilowatts", new GeneratingSet { Kilovoltamperes = 100, Kilowatts = 101 });
            yield return Of("volts", new GeneratingSet { Volts = 0.4m });
            yield return Of("frequencyHertz", new Battery { FrequencyHertz = 5 });
            yield return Of("highestCelsius", new Battery { LowestCelsius = 10, HighestCelsius = 5 });
            yield return Of("um", new Conductor { Form = ConductorForm.Overhead, Um = 123 });
        }
    }
}
