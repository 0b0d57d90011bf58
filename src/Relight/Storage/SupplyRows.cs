using Relight.Register;
using Relight.Supply;

namespace Relight.Storage;

/// <summary>What a maker can make.</summary>
public sealed class MakerCapacityRow : Row<MakerCapacity, MakerCapacityRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The maker.</summary>
    public Id<Organisation> Maker { get; private set; }

    /// <summary>What it makes.</summary>
    public ItemKind Item { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(MakerCapacity record) => (Version, Title, Maker, Item) =
        (record.Version, record.Title, record.Maker, record.Product.Item);
}
