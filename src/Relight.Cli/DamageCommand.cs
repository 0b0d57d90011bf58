using System.CommandLine;
using System.Globalization;
using System.Text;
using Relight.Grid.Import;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary>
/// <c>relight network scenario FILE OUT</c>: a scenario of the damage that stands in a network file, in the tables of
/// PowerModelsRestoration.
/// </summary>
internal static class DamageCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "MATPOWER case with bus_damage, branch_damage or gen_damage" };
        var to = new Argument<string>("OUT") { Description = "Scenario file to write, JSON" };
        var hours = new Option<double>("--hours") { Description = "Hours of work where the file gives none", HelpName = "N", DefaultValueFactory = _ => 1 };
        var crews = new Option<int>("--crews") { Description = "Number of crews", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("scenario", "Writes a scenario of the damage that stands in a network file") { file, to, hours, crews };
        command.Validators.Add(result =>
        {
            if (result.GetResult(hours) is { } given && !(given.GetValueOrDefault<double>() is >= 0 and <= ScenarioReader.MostHours))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--hours must be from 0 to {ScenarioReader.MostHours}."));
            if (result.GetResult(crews) is { } count && count.GetValueOrDefault<int>() is < 1 or > 1000)
                result.AddError("--crews must be from 1 to 1000.");
        });
        command.SetAction(parsed => Run(terminal, parsed.GetValue(file)!, parsed.GetValue(to)!, parsed.GetValue(hours), parsed.GetValue(crews)));
        return command;
    }

    private static int Run(Terminal terminal, string file, string to, double hours, int crews)
    {
        var read = NetworkReader.ReadWithDamage(file);
        if (Findings.Refuse(terminal, read.Findings) || read.Value is not { } damaged)
            return ExitCode.BadInput;
        if (damaged.Damage.Count == 0)
            Findings.Refuse(terminal, [Finding.Warning(file, null, "marks nothing as damaged")]);
        var problem = new RestorationProblem(
            damaged.Network.Name,
            damaged.Network,
            [.. damaged.Damage.Select(damage => new Repair { Element = damage.Element, Hours = damage.Hours ?? hours })],
            [.. Enumerable.Range(1, crews).Select(number => new Crew { Name = $"Crew {number}" })]);
        var network = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(to))!, Path.GetFullPath(file));
        var text = Encoding.UTF8.GetBytes(ScenarioWriter.Write(problem, network) + "\n");
        if (WholeFile.Save(to, stream => stream.Write(text)) is { } trouble)
        {
            Findings.Refuse(terminal, [trouble]);
            return ExitCode.BadInput;
        }
        var total = damaged.Damage.Sum(damage => damage.Hours ?? hours);
        terminal.Out.WriteLine($"{to}: {Numbers.Count(damaged.Damage.Count, "damaged element", "damaged elements")}, {Numbers.Hours(total)} hours of work, {Numbers.Count(crews, "crew", "crews")}");
        return ExitCode.Done;
    }
}
