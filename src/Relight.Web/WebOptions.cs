using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web;

/// <summary>What the host of the pages decides.</summary>
public sealed record WebOptions
{
    /// <summary>Where the register is.</summary>
    public required Database Database { get; init; }

    /// <summary>Addresses to listen on; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>What a reader without a token may see. The demonstration gives more, since all of its sites are invented.</summary>
    public Audience Audience { get; init; } = Audience.Public;

    /// <summary>Tokens that let their holder see more, until accounts exist: token → audience. Each has 16 characters or more.</summary>
    public IReadOnlyDictionary<string, Audience> Tokens { get; init; } = new Dictionary<string, Audience>();

    /// <summary>Tokens of donors, each with the organisation whose own gifts its holder sees in full. Each has 16 characters or more.</summary>
    public IReadOnlyDictionary<string, Id<Organisation>> Donors { get; init; } = new Dictionary<string, Id<Organisation>>();

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
