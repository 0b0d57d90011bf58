using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;

namespace Relight.Tests.Storage;

/// <summary>A register whose lists are searched, and how one goes through a list.</summary>
internal static class ListFixture
{
    private static readonly string[] s_words = ["генератори для лікарні", "Transformers, 330 kV", "blankets", "Straße lamps"];

    /// <summary>Sixty claims of several kinds, stages, amounts and days, some of which are not known.</summary>
    public static async Task<(RegisterFixture Register, IReadOnlyList<Claim> Claims)> Filled(TestDatabases test)
    {
        var register = await RegisterFixture.Open(test.Database);
        ItemKind[] kinds = [ItemKind.GeneratingSet, ItemKind.PowerTransformer, ItemKind.Fuel, ItemKind.Lighting];
        GoodsStage[] stages = [GoodsStage.Announced, GoodsStage.Received, GoodsStage.Withdrawn];
        Quantity?[] quantities =
        [
            Quantity.Pieces(10), Quantity.Pieces(40), new(Bounds.AtLeast(3), Unit.Tonne), new(Bounds.Exactly(2000), Unit.Kilogram),
            new(Bounds.AtMost(20), Unit.Piece), new(Bounds.Unspecified, Unit.Piece), null,
        ];
        var claims = new List<Claim>();
        for (var i = 0; i < 60; i++)
            claims.Add(await register.Recorded(register.Claim($"c{i}", Bounds.Exactly(1), stages[i % 3], by: i % 5 == 0 ? register.Other : register.Donor) with
            {
                Item = new Item(kinds[i % 4], s_words[i / 2 % 4]),
                Quantity = quantities[i % 7],
                Value = i % 3 == 0 ? new Money(Bounds.Exactly(100 * i), Currency.Parse(i % 4 == 0 ? "UAH" : "EUR", null), new DateOnly(2022, 11, 1)) : null,
                Date = i % 9 == 0 ? new ReportedDate(new(2022, 11, 1), new(2022, 11, 30), "2022-11") : ReportedDate.On(new DateOnly(2022, 11, 1).AddDays(i % 30)),
            }));
        return (register, claims);
    }

    /// <summary>All that searches find, page by page.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="search">The search of the next page.</param>
    /// <param name="order">Its order.</param>
    /// <param name="size">Rows of a page.</param>
    public static async Task<IReadOnlyList<Id<T>>> Paged<T, TRow>(RelightContext db, Func<IRowSearch<T>> search, RowOrder<T, TRow> order, int size)
        where T : class
        where TRow : Row<T, TRow>
    {
        var (all, cancel) = (new List<Id<T>>(), TestContext.Current.CancellationToken);
        RowPlace<T>? place = null;
        for (var isAll = false; !isAll;)
        {
            (var ids, isAll) = await search().Find(place, size, cancel);
            all.AddRange(ids);
            if (await db.Read<T, TRow>(ids, cancel) is [.., var last])
                place = new RowPlace<T>(order.KeyOf(last), last.Id);
        }
        Assert.Equal(all.Count, all.Distinct().Count());
        return all;
    }
}
