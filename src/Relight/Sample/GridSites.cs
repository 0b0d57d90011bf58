namespace Relight.Sample;

/// <summary>Where a bus of the synthetic grid stands. The point is made up, and lies within its oblast.</summary>
/// <param name="Bus">Number of the bus.</param>
/// <param name="Name">Made-up name.</param>
/// <param name="Oblast">P-code of its area.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Kilovolts">Nominal voltage in kV.</param>
/// <param name="People">People who live on its demand; 0 where it has none.</param>
public sealed record BusSite(
    int Bus,
    string Name,
    string Oblast,
    double Longitude,
    double Latitude,
    double Kilovolts,
    int People)
{
    /// <summary>Distance as the crow flies in km, good to a percent within the country.</summary>
    public double KilometresTo(BusSite other)
    {
        const double KilometresADegree = 111.2;
        var north = (other.Latitude - Latitude) * KilometresADegree;
        var east = (other.Longitude - Longitude) * KilometresADegree
            * Math.Cos(double.DegreesToRadians((Latitude + other.Latitude) / 2));
        return Math.Sqrt((north * north) + (east * east));
    }
}

/// <summary>A line or transformer of the synthetic grid, for people.</summary>
/// <param name="Row">Row of the branch.</param>
/// <param name="Name">Made-up name.</param>
/// <param name="Kilometres">Length in km; 0 for a transformer.</param>
public sealed record BranchSite(int Row, string Name, double Kilometres)
{
    /// <summary>True for a transformer.</summary>
    public bool IsTransformer => Kilometres == 0;
}

/// <summary>What drives a generator.</summary>
public enum GeneratorKind
{
    /// <summary>Nuclear.</summary>
    Nuclear,

    /// <summary>Hydro.</summary>
    Hydro,

    /// <summary>Coal or gas, electricity only.</summary>
    Thermal,

    /// <summary>Combined heat and power.</summary>
    HeatAndPower,

    /// <summary>Solar.</summary>
    Solar,
}

/// <summary>A generator of the synthetic grid, for people.</summary>
/// <param name="Row">Row of the generator.</param>
/// <param name="Name">Made-up name.</param>
/// <param name="Kind">What drives it.</param>
public sealed record GeneratorSite(int Row, string Name, GeneratorKind Kind);
