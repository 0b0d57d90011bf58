using Relight.Funds;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Funds;

/// <summary>A fund in euros with what tests need to send its commands.</summary>
internal sealed class FundFixture(RegisterFixture register)
{
    public static readonly Currency Euro = Currency.Parse("EUR");
    public static readonly Currency Dollar = Currency.Parse("USD");

    public RegisterFixture Register { get; } = register;

    public Id<Fund> Fund { get; } = Id<Fund>.Named("energy");

    public static async Task<FundFixture> Open(TestDatabases test)
    {
        var fixture = new FundFixture(await RegisterFixture.Open(test.Database));
        await fixture.Register.Do(new OpenFund(fixture.Fund, "Energy fund", fixture.Register.Other.Id, Euro));
        return fixture;
    }

    public FundPayment Payment(string name, decimal amount, string? earmark = null) => new(
        Id<FundPayment>.Named(name), Fund, DonorGroup.Of(Register.Donor.Id), null, new Amount(amount), earmark, null, null, new(2022, 11, 30));

    public Task<Outcome> Pay(string name, decimal amount, string? earmark = null) =>
        Register.Send(new ContributeToFund(Payment(name, amount, earmark)));

    public Task<Outcome> Reserve(string name, decimal amount, string? earmark = null) =>
        Register.Send(new ReserveFromFund(Id<Reservation>.Named(name), Fund, new Amount(amount), "autotransformer", earmark));

    public Task<Outcome> Contract(string name, decimal amount) =>
        Register.Send(new ContractReservation(Id<Reservation>.Named(name), new Amount(amount), "Works", "C-1"));

    public Task<Outcome> PayOut(string name, decimal amount) =>
        Register.Send(new PayContract(Id<Reservation>.Named(name), new Amount(amount), new(2022, 11, 30)));

    public async Task<FundForCoordination> Read(TimeSpan later = default)
    {
        await using var db = Register.Database.Open();
        return Assert.Single(await FundList.ReadForCoordination(db, Register.Operation, Register.Clock.Now + later, TestContext.Current.CancellationToken));
    }
}
