namespace Relight.Register;

/// <summary>
/// Some records of a list in memory, column by column: a search reads only what it asks for. A row is never removed, so that its
/// number stands.
/// </summary>
internal abstract class KeptBlock
{
    /// <summary>Most bytes of a text column, which is one piece of memory.</summary>
    protected const int MostText = 1 << 28;

    /// <summary>Ids of the records.</summary>
    public List<Guid> Id { get; } = [];

    /// <summary>Whether a record is there no more, or stands in another row.</summary>
    public List<bool> IsGone { get; } = [];

    /// <summary>Whether its texts leave no room for another record.</summary>
    public abstract bool IsFull { get; }
}

/// <summary>The records of a list in memory.</summary>
/// <typeparam name="TBlock">A block of them.</typeparam>
/// <param name="rowsOfBlock">Most records of a block: few enough that each processor has some blocks, and that one which grows is soon copied.</param>
internal sealed class KeptColumns<TBlock>(int rowsOfBlock)
    where TBlock : KeptBlock, new()
{
    private readonly List<TBlock> _blocks = [];

    // Numbers alone, which the collector of memory need not look through.
    private readonly Dictionary<Guid, (int Block, int Row)> _places = [];
    private int _gone;

    /// <summary>The records.</summary>
    public IReadOnlyList<TBlock> Blocks => _blocks;

    /// <summary>Whether most rows are of records that are there no more, or stand in another.</summary>
    public bool IsWorn => _gone > _places.Count + rowsOfBlock;

    /// <summary>Where a record is; null where there is none.</summary>
    public (TBlock Block, int Row)? PlaceOf(Guid id) => _places.TryGetValue(id, out var place) ? (_blocks[place.Block], place.Row) : null;

    /// <summary>The block in which a new record gets the next row, of which the id is noted.</summary>
    public TBlock Next(Guid id)
    {
        if (_blocks is not [.., { IsFull: false } block] || block.Id.Count >= rowsOfBlock)
            _blocks.Add(block = new TBlock());
        _places.Add(id, (_blocks.Count - 1, block.Id.Count));
        block.Id.Add(id);
        block.IsGone.Add(false);
        return block;
    }

    /// <summary>Takes a record out, where it is there.</summary>
    public void Remove(Guid id)
    {
        if (!_places.Remove(id, out var place))
            return;
        _blocks[place.Block].IsGone[place.Row] = true;
        _gone++;
    }
}
