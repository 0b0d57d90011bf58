using System.Globalization;
using Relight.Funds;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Funds;

/// <summary>The tables of funds and of what their money is held for.</summary>
/// <param name="text">Values of the register in words.</param>
internal sealed class FundTables(RegisterText text)
{
    public Table<FundLine> Funds => new("funds", LayoutWords.Funds,
    [
        new("name", FundWords.Fund, row => new Cell(row.Name) { Link = row.Fund is { } fund ? $"funds/{fund}" : null, Language = "en" })
        {
            SortBy = row => row.Name,
            Filter = new Filter<FundLine>.Contains(row => row.Name),
            Hxl = "#financing+name",
            Csv = row => row.Name,
        },
        new("holder", FundWords.Holder, row => text.DonorCell([row.Holder], false)) { Hxl = "#org", Csv = row => row.Holder },
        new("earmark", FundWords.Earmark, row => !row.IsByEarmark ? FundWords.AnyEarmark.ToString()
            : row.Earmark is null ? FundWords.NoEarmark.ToString() : new Cell(row.Earmark) { Language = "en" })
        {
            Hxl = "#financing+earmark",
            Csv = row => row.Earmark,
        },
        new("currency", FundWords.Currency, row => row.Currency) { IsShort = true, Hxl = "#currency", Csv = row => row.Currency },
        Money("paidIn", FundWords.PaidIn, "#value+paid", row => row.PaidIn),
        Money("reserved", FundWords.Reserved, "#value+reserved", row => row.Reserved),
        Money("contracted", FundWords.Contracted, "#value+contracted", row => row.Contracted),
        Money("spent", FundWords.Spent, "#value+spent", row => row.Spent),
        Money("available", FundWords.Available, "#value+available", row => row.Available),
    ]);

    public static Table<ReservationLine> Reservations => new("reservations", FundWords.Reservations,
    [
        new("purpose", FundWords.Purpose, row => new Cell(row.Reservation.Purpose) { Language = "en" })
        {
            SortBy = row => row.Reservation.Purpose,
            Filter = new Filter<ReservationLine>.Contains(row => row.Reservation.Purpose),
            Hxl = "#activity+name",
            Csv = row => row.Reservation.Purpose,
        },
        new("fund", FundWords.Fund, row => new Cell(row.Fund) { Link = $"funds/{row.Reservation.Fund}", Language = "en" }) { SortBy = row => row.Fund, Hxl = "#financing+name", Csv = row => row.Fund },
        new("amount", FundWords.Amount, row => $"{Show.Number(row.Reservation.Reserved.Number)} {row.Currency}")
        {
            IsNumber = true,
            SortBy = row => row.Reservation.Reserved.Number,
            Hxl = "#value+reserved",
            Csv = row => row.Reservation.Reserved.Number.ToString(CultureInfo.InvariantCulture),
        },
        new("contracted", FundWords.Contracted, row => Show.Number(row.Reservation.Contracted.Number))
        {
            IsNumber = true,
            Hxl = "#value+contracted",
            Csv = row => row.Reservation.Contracted.Number.ToString(CultureInfo.InvariantCulture),
        },
        new("spent", FundWords.Spent, row => Show.Number(row.Reservation.Paid.Number))
        {
            IsNumber = true,
            Hxl = "#value+spent",
            Csv = row => row.Reservation.Paid.Number.ToString(CultureInfo.InvariantCulture),
        },
        new("state", FundWords.State, row => FundWords.Of(row.Reservation.State).ToString())
        {
            Filter = new Filter<ReservationLine>.OneOf(row => row.Reservation.State.ToString(), code => Enum.TryParse<ReservationState>(code, out var state) ? FundWords.Of(state) : code),
            IsShort = true,
            Hxl = "#status",
            Csv = row => row.Reservation.State.ToString(),
        },
        new("lapses", FundWords.LapsesAt, row => row.Reservation.State == ReservationState.Reserved ? Show.Instant(row.Reservation.LapsesAt) : "–")
        {
            SortBy = row => row.Reservation.LapsesAt,
            IsShort = true,
            Hxl = "#date+lapse",
            Csv = row => row.Reservation.LapsesAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
        new("seller", FundWords.Seller, row => row.Reservation.Seller is { } seller ? new Cell(seller) { Language = "en" } : "–") { Hxl = "#org+seller", Csv = row => row.Reservation.Seller },
    ]);

    private static Column<FundLine> Money(string key, Text title, string hxl, Func<FundLine, Amount> amount) =>
        new(key, title, row => Show.Number(amount(row).Number))
        {
            IsNumber = true,
            SortBy = row => amount(row).Number,
            Hxl = hxl,
            Csv = row => amount(row).Number.ToString(CultureInfo.InvariantCulture),
        };
}
