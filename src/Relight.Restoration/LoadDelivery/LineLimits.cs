namespace Relight.Restoration.LoadDelivery;

/// <summary>The branches that have a limit, by the bus that they come from, as flows are looked through.</summary>
internal sealed class LineLimits
{
    /// <summary>Sorts a model's branches.</summary>
    public LineLimits(DeliveryModel model)
    {
        Branch = [.. Enumerable.Range(0, model.BranchCount).Where(k => double.IsFinite(model.Limit[k]))
            .OrderBy(k => model.BranchFrom[k]).ThenBy(k => k)];
        To = [.. Branch.Select(k => model.BranchTo[k])];
        Susceptance = [.. Branch.Select(k => model.Susceptance[k])];
        Shift = [.. Branch.Select(k => model.Shift[k])];
        Limit = [.. Branch.Select(k => model.Limit[k])];
        Start = new int[model.BusCount + 1];
        foreach (var branch in Branch)
            Start[model.BranchFrom[branch] + 1]++;
        for (var bus = 0; bus < model.BusCount; bus++)
            Start[bus + 1] += Start[bus];
    }

    /// <summary>Limited branches from bus i: places <c>Start[i] .. Start[i+1]−1</c> of the arrays below.</summary>
    public int[] Start { get; }

    /// <summary>Number of the branch in the model.</summary>
    public int[] Branch { get; }

    /// <summary>As in the model: bus it goes to, MW a radian, radians, MW.</summary>
    public int[] To { get; }

    /// <inheritdoc cref="To"/>
    public double[] Susceptance { get; }

    /// <inheritdoc cref="To"/>
    public double[] Shift { get; }

    /// <inheritdoc cref="To"/>
    public double[] Limit { get; }
}
