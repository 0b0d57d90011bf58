using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Relight.Register;

namespace Relight.Matching;

/// <summary>Offers of one kind, with the numbers that rules look at in columns, and what these numbers say of all of them for a need.</summary>
/// <param name="specification">Type of their specification.</param>
/// <param name="item">Their kind.</param>
/// <param name="places">Where they stand in the list of all offers; not more than <see cref="RankedColumn.Most"/>.</param>
internal sealed class OfferGroup(Type specification, ItemKind item, int[] places)
{
    private readonly ConcurrentDictionary<Column, Lazy<RankedColumn>> _columns = new(Identity.Of);

    /// <summary>Type of the specification.</summary>
    public Type Specification => specification;

    /// <summary>The kind.</summary>
    public ItemKind Item => item;

    /// <summary>Where its offers stand in the list of all offers.</summary>
    public IReadOnlyList<int> Places => places;

    /// <summary>What numbers leave of a group for a need, to be used again for the next.</summary>
    public sealed class Sieve
    {
        internal ushort[] Says { get; set; } = [];

        /// <summary>Offers that are left, by their place in the list of all.</summary>
        public List<int> Offers { get; } = [];

        /// <summary>What numbers say of each; null where a limit is so near that the rules have to be asked.</summary>
        public List<Verdict?> Verdicts { get; } = [];

        /// <summary>Rules that say more than numbers do, and are to be asked for each.</summary>
        public List<IRule> Left { get; } = [];
    }

    /// <summary>Finds the offers that numbers leave for a need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="worst">The worst verdict that is wanted.</param>
    /// <param name="offers">All offers.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="sieve">Takes what is left.</param>
    public void Sift(Need need, Verdict worst, IReadOnlyList<Offer> offers, Practice practice, Sieve sieve)
    {
        sieve.Offers.Clear();
        sieve.Verdicts.Clear();
        sieve.Left.Clear();
        var cuts = new List<RankedColumn.Cut>();
        foreach (var rule in Rules.For(need.Requirement.GetType(), specification))
        {
            if (rule.Bounds(need.Requirement, practice) is { } bounds)
                foreach (var bound in bounds)
                    cuts.Add(Column(bound.Column, offers, practice).In(bound));
            // That a unit with technical data is of the kind has been seen of the group.
            else if (!(rule is KindRule && specification != typeof(Goods) && need.Requirement is not (GoodsRequirement or MoneyRequirement)))
                sieve.Left.Add(rule);
        }
        if (sieve.Says.Length < RankedColumn.Padded(places.Length))
            sieve.Says = new ushort[RankedColumn.Padded(places.Length)];
        Judge(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cuts), sieve.Says, worst, sieve);
    }

    // Beside the verdicts, in order.
    private const ushort Doubt = (ushort)Verdict.DoesNotFit + 1;

    private void Judge(ReadOnlySpan<RankedColumn.Cut> cuts, ushort[] says, Verdict worst, Sieve sieve)
    {
        var (refused, accepted, ask) = (Vector256.Create((ushort)Verdict.DoesNotFit), Vector256.Create((ushort)worst), Vector256.Create(Doubt));
        for (var block = 0; block < places.Length; block += Vector256<ushort>.Count)
        {
            var (all, doubt) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
            foreach (ref readonly var cut in cuts)
            {
                all = Vector256.Max(all, cut.Says(block, ref doubt));
                if (all == refused)
                    break;
            }
            var wanted = Vector256.Equals(Vector256.Min(all, accepted), all);
            if (wanted == Vector256<ushort>.Zero)
                continue;
            Vector256.ConditionalSelect(doubt, ask, all).StoreUnsafe(ref says[block]);
            for (var left = wanted.ExtractMostSignificantBits(); left != 0; left &= left - 1)
            {
                var place = block + BitOperations.TrailingZeroCount(left);
                if (place >= places.Length)
                    break;
                sieve.Offers.Add(places[place]);
                sieve.Verdicts.Add(says[place] == Doubt ? null : (Verdict)says[place]);
            }
        }
    }

    private RankedColumn Column(Column column, IReadOnlyList<Offer> offers, Practice practice) => _columns.GetOrAdd(
        column, key => new Lazy<RankedColumn>(() => new RankedColumn([.. places.Select(place => key.Of(offers[place], practice))]))).Value;

    // A column is what its rule made it: two with the same name are two.
    private sealed class Identity : IEqualityComparer<Column>
    {
        public static Identity Of { get; } = new();

        public bool Equals(Column? one, Column? other) => ReferenceEquals(one, other);

        public int GetHashCode(Column column) => RuntimeHelpers.GetHashCode(column);
    }
}
