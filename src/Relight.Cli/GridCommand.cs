using System.CommandLine;

namespace Relight.Cli;

/// <summary><c>relight grid</c>: an operator's own grid in a register, and its plan.</summary>
internal static class GridCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal) =>
        new("grid", "Brings your own grid, its damage and its plan into a register") { GridEnterCommand.Create(terminal), GridPlanCommand.Create(terminal) };
}
