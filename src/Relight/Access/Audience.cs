namespace Relight.Access;

/// <summary>Who is looking. Each sees what those before it see, and more.</summary>
public enum Audience
{
    /// <summary>Anyone, without an account: publications alone.</summary>
    Public,

    /// <summary>A donor: what is needed but not where, and its own gifts in full.</summary>
    Donor,

    /// <summary>A coordinator: everything but exact places.</summary>
    Coordination,

    /// <summary>An operator: its own places too.</summary>
    Operator,
}

/// <summary>
/// Marks a record as a view, and names the least audience that may see it.
/// A view is built by naming the fields that it has; tests walk these types and show what cannot be reached from them.
/// </summary>
/// <param name="audience">The least audience that may see it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ViewAttribute(Audience audience) : Attribute
{
    /// <summary>The least audience that may see it.</summary>
    public Audience Audience { get; } = audience;
}
