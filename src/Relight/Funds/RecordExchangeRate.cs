using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Enters the exchange rate of a day, or corrects one.</summary>
/// <param name="Rate">The rate, with its day and its source.</param>
/// <param name="Replaces">The rate that its author saw for this pair and day and puts right; null where there was none.</param>
public sealed record RecordExchangeRate(ExchangeRate Rate, decimal? Replaces = null) : ICommand
{
    private const decimal Smallest = 0.000001m;
    private const decimal Largest = 1_000_000m;

    /// <summary>The currencies must be known and differ, the rate be possible and of no future day, and nobody have put another there.</summary>
    /// <param name="standing">The rate of this pair and day; null where there is none.</param>
    /// <param name="operationOpen">Whether the operation is open.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(ExchangeRate? standing, bool operationOpen, RecordExchangeRate command, Moment moment)
    {
        var rate = command.Rate;
        var checks = new Checks()
            .Require(operationOpen, "operation", null, "must have been opened")
            .Require(rate.Date <= DateOnly.FromDateTime(moment.At.UtcDateTime), "rate.date", rate.Date, "must not lie in the future");
        Check(checks, "rate", rate);
        if (standing?.Rate != command.Replaces)
            checks.Add(new Conflict("replaces", Text(command.Replaces), Text(standing?.Rate), "the rate of this pair and day is another one now"));
        return checks.Or(() => new ExchangeRateRecorded(rate));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var (from, to, date) = (Rate.From.Code, Rate.To.Code, Rate.Date);
        var row = await db.ExchangeRates.AsNoTracking().FirstOrDefaultAsync(
            row => row.Operation == moment.Operation && row.From == from && row.To == to && row.Date == date, cancel);
        return Decide(
            row is null ? null : LedgerJson.Read<ExchangeRate>(row.Document),
            await db.Operations.AnyAsync(operation => operation.Id == moment.Operation, cancel),
            this,
            moment);
    }

    /// <summary>What holds for every rate, wherever it is entered.</summary>
    internal static void Check(Checks checks, string path, ExchangeRate rate) => checks
        .Require(rate.From != rate.To, $"{path}.to", rate.To, "must be another currency than the one given")
        .Require(rate.From != Currency.Unknown, $"{path}.from", rate.From, "an unknown currency converts into nothing")
        .Require(rate.To != Currency.Unknown, $"{path}.to", rate.To, "nothing converts into an unknown currency")
        .Require(rate.Rate is >= Smallest and <= Largest, $"{path}.rate", rate.Rate, "must be from 0.000001 to 1000000")
        .Text($"{path}.source", rate.Source);

    private static string? Text(decimal? rate) => rate?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The exchange rate of a day was entered or corrected.</summary>
/// <param name="Rate">The rate.</param>
public sealed record ExchangeRateRecorded(ExchangeRate Rate) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var document = LedgerJson.Write(Rate);
        if (await db.ExchangeRates.FindAsync([moment.Operation, Rate.From.Code, Rate.To.Code, Rate.Date], cancel) is { } row)
            row.Document = document;
        else
            db.ExchangeRates.Add(new ExchangeRateRow
            {
                Operation = moment.Operation,
                From = Rate.From.Code,
                To = Rate.To.Code,
                Date = Rate.Date,
                Document = document,
            });
    }
}
