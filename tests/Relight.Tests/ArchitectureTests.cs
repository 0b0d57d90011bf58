using System.Reflection;

namespace Relight.Tests;

/// <summary>Grid ← Restoration ← Relight ← Web ← Cli: no assembly refers to one further along.</summary>
public class ArchitectureTests
{
    private static readonly string[] s_order =
        ["Relight.Grid", "Relight.Restoration", "Relight", "Relight.Web", "Relight.Cli"];

    [Theory]
    [InlineData("Relight.Grid")]
    [InlineData("Relight.Restoration")]
    [InlineData("Relight")]
    [InlineData("Relight.Web")]
    public void Refers_only_to_what_stands_before_it(string assembly)
    {
        var allowed = s_order.TakeWhile(name => name != assembly).ToHashSet();
        var own = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => s_order.Contains(name));
        Assert.All(own, name => Assert.Contains(name, allowed));
    }

    [Fact]
    public void Grid_needs_nothing_but_the_framework()
    {
        var references = Assembly.Load("Relight.Grid").GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, name => Assert.True(name.StartsWith("System", StringComparison.Ordinal), name));
    }

    [Fact]
    public void Nothing_that_works_for_real_stands_on_the_sample()
    {
        // These tell the sample apart, so that nobody takes it for real.
        string[] labels = ["GridMap.razor", "MainLayout.razor", "RegisterText.cs"];
        var sample = Repository.At("src", "Relight", "Sample");
        var users = new[] { Repository.At("src", "Relight"), Repository.At("src", "Relight.Web") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.StartsWith(sample, StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("using Relight.Sample", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)).Except(labels);
        Assert.Empty(users);
    }
}
