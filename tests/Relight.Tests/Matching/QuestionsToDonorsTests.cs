using Relight.Matching;
using Relight.Register;
using Relight.Sample;

namespace Relight.Tests.Matching;

/// <summary>What donors are asked, in which language, and in which order.</summary>
public class QuestionsToDonorsTests
{
    private static readonly IReadOnlyList<QuestionsToDonor> s_asked = QuestionsToDonors.Of(
        SampleNeeds.Of(SampleProblem.Default), SampleOffers.All, SamplePledges.Default.Organisations.ToDictionary(organisation => organisation.Id), Practice.Default);

    [Theory]
    [InlineData("UA", "uk")]
    [InlineData("AE", "ar")]
    [InlineData("PL", "en")]
    [InlineData(null, "en")]
    public void A_donor_is_asked_in_its_language(string? country, string language) =>
        Assert.Equal(language, DonorLanguage.Of(country is null ? null : Country.Parse(country, null)));

    [Fact]
    public void The_fewest_questions_come_first()
    {
        Assert.NotEmpty(s_asked);
        Assert.All(s_asked, donor =>
        {
            Assert.Equal(donor.Questions.OrderBy(question => question.Together).Select(question => question.Together), donor.Questions.Select(question => question.Together));
            Assert.All(donor.Questions, question => Assert.True(question.Together >= 1 && question.Needs >= 1));
        });
    }

    [Fact]
    public void Every_question_has_its_words_in_three_languages() => Assert.All(
        SampleNeeds.Of(SampleProblem.Default).SelectMany(need => SampleOffers.All.SelectMany(offer => MatchOffers.Judge(need, offer, Practice.Default).Questions)).Distinct(),
        question => Assert.Distinct([question.Text, question.Ukrainian, question.Arabic]));
}
