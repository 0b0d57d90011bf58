namespace Relight.Tests.Cli;

/// <summary><c>relight serve</c> opens nothing to others than it was told to.</summary>
public class ServeCommandTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("http://grid.example:5080")]
    public void What_operators_see_is_open_on_addresses_of_this_machine_alone(string url)
    {
        using var folder = new ScratchFolder();
        var run = CommandRun.Of("serve", "--data", folder.At("data"), "--as-operator", "--urls", "http://127.0.0.1:5080", url);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"--as-operator needs addresses that this machine alone reaches, such as http://127.0.0.1:5080: {url}", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }
}
