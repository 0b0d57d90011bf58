using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>A question to a donor about an offer.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Title">Short name of the offer.</param>
/// <param name="Value">The value that is missing, by the name of its field.</param>
/// <param name="Text">The question in the donor's language.</param>
/// <param name="Together">How many questions, this one among them, would settle the offer for the need where it takes the fewest.</param>
/// <param name="Needs">How many needs it would help to tell.</param>
[View(Audience.Coordination)]
public sealed record DonorQuestion(Id<Offer> Offer, string Title, string Value, string Text, int Together, int Needs);

/// <summary>What to ask a donor.</summary>
/// <param name="Donor">The donor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language">BCP 47 tag of the language in which it is asked.</param>
/// <param name="Questions">The questions, those first that settle an offer with the fewest.</param>
[View(Audience.Coordination)]
public sealed record QuestionsToDonor(Id<Organisation> Donor, string Name, string Language, IReadOnlyList<DonorQuestion> Questions);

/// <summary>What to ask donors, so that what cannot be told yet of their offers can.</summary>
public static class QuestionsToDonors
{
    /// <summary>The questions of an operation, by donor; donors of whom one answer settles most come first.</summary>
    public static async Task<IReadOnlyList<QuestionsToDonor>> Read(
        RelightContext db, Id<Operation> operation, Practice practice, CancellationToken cancel = default)
    {
        var needs = (await db.Needs.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var offers = (await db.Offers.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var donors = await db.Organisations.AsNoTracking().Where(row => row.Operation == operation).ToDictionaryAsync(row => row.Id, row => row.Read(), cancel);
        return Of(needs, offers, donors, practice);
    }

    /// <summary>The questions about some offers for some needs.</summary>
    public static IReadOnlyList<QuestionsToDonor> Of(
        IReadOnlyList<Need> needs, IReadOnlyList<Offer> offers, IReadOnlyDictionary<Id<Organisation>, Organisation> donors, Practice practice)
    {
        var index = new MatchIndex(offers, practice);
        var open =
            from need in needs
            from candidate in index.ForNeed(need)
            where candidate.Verdict == Verdict.CannotTellYet
            let offer = offers[candidate.Offer]
            let asked = MatchOffers.Judge(need, offer, practice).Deciding.Where(question => question.To == Asked.Donor).ToList()
            from question in asked
            select (Offer: offer, Question: question, asked.Count);
        var questions =
            from one in open
            group one by (one.Offer.Id, one.Question.Value) into same
            let first = same.First()
            let donor = donors[first.Offer.Donor]
            select (Donor: donor, Asked: new DonorQuestion(
                first.Offer.Id, first.Offer.Title, first.Question.Value, first.Question.Phrase.In(DonorLanguage.Of(donor.Country)), same.Min(one => one.Count), same.Count()));
        return [.. questions
            .GroupBy(pair => pair.Donor.Id)
            .Select(group => new QuestionsToDonor(
                group.Key, group.First().Donor.Name, DonorLanguage.Of(group.First().Donor.Country),
                [.. group.Select(pair => pair.Asked).OrderBy(asked => asked.Together).ThenByDescending(asked => asked.Needs).ThenBy(asked => asked.Offer).ThenBy(asked => asked.Value, StringComparer.Ordinal)]))
            .OrderBy(donor => donor.Questions[0].Together).ThenByDescending(donor => donor.Questions[0].Needs).ThenBy(donor => donor.Name, StringComparer.Ordinal)];
    }
}
