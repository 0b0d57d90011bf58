using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Supply;
using Relight.Web.Api;
using Relight.Web.Register;

namespace Relight.Web.Supply;

/// <summary>What the pages and downloads on supply are asked: of which goods, and ordered today.</summary>
/// <param name="Goods">The kind of goods; null for all.</param>
internal sealed record SupplyQuestion(ItemKind? Goods)
{
    /// <summary>Name of the goods in the address.</summary>
    public const string Key = "goods";

    /// <summary>The question of an address; goods that are none are told, and all are taken.</summary>
    public static SupplyQuestion Of(string? goods, out IReadOnlyList<Fault> faults)
    {
        faults = [];
        if (string.IsNullOrEmpty(goods))
            return new((ItemKind?)null);
        if (Enum.TryParse<ItemKind>(goods, out var item) && Enum.GetName(item) == goods)
            return new(item);
        faults = [new Fault(Key, Checks.Shown(goods), "must be a kind of goods")];
        return new((ItemKind?)null);
    }

    /// <summary>What the goods depend on; null where there is no operation.</summary>
    public async Task<Dependence?> Dependence(CurrentOperation current, TimeProvider time)
    {
        var group = Goods is { } kind ? SupplyGroup.Of(kind) : SupplyGroup.Everything;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return await current.ReadAsync<Dependence>(async (db, operation) => await Relight.Supply.Dependence.Read(db, operation, group, today));
    }

    /// <summary>What makers can make of the goods.</summary>
    public async Task<IReadOnlyList<MakerCapacityForCoordination>> Makers(CurrentOperation current) =>
        [.. (await current.ReadAllAsync((db, operation, paging) => MakerCapacityList.Read(db, operation, paging))).Where(maker => Goods is null || maker.Product.Item == Goods)];

    /// <summary>Names of the needs in the language of the page.</summary>
    public async Task<IReadOnlyDictionary<Id<Need>, string>> Titles(CurrentOperation current) =>
        await current.ReadAsync<IReadOnlyDictionary<Id<Need>, string>>(async (db, operation) =>
        {
            var rows = db.Needs.AsNoTracking().Where(row => row.Operation == operation && (Goods == null || row.Item == Goods));
            return (await rows.ToListAsync()).ToDictionary(row => row.Id, row => Languages.Words.NeedWords.TitleOf(row.Read().Requirement));
        }) ?? new Dictionary<Id<Need>, string>();
}
