using Relight.Deliveries;
using Relight.Register;
using static Relight.Tests.Refusals.DeliveryRecords;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about installations refuse.</summary>
internal static class InstallationRefusals
{
    private static readonly Installation s_begun = new()
    {
        Id = Id<Installation>.Named("i"),
        Version = 1,
        Consignment = Plan.Consignment,
        Line = 1,
        Offer = TheOffer.Id,
        Need = AtSite.Id,
        Units = 1,
        Steps = Installation.StepsOf(ItemKind.GeneratingSet),
        BegunAt = Start.AddHours(40),
    };

    private static readonly Installation s_done = s_begun with { Done = [.. s_begun.Steps.Select(step => new StepDone(step, Start.AddHours(50), Now.By, null))] };

    private static readonly Installation s_inService = s_done with { InServiceAt = Start.AddHours(60) };

    public static IEnumerable<RefusalCase> Cases => [.. Beginnings, .. Steps, .. Holds, .. Parts];

    private static IEnumerable<RefusalCase> Beginnings
    {
        get
        {
            RefusalCase Case(string at, Consignment? consignment, int line = 1, int units = 1, bool id = false, double hours = 40) => new(
                nameof(BeginInstallation), at, () => BeginInstallation.Decide(
                    new(id, consignment, 0, ItemKind.GeneratingSet), new BeginInstallation(s_begun.Id, Plan.Consignment, line, units, Start.AddHours(hours)), Now));
            yield return Case("installation.id", Received, id: true);
            yield return Case("installation.consignment", null);
            yield return Case("installation.at", Received, hours: 73);
            yield return Case("installation.units", Received, units: 0);
            yield return Case("installation.line", Received, line: 2);
            yield return Case("installation.line", Received with { Lines = [Plan.Lines[0] with { Need = null }] });
            yield return Case("installation.units", UnderWay);

            var fuel = UnderWay with { Lines = [FuelLine(200)], Receipts = [ReceiptOf(200)] };
            RefusalCase Hand(string at, Consignment consignment, Quantity? amount, int units = 0, decimal before = 0) => new(
                nameof(BeginInstallation), at, () => BeginInstallation.Decide(
                    new(false, consignment, before, ItemKind.Fuel), new BeginInstallation(s_begun.Id, Plan.Consignment, 1, units, Start.AddHours(40), amount), Now));
            yield return Hand("installation.amount", Received, Litres(1), units: 1);
            yield return Hand("installation.units", fuel, Litres(100), units: 1);
            yield return Hand("installation.amount", fuel, null);
            yield return Hand("installation.amount", fuel, new Quantity(Bounds.Exactly(1), Unit.Tonne));
            yield return Hand("installation.amount", fuel, Litres(101), before: 100);
        }
    }

    private static IEnumerable<RefusalCase> Steps
    {
        get
        {
            RefusalCase Complete(string at, Installation? installation, InstallationStep step = InstallationStep.Placing, int version = 1, double hours = 50) => new(
                nameof(CompleteStep), at, () => CompleteStep.Decide(installation, new CompleteStep(s_begun.Id, version, step, Start.AddHours(hours)), Now));
            yield return Complete("installation", null);
            yield return Complete("expectedVersion", s_begun, version: 7);
            yield return Complete("installation", s_begun with { InServiceAt = Start.AddHours(60) });
            yield return Complete("at", s_begun, hours: 73);
            yield return Complete("step", s_begun, InstallationStep.Design);
            yield return Complete("step", s_done);
            yield return Complete("step", s_begun, InstallationStep.Commissioning);

            RefusalCase Energise(string at, Installation? installation, double hours = 60) => new(
                nameof(PutIntoService), at, () => PutIntoService.Decide(new(installation, GiftStages.None), new PutIntoService(s_begun.Id, 1, Start.AddHours(hours)), Now));
            yield return Energise("installation", null);
            yield return Energise("installation", s_begun);
            yield return Energise("installation", s_inService);
            yield return Energise("at", s_done, hours: 73);
            yield return Energise("at", s_done, hours: 49);
        }
    }

    private static IEnumerable<RefusalCase> Holds
    {
        get
        {
            RefusalCase Case(string at, HoldReason reason = HoldReason.NoMachine, double hours = 50) => new(
                nameof(HoldInstallation), at, () => HoldInstallation.Decide(s_begun, new HoldInstallation(s_begun.Id, 1, reason, "no crane", Start.AddHours(hours)), Now));
            yield return Case("since", hours: 73);
            yield return Case("reason", HoldReason.MissingPart);
        }
    }

    private static IEnumerable<RefusalCase> Parts
    {
        get
        {
            RefusalCase Case(string at, string part = "control cubicle", ItemKind kind = ItemKind.Switchgear, int pieces = 1, bool id = false, bool served = true) => new(
                nameof(ReportMissingPart), at, () => ReportMissingPart.Decide(
                    new(s_begun, served ? AtSite : null, id), new ReportMissingPart(s_begun.Id, 1, Id<Need>.Named("part"), part, kind, pieces), Now));
            yield return Case("need", id: true);
            yield return Case("pieces", pieces: 0);
            yield return Case("kind", kind: ItemKind.Money);
            yield return Case("installation", served: false);
            // What becomes a need is held to what holds of one, and told of the field that it was entered in.
            yield return Case("part", "cubicle for Made-up North");
        }
    }
}
