using Relight.Ledger;
using Relight.Register;

namespace Relight.Sample;

/// <summary>Outage reports of the sample, beside which the grid model can be held. Invented, as their source says: the grid is no real one, so no real report is about it.</summary>
internal static class SampleOutages
{
    private static readonly Source s_source = new(
        Id<Source>.Named("sample winter-2022 outages"),
        new Uri("https://example.org/relight-sample/outages"),
        "Sample (invented)",
        ReportedDate.On(new DateOnly(2022, 12, 14)),
        Language.Parse("en", null),
        new DateTimeOffset(2022, 12, 14, 12, 0, 0, TimeSpan.Zero),
        string.Join('\n', SampleText.List<OutageText>("outages").Select(text => text.Quote)));

    /// <summary>The source and the reports.</summary>
    public static IEnumerable<(string Key, ICommand Command)> Commands() =>
    [
        ("outages source", new RecordSource(s_source)),
        .. SampleText.List<OutageText>("outages").Select(text => ($"outage {text.Key}", (ICommand)new RecordOutageReport(new OutageReport
        {
            Id = ReportId(text.Key),
            Source = s_source.Id,
            Area = AreaCode.Parse(text.Area, null),
            Service = text.Service,
            People = SampleText.Amount(text.People).Bounds,
            From = text.From,
            Until = text.Until,
            Quote = text.Quote,
            Supersedes = text.Supersedes is null ? null : ReportId(text.Supersedes),
            Note = "invented for the sample",
        }))),
    ];

    private static Id<OutageReport> ReportId(string key) => Id<OutageReport>.Named("sample winter-2022 outage " + key);

    private sealed record OutageText(
        string Key, string Area, Service Service, string People, DateTimeOffset From, DateTimeOffset Until, string Quote, string? Supersedes = null);
}
