namespace Relight.Restoration;

/// <summary>A part of a bus's demand that counts more, or less, than the rest (a hospital's megawatt). What no entry names has weight 1.</summary>
/// <param name="Bus">Number of the bus.</param>
/// <param name="Megawatts">How much of its demand; the parts of one bus add up to its demand at most.</param>
/// <param name="Weight">Weight of each of these megawatts; 0 or more.</param>
public sealed record WeightedLoad(int Bus, double Megawatts, double Weight);

/// <summary>How many people live on a bus's demand.</summary>
/// <param name="Bus">Number of the bus.</param>
/// <param name="People">People; 0 or more.</param>
public sealed record BusPeople(int Bus, double People);

/// <summary>Hours that a crew needs between the sites of two repairs. Holds in both directions unless the way back is listed with hours of its own.</summary>
/// <param name="From">Element whose site it leaves.</param>
/// <param name="To">Element whose site it goes to.</param>
/// <param name="Hours">Hours on the way; 0 or more.</param>
public sealed record Travel(Relight.Grid.ElementId From, Relight.Grid.ElementId To, double Hours);
