using Relight.Plans;
using Relight.Register;

namespace Relight.Storage;

/// <summary>A network model.</summary>
public sealed class GridModelRow : Row<GridModel, GridModelRow>
{
    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <inheritdoc/>
    protected override void FillColumns(GridModel record) => Name = record.Name;
}

/// <summary>A scenario.</summary>
public sealed class ScenarioRow : Row<Scenario, ScenarioRow>
{
    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The network model that it is on.</summary>
    public Id<GridModel> Model { get; private set; }

    /// <summary>The instant that its hours count from, UTC.</summary>
    public DateTimeOffset HourZero { get; private set; }

    /// <summary>When people entered it, UTC; null for one of which that is not told.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    /// <summary>The scenario that planning made it of; null for one that was entered.</summary>
    public Id<Scenario>? Of { get; private set; }

    /// <summary>Whether its hours of arrival reckon with offered units.</summary>
    public bool HasUnits { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Scenario record)
    {
        (Name, Model, HourZero, EnteredAt) = (record.Name, record.Model, record.HourZero, record.EnteredAt);
        (Of, HasUnits) = (record.Of, record.Units.Count > 0);
    }
}

/// <summary>A plan.</summary>
public sealed class PlanRow : Row<StoredPlan, PlanRow>
{
    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The scenario that it solves.</summary>
    public Id<Scenario> Scenario { get; private set; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    protected override void FillColumns(StoredPlan record) => (Name, Scenario) = (record.Name, record.Scenario);
}

/// <summary>What the equipment that repairs wait for is worth.</summary>
public sealed class NeedValuesRow : Row<NeedValues, NeedValuesRow>
{
    /// <summary>The plan that the values start from.</summary>
    public Id<StoredPlan> Plan { get; private set; }

    /// <summary>When they were kept, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    protected override void FillColumns(NeedValues record) => Plan = record.Plan;
}

/// <summary>A plan that was made anew and that nobody has adopted or left yet; one an operation at most.</summary>
public sealed class ReplanProposalRow : Row<ReplanProposal, ReplanProposalRow>
{
    /// <summary>The plan that it began with.</summary>
    public Id<StoredPlan> Plan { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    protected override void FillColumns(ReplanProposal record) => Plan = record.Plan;
}

/// <summary>What planning and allocating together gave.</summary>
public sealed class JointPlanningRow : Row<JointPlanning, JointPlanningRow>
{
    /// <summary>The plan that it gave.</summary>
    public Id<StoredPlan> Plan { get; private set; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    protected override void FillColumns(JointPlanning record) => Plan = record.Plan;
}
