using Relight.Ledger;

namespace Relight.Register;

/// <summary>Tells the author of an adoption what someone else put in the meantime where they wanted to put theirs.</summary>
internal static class AdoptionConflicts
{
    private const string Rule = "was changed by someone else since you read it: choose one of the two values";

    public static void TellVersion(Checks checks, Contribution contribution, AdoptClaim command) =>
        checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{contribution.Version}", "the contribution has changed since you read it"));

    public static void Tell(Checks checks, Contribution contribution, ClaimAdopted wanted, AdoptClaim command)
    {
        TellVersion(checks, contribution, command);
        if (wanted.Title is { } title && title != contribution.Title)
            checks.Add(new Conflict("title", title, contribution.Title, Rule));
        if (wanted.Donors is { } donors && !donors.Equals(contribution.Donors.Value))
            checks.Add(new Conflict("donors", donors.Key, contribution.Donors.Value.Key, Rule));
        if (wanted.Recipient is { } recipient && contribution.Recipient is { } theirs && theirs.Value != recipient)
            checks.Add(new Conflict("recipient", recipient.ToString(), theirs.Value.ToString(), Rule));
        if (wanted.Item is { } item && contribution.Items.FirstOrDefault(i => ContributionChange.SamePlace(i.Value, item)) is { } was)
            checks.Add(new Conflict("quantity", item.Quantity.ToString(), was.Value.Quantity.ToString(), Rule));
        if (wanted.Money is { } money && contribution.Values.FirstOrDefault(v => ContributionChange.SamePlace(v.Value, money)) is { } stood)
            checks.Add(new Conflict("value", money.Money.ToString(), stood.Value.Money.ToString(), Rule));
    }
}
