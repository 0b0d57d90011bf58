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
        int[] jobs = [.. order];
        var crew = new int[jobs.Length];
        Array.Fill(crew, Schedule.AnyCrew);
        schedule.Place(jobs, crew);
        return new Candidate(jobs, crew, evaluation.Unserved(schedule));
    }
}
