using Relight.Access;

namespace Relight.Web.Api;

/// <summary>A page of a list.</summary>
/// <typeparam name="TView">What is listed, as the reader's audience sees it.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Next">What to send as <c>after</c> for the page that follows; left out on the last.</param>
public sealed record ListPage<TView>(IReadOnlyList<TView> Items, string? Next);

/// <summary>How many rows of a list there are.</summary>
/// <param name="Total">How many meet the conditions.</param>
/// <param name="By">The field that they are counted by; left out where none is.</param>
/// <param name="Values">How many have each value, most first; a row with several values counts in each. Left out where no field is named.</param>
[View(Audience.Donor)]
public sealed record ListCount(long Total, string? By, IReadOnlyList<ValueCount>? Values);

/// <summary>How many rows have a value.</summary>
/// <param name="Value">The value; left out for those of which it is not known.</param>
/// <param name="Count">How many.</param>
[View(Audience.Donor)]
public sealed record ValueCount(string? Value, long Count);
