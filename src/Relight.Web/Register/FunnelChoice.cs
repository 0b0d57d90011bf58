using Relight.Ledger;
using Relight.Register;
using Relight.Web.Api;
using Relight.Web.Languages.Words;

namespace Relight.Web.Register;

/// <summary>Which line of the funnel a page follows: an item in a unit, or a currency. The address names it.</summary>
internal static class FunnelChoice
{
    /// <summary>The line that the address names; else the one that most contributions make up. Null where there is none.</summary>
    public static FunnelLine? Of(IReadOnlyList<FunnelLine> lines, string? address) =>
        lines.FirstOrDefault(line => AddressOf(line) == address)
        ?? lines.MaxBy(line => line.Stages[0].Total.Parts - line.Stages[0].Total.UnspecifiedParts);

    /// <summary>What is wrong with a line that an address names.</summary>
    public static IReadOnlyList<Fault> Faults(IReadOnlyList<FunnelLine> lines, string? address) =>
        string.IsNullOrEmpty(address) || lines.Any(line => AddressOf(line) == address) ? [] : [new Fault("of", Checks.Shown(address), "must be a line of the overview")];

    /// <summary>How the address names a line.</summary>
    public static string AddressOf(FunnelLine line) => $"{line.Item}:{line.Measure}{(line.IsMoney ? ":money" : "")}";

    /// <summary>Whether two lines follow the same.</summary>
    public static bool Same(FunnelLine one, FunnelLine other) => AddressOf(one) == AddressOf(other);

    /// <summary>What a line follows, in words.</summary>
    public static string NameOf(FunnelLine line)
    {
        var item = line.IsWorthOfGoods ? RegisterWords.WorthOfGoods : ItemWords.Of(line.Item);
        return RegisterWords.FunnelOf.With(item, MeasureOf(line));
    }

    /// <summary>Unit or currency of a line.</summary>
    public static string MeasureOf(FunnelLine line) =>
        Unit.TryParse(line.Measure, null, out var unit) ? UnitWords.Of(unit)
        : Currency.TryParse(line.Measure, null, out var currency) ? QuantityWords.Of(currency)
        : line.Measure;
}
