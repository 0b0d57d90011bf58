using Relight.Restoration.Search;

namespace Relight.Restoration.Exact;

/// <summary>What the exact search has found and proven. Worths of states are those of load delivery, rounded to 10⁻⁴ MW.</summary>
/// <param name="Best">The best way to do the repairs that is known, never worse than the one at the start.</param>
/// <param name="Bound">No schedule leaves less weighted energy unserved, MWh; never above what <paramref name="Best"/> leaves.</param>
/// <param name="IsProven">True where the best is optimal to a billionth of itself, or of all demand over an hour; the bound is then its own value.</param>
/// <param name="Served">What each set of repairs serves, and which branches stay open for it.</param>
/// <param name="Labels">Ways to do a set of repairs that were looked at.</param>
internal sealed record ExactResult(Candidate Best, double Bound, bool IsProven, ServedTable Served, long Labels);
