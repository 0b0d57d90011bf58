using System.Text;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions of several lists in memory.</summary>
internal static class KeptConditions
{
    /// <summary>What each block tells by itself.</summary>
    public static KeptCondition<TBlock> Of<TBlock>(Func<TBlock, Func<int, bool>> test)
        where TBlock : KeptBlock => new(_ => test);

    /// <summary>What many rows share, which is tested once for each value.</summary>
    public static KeptCondition<TBlock> Shared<TBlock>(Func<KeptOperation, bool[]> meets, Func<TBlock, List<int>> column)
        where TBlock : KeptBlock => new(kept =>
        {
            var isMet = meets(kept);
            return block =>
            {
                var numbers = column(block);
                return row => isMet[numbers[row]];
            };
        });

    /// <summary>A text of each row holds another.</summary>
    public static KeptCondition<TBlock> Text<TBlock>(string text, Func<TBlock, TextColumn> column)
        where TBlock : KeptBlock
    {
        var words = Encoding.UTF8.GetBytes(SearchText.Of(text));
        var condition = Of<TBlock>(block =>
        {
            var texts = column(block);
            return row => texts.Holds(row, words);
        });
        return condition with { IsOfText = true };
    }

    /// <summary>The row has one of some ids.</summary>
    public static KeptCondition<TBlock> Ids<TBlock>(Func<KeptOperation, KeptColumns<TBlock>> list, IEnumerable<Guid> ids)
        where TBlock : KeptBlock, new() => new(kept =>
        {
            var rows = ids.Distinct().Select(list(kept).PlaceOf).OfType<(TBlock Block, int Row)>().ToLookup(place => place.Block, place => place.Row);
            return block => rows[block].ToHashSet().Contains;
        });

    /// <summary>The name of a donor holds a text.</summary>
    public static KeptCondition<TBlock> Donor<TBlock>(string text, Func<TBlock, List<int>> column)
        where TBlock : KeptBlock
    {
        var holds = Holding(text);
        return Shared(kept => kept.Donors.Each(donors => holds(kept.NamesOf(donors).Words)), column);
    }

    /// <summary>The donors have one of these names, see <see cref="DonorGroupRow.Names"/>.</summary>
    public static KeptCondition<TBlock> Donor<TBlock>(IReadOnlyCollection<string> names, Func<TBlock, List<int>> column)
        where TBlock : KeptBlock
    {
        var wanted = names.ToHashSet();
        return Shared(kept => kept.Donors.Each(donors => wanted.Contains(kept.NamesOf(donors).Names)), column);
    }

    /// <summary>Whether a folded text holds another.</summary>
    public static Func<string, bool> Holding(string text)
    {
        var words = SearchText.Of(text);
        return folded => folded.Contains(words, StringComparison.Ordinal);
    }
}
