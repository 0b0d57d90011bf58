using System.Text.RegularExpressions;
using Relight.Tests.Cli;

namespace Relight.Tests;

/// <summary>What the documents show is what the program does: commands run, output and files are as shown, links lead somewhere.</summary>
public partial class DocumentationTests
{
    private const string Command = "dotnet run --project src/Relight.Cli -- ";

    public static TheoryData<string> Pages() =>
    [
        .. Directory.GetFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.Root, "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Repository.At(page))!;
        Assert.All(
            Link().Matches(File.ReadAllText(Repository.At(page))).Select(m => m.Groups[1].Value).Where(l => !l.Contains("://", StringComparison.Ordinal)),
            link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{page} links to {link}"));
    }

    [Theory]
    [InlineData("docs/guide/plan-your-own-network.md", "scenario.json")]
    [InlineData("docs/guide/replan-value-compare.md", "changes.json")]
    [InlineData("docs/guide/your-own-operation.md", "scenario.json")]
    public void The_planning_guides_show_what_the_program_prints(string page, string json)
    {
        using var folder = new ScratchFolder();
        var last = "";
        var shown = Block().Replace(File.ReadAllText(Repository.At(page)), block =>
        {
            var (kind, text) = (block.Groups[1].Value, block.Groups[2].Value);
            if (kind == "sh")
                last = Run(text.Trim(), folder);
            var expected = kind switch
            {
                "text" => last,
                "json" => File.ReadAllText(Repository.At("samples", "town", json)),
                _ => text,
            };
            return $"```{kind}\n{expected}```";
        });
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Approval.Verify(shown, page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_and_options_that_a_page_names_are_there(string page) => Assert.All(
        CommandLine().Matches(File.ReadAllText(Repository.At(page))).Select(match => match.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        words =>
        {
            var command = words.Skip(Array.FindLastIndex(words, word => word is "relight" or "--") + 1).TakeWhile(word => Word().IsMatch(word)).Take(words.Contains("grid") || words.Contains("network") || words.Contains("ledger") ? 2 : 1).ToArray();
            var help = CommandRun.Of([.. command, "--help"]);
            Assert.Contains($"  relight {string.Join(' ', command)}", help.Out, StringComparison.Ordinal);
            Assert.All(words.Select(word => word.Trim('[', ']')).Where(word => word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2).SkipWhile(word => word == "--project"),
                option => Assert.Contains(option, help.Out, StringComparison.Ordinal));
        });

    private static string Run(string command, ScratchFolder folder)
    {
        Assert.StartsWith(Command, command, StringComparison.Ordinal);
        var args = command[Command.Length..].Split(' ').Select(arg =>
            arg.StartsWith("samples/", StringComparison.Ordinal) ? Repository.At(arg) : arg is "plan.json" or "new.json" or "new-scenario.json" or "town-data" ? folder.At(arg) : arg);
        var run = CommandRun.Of([.. args]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return string.Join('\n', run.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    // In a line of a block, or between marks of code.
    [GeneratedRegex(@"(?<=^|`)(?:relight|dotnet run --project src/Relight\.Cli --) [a-z][^`\n#|>…]*", RegexOptions.Multiline)]
    private static partial Regex CommandLine();

    [GeneratedRegex("^[a-z]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
