namespace Relight.Web.Languages.Words;

/// <summary>Names of the fields that refusals are about, where they do not stand beside the field.</summary>
public static class FieldWords
{
    private static readonly Dictionary<string, Text> s_names = new(StringComparer.Ordinal)
    {
        ["allocation"] = new("Allocation", "Розподіл", "التخصيص"),
        ["amount"] = DeliveryAmountWords.Amount,
        ["appeal"] = FundWords.Appeal,
        ["arrival"] = DeliveryFormWords.Arrival,
        ["at"] = DeliveryFormWords.At,
        ["bus"] = FacilityFormWords.Bus,
        ["claim"] = RegisterWords.Claim,
        ["code"] = DeliveryFormWords.Code,
        ["command"] = new("This form", "Ця форма", "هذا النموذج"),
        ["consignment"] = DeliveryWords.Consignment,
        ["contribution"] = RegisterFormWords.Contribution,
        ["date"] = RegisterWords.Date,
        ["days"] = FacilityWords.DaysAsked,
        ["departure"] = DeliveryFormWords.Departure,
        ["description"] = RegisterFormWords.ItemWords,
        ["donors"] = RegisterWords.Donors,
        ["essentialKilowatts"] = FacilityWords.Essential,
        ["exact"] = FacilityFormWords.ExactName,
        ["expectedArrival"] = DeliveryFormWords.Arrival,
        ["expectedDeparture"] = DeliveryFormWords.Departure,
        ["expectedVersion"] = new("What you saw", "Те, що ви бачили", "ما رأيتموه"),
        ["facility"] = FacilityWords.Facility,
        ["from"] = FacilityWords.From,
        ["fuels"] = FacilityWords.Fuels,
        ["fund"] = FundWords.Fund,
        ["goods"] = AddressWords.Goods,
        ["gaugeMillimetres"] = DeliveryFormWords.Gauge,
        ["gaugesMillimetres"] = DeliveryWords.Gauges,
        ["hour"] = AddressWords.Hour,
        ["hub"] = DeliveryFormWords.IsHub,
        ["installation"] = DeliveryWords.Installation,
        ["isHub"] = DeliveryFormWords.IsHub,
        ["kind"] = FacilityFormWords.Kind,
        ["item"] = RegisterWords.Item,
        ["leg"] = DeliveryFormWords.Leg,
        ["legs"] = DeliveryWords.Way,
        ["link"] = RegisterFormWords.Link,
        ["lines"] = DeliveryWords.Lines,
        ["line"] = DeliveryWords.Lines,
        ["much"] = DeliveryAmountWords.HowMuch,
        ["outcome"] = LossWords.Became,
        ["measure"] = BoundsWords.Unit,
        ["mode"] = DeliveryFormWords.Mode,
        ["money"] = RegisterWords.Money,
        ["name"] = DeliveryFormWords.Name,
        ["need"] = DeliveryWords.Need,
        ["note"] = DeliveryFormWords.Note,
        ["oblast"] = NeedWords.Oblast,
        ["of"] = AddressWords.FunnelLine,
        ["offer"] = DeliveryWords.Goods,
        ["organisation"] = FacilityWords.RunBy,
        ["page"] = AddressWords.Page,
        ["packages"] = DeliveryFormWords.PackagesOfLine,
        ["papers"] = DeliveryWords.Papers,
        ["part"] = DeliveryFormWords.Part,
        ["parts"] = RegisterWords.Values,
        ["payment"] = FundWords.PaidIn,
        ["people"] = FacilityWords.People,
        ["pieces"] = DeliveryFormWords.Pieces,
        ["plan"] = LayoutWords.Plan,
        ["quantity"] = RegisterWords.Quantity,
        ["quote"] = RegisterWords.Quote,
        ["reason"] = FormWords.Why,
        ["repair"] = AddressWords.Repair,
        ["replaces"] = FundFormWords.Rate,
        ["report"] = RegisterFormWords.Report,
        ["reservation"] = FundWords.Reservations,
        ["seenAmount"] = new("What you saw", "Те, що ви бачили", "ما رأيتموه"),
        ["seenUnits"] = new("What you saw", "Те, що ви бачили", "ما رأيتموه"),
        ["since"] = DeliveryFormWords.Since,
        ["sort"] = AddressWords.Sort,
        ["source"] = RegisterWords.Source,
        ["stage"] = RegisterWords.Stage,
        ["step"] = DeliveryFormWords.Step,
        ["supersedes"] = RegisterFormWords.TakesPlaceOf,
        ["take"] = AddressWords.Taken,
        ["tankLitres"] = FacilityWords.Tank,
        ["threePhase"] = SpecificationWords.ThreePhase,
        ["title"] = DeliveryFormWords.Title,
        ["to"] = DeliveryFormWords.To,
        ["toleranceHours"] = FacilityWords.Tolerance,
        ["tonnes"] = DeliveryWords.Mass,
        ["typicalKilowatts"] = FacilityWords.Typical,
        ["units"] = DeliveryWords.Units,
        ["until"] = FundWords.Until,
        ["value"] = RegisterWords.Money,
        ["version"] = new("What you saw", "Те, що ви бачили", "ما رأيتموه"),
        ["volts"] = SpecificationWords.RatedVoltage,
        ["why"] = FormWords.Why,
    };

    /// <summary>Name of a field; its path as the register has it where no page shows the field.</summary>
    /// <param name="path">Path of the field, e.g. <c>legs[1].to</c>.</param>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('.');
        var last = parts[^1].Split('[')[0];
        if (!s_names.TryGetValue(last, out var name))
            return path;
        var row = parts[0].EndsWith(']') && parts.Length > 1 && int.TryParse(parts[0][(parts[0].IndexOf('[', StringComparison.Ordinal) + 1)..^1], out var index)
            ? $"{Of(parts[0].Split('[')[0])} {index + 1}: " : "";
        return row + name;
    }
}
