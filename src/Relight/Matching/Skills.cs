namespace Relight.Matching;

/// <summary>Skills that work takes, by the words that crews and repairs have for them.</summary>
public static class Skills
{
    /// <summary>Power transformers.</summary>
    public const string Transformer = "transformer";

    /// <summary>Bars, bays and switchgear.</summary>
    public const string Substation = "substation";

    /// <summary>Overhead lines and cables.</summary>
    public const string Line = "line";

    /// <summary>Generating sets, turbines, batteries and what hangs on them.</summary>
    public const string Generator = "generator";
}
