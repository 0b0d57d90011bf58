using System.Globalization;
using Relight.Grid;

namespace Relight.Cli;

/// <summary>Elements as people know them: what it is, and between which buses.</summary>
internal static class ElementNames
{
    /// <summary>For example <c>branch:17 line 12–15</c>.</summary>
    public static string Of(Network network, ElementId element) => element.Kind switch
    {
        ElementKind.Bus => $"{element} {network.Buses[network.IndexOf(element.Number)].Name}".TrimEnd(),
        ElementKind.Branch => OfBranch(network, element, network.Branches[element.Number - 1]),
        _ => $"{element} at {BusName(network, network.Generators[element.Number - 1].Bus)}",
    };

    private static string OfBranch(Network network, ElementId element, Branch branch) =>
        $"{element} {(branch.IsTransformer ? "transformer" : "line")} {BusName(network, branch.From)}–{BusName(network, branch.To)}";

    private static string BusName(Network network, int id) =>
        network.Buses[network.IndexOf(id)].Name ?? id.ToString(CultureInfo.InvariantCulture);
}
