using Relight.Register;

namespace Relight.Intake;

/// <summary>Offers as a table. Which columns a row uses depends on its item; a value in any other is refused, not left out.</summary>
internal static class OfferTable
{
    private const string Spec = "offer.specification.";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("title", "short name", "Autotransformer 330/115 kV, built 1994", true, ["offer.title"], ["offer", "name"]),
        new("donor", "who offers it, by name or id", "Poland", true, ["offer.donor"]),
        new("item", "what it is: a word such as powerTransformer, generatingSet, gasTurbine, circuitBreaker, instrumentTransformer, fuel", "powerTransformer", true, null, ["item type", "kind"]),
        new("units", "how many; 1 where it is left out", "1", false, ["offer.units"], ["quantity", "number"]),
        new("condition", "new, used, repairable or unknown; unknown where it is left out", "used", false, ["offer.condition"]),
        new("contribution", "id of the contribution that it is a part of", "", false, ["offer.contribution"]),
        new("available_from", "when they can leave", "2023-01", false, ["offer.availableFrom"], ["available"]),
        new("place", "where they stand", "port of Gdansk", false, ["offer.place"], ["location"]),
        new("dispatch_country", "country that they leave from, ISO 3166-1", "PL", false, ["offer.dispatchCountry"]),
        new("arrival", "when they are expected where they are needed", "2023-02 (mid)", false, ["offer.arrival"]),
        new("maker", "who made it", "", false, [Spec + "maker"]),
        new("year", "year of make", "1994", false, [Spec + "year"], ["built"]),
        new("origin", "country that it was made in, ISO 3166-1", "DE", false, [Spec + "origin"]),
        new("transport_t", "mass of one unit as it travels, in t", "165", false, [Spec + "transportTonnes"]),
        new("function", "transformer: auto, twoWinding or generatorStepUp", "auto", false, [Spec + "function"]),
        new("high_kv", "transformer: rated voltage of the upper side, in kV", "330", false, [Spec + "high.ratedKilovolts"], ["high voltage"]),
        new("low_kv", "transformer: rated voltage of the lower side, in kV", "115", false, [Spec + "low.ratedKilovolts"], ["low voltage"]),
        new("power_mva", "transformer: rated power, in MVA", "200", false, [Spec + "high.ratedMegavoltamperes"], ["rating"]),
        new("vector_group", "transformer: as the plate gives it", "YNa0d11", false, [Spec + "vectorGroup"]),
        new("impedance_percent", "transformer: impedance between upper and lower side, in %", "10.5", false, [Spec + "highLowImpedancePercent"]),
        new("power_kva", "generating set: rated apparent power, in kVA", "", false, [Spec + "kilovoltamperes"], ["kva"]),
        new("power_kw", "generating set: rated active power, in kW", "", false, [Spec + "kilowatts"], ["kw"]),
        new("volts", "generating set: voltage, in V", "", false, [Spec + "volts"]),
        new("three_phase", "generating set: yes or no", "", false, [Spec + "threePhase"]),
        new("fuel", "generating set: its fuel", "", false, [Spec + "fuel"]),
        new("power_mw", "gas turbine: rated power at 50 Hz, in MW", "", false, [Spec + "megawatts"]),
        new("rated_kv", "breaker: rated voltage, in kV; instrument transformer: Um, in kV", "", false, [Spec + "ratedKilovolts", Spec + "um"]),
        new("rated_a", "breaker: rated current, in A", "", false, [Spec + "ratedAmperes"]),
        new("breaking_ka", "breaker: breaking current, in kA", "", false, [Spec + "breakingKiloamperes"]),
        new("medium", "breaker: what quenches the arc", "", false, [Spec + "medium"]),
        new("measures", "instrument transformer: current or voltage", "", false, [Spec + "measures"]),
        new("frequency_hz", "rated frequency, in Hz", "50", false, [Spec + "frequencyHertz"]),
        new("description", "goods: in words", "", false, [Spec + "what.description"]),
        new("per_unit", "goods: how much one unit holds; 1 pcs where it is left out", "", false, [Spec + "perUnit"]),
        new("reference", "its number in your own list: the same row keeps its id when it is imported again", "O-17", false, ["offer.id", "offer.version"], ["id", "no"]),
    ];

    public static Offer? Read(RowReader row, Id<Operation> operation)
    {
        var donor = row.Organisation("donor");
        if (donor is null && row.Text("donor") is null)
            row.Fault("donor", null, "must be given");
        var (title, units, condition) = (row.Required("title"), row.Whole("units", 1), row.Choice<UnitCondition>("condition", UnitCondition.Unknown));
        var (from, place, arrival) = (row.Date("available_from"), row.Text("place"), row.Date("arrival"));
        var (country, id, contribution) = (Country(row, "dispatch_country"), row.IdFor<Offer>(operation, ImportKind.Offers), ContributionOf(row));
        var specification = SpecificationOf(row, row.Choice<ItemKind>("item"));
        return donor is not { } giver ? null : new Offer
        {
            Id = id,
            Version = 1,
            Title = title,
            Donor = giver,
            Contribution = contribution,
            Specification = specification,
            Units = units,
            Condition = condition,
            AvailableFrom = from,
            Place = place,
            DispatchCountry = country,
            Arrival = arrival,
        };
    }

    private static Id<Contribution>? ContributionOf(RowReader row)
    {
        if (row.Text("contribution") is not { } text)
            return null;
        if (Id<Contribution>.TryParse(text, null, out var id))
            return id;
        row.Fault("contribution", text, "must be the id of a contribution");
        return null;
    }

    private static Country? Country(RowReader row, string column) => row.Code<Country>(column, "must be an ISO 3166-1 country of two letters such as UA");

    private static Specification SpecificationOf(RowReader row, ItemKind item)
    {
        Specification what = item switch
        {
            ItemKind.PowerTransformer => new PowerTransformer
            {
                Function = row.OptionalChoice<TransformerFunction>("function"),
                High = new Winding { RatedKilovolts = row.Number("high_kv", Unit.Kilovolt), RatedMegavoltamperes = row.Number("power_mva", Unit.Megavoltampere) },
                Low = new Winding { RatedKilovolts = row.Number("low_kv", Unit.Kilovolt) },
                VectorGroup = row.Code<VectorGroup>("vector_group", "must be a vector group such as YNa0d11"),
                FrequencyHertz = row.Number("frequency_hz", "Hz"),
                HighLowImpedancePercent = row.Number("impedance_percent", "%"),
            },
            ItemKind.GeneratingSet => new GeneratingSet
            {
                Kilovoltamperes = row.Number("power_kva", Unit.Kilovoltampere),
                Kilowatts = row.Number("power_kw", Unit.Kilowatt),
                Volts = row.Number("volts", Unit.Volt),
                ThreePhase = row.Flag("three_phase"),
                FrequencyHertz = row.Number("frequency_hz", "Hz"),
                Fuel = row.Text("fuel"),
            },
            ItemKind.GasTurbine => new GasTurbine { Megawatts = row.Number("power_mw", Unit.Megawatt), FrequencyHertz = row.Number("frequency_hz", "Hz") },
            ItemKind.CircuitBreaker => new CircuitBreaker
            {
                RatedKilovolts = row.Number("rated_kv", Unit.Kilovolt),
                RatedAmperes = row.Number("rated_a", "A"),
                BreakingKiloamperes = row.Number("breaking_ka", "kA"),
                FrequencyHertz = row.Number("frequency_hz", "Hz"),
                Medium = row.Text("medium"),
            },
            ItemKind.InstrumentTransformer => new InstrumentTransformer
            {
                Measures = row.OptionalChoice<InstrumentKind>("measures"),
                Um = row.Number("rated_kv", Unit.Kilovolt),
            },
            _ => new Goods(new Item(item, row.Required("description")), row.Quantity("per_unit", "unit") ?? Quantity.Pieces(1)),
        };
        return what with
        {
            Maker = row.Text("maker"),
            Year = row.Text("year") is null ? null : row.Whole("year", 0),
            Origin = Country(row, "origin"),
            TransportTonnes = row.Number("transport_t", Unit.Tonne),
        };
    }
}
