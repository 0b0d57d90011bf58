using Relight.Access;
using Relight.Deliveries;
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

    /// <summary>Tokens of donors without an organisation and of coordinators, until accounts exist: token → audience. Each has 16 characters or more.</summary>
    public IReadOnlyDictionary<string, Audience> Tokens { get; init; } = new Dictionary<string, Audience>();

    /// <summary>Tokens of donors, each with the organisation whose own gifts its holder sees in full. Each has 16 characters or more.</summary>
    public IReadOnlyDictionary<string, Id<Organisation>> Donors { get; init; } = new Dictionary<string, Id<Organisation>>();

    /// <summary>Tokens of operators, each with the organisation whose own places its holder sees. Each has 16 characters or more.</summary>
    public IReadOnlyDictionary<string, Id<Organisation>> Operators { get; init; } = new Dictionary<string, Id<Organisation>>();

    /// <summary>Tokens of planners: operators who also see the network model and the plans made on it. Each has 16 characters or more.</summary>
    public IReadOnlyDictionary<string, Id<Organisation>> Planners { get; init; } = new Dictionary<string, Id<Organisation>>();

    /// <summary>Token of the administrator, which opens the backup alone; null for none. It has 16 characters or more.</summary>
    public string? AdministratorToken { get; init; }

    /// <summary>How old what the public sees is at least; 14 days unless the host or <c>Relight__PublicationDelayDays</c> says otherwise.</summary>
    public TimeSpan PublicationDelay { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Company prefix of GS1 in the numbers of packages; the one for examples unless the host or <c>Relight__CompanyPrefix</c> gives the operation's own.</summary>
    public string CompanyPrefix { get; init; } = Sscc.ExamplePrefix;

    /// <summary>Address under which phones reach the host, as labels carry it; null for the one that the page of labels was asked under. <c>Relight__PublicAddress</c> sets it.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
