namespace Relight.Restoration.Search;

/// <summary>A way to do the repairs: an order of all jobs and the crew wanted for each, with what it leaves unserved.</summary>
/// <param name="Order">All jobs, each once.</param>
/// <param name="Crew">Crew wanted for each job, or <see cref="Schedule.AnyCrew"/>.</param>
/// <param name="Unserved">Weighted MWh unserved.</param>
internal sealed record Candidate(int[] Order, int[] Crew, double Unserved)
{
    /// <summary>Jobs in this order by whichever crew can start first.</summary>
    public static Candidate Of(IEnumerable<int> order, Schedule schedule, Evaluation evaluation)
    {
        var candidate = Unvalued(order);
        schedule.Place(candidate.Order, candidate.Crew);
        return candidate with { Unserved = evaluation.Unserved(schedule) };
    }

    /// <summary>The same where nobody asks yet what it leaves unserved.</summary>
    public static Candidate Unvalued(IEnumerable<int> order)
    {
        int[] jobs = [.. order];
        var crew = new int[jobs.Length];
        Array.Fill(crew, Schedule.AnyCrew);
        return new Candidate(jobs, crew, double.PositiveInfinity);
    }
}
