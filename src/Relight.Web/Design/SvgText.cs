using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Relight.Web.Design;

/// <summary>A text in a drawing. A component, because Razor takes an element of this name for its own.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Place across.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>Place down, of the base line.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public required string Says { get; set; }

    /// <summary>Class of the style sheet.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>What stands at the place: <c>start</c>, <c>middle</c> or <c>end</c> of the text.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    /// <summary>Whether a screen reader passes over it, since other words say the same.</summary>
    [Parameter]
    public bool Hidden { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Show.Raw(X));
        builder.AddAttribute(2, "y", Show.Raw(Y));
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "class", Class);
        builder.AddAttribute(5, "aria-hidden", Hidden ? "true" : null);
        builder.AddContent(6, Says);
        builder.CloseElement();
    }
}
