using System.Globalization;

namespace Relight.Benchmarks;

/// <summary>Options of a benchmark: <c>--name value</c>, each with a default.</summary>
internal sealed class BenchmarkOptions
{
    private readonly Dictionary<string, string> _given = [];
    private readonly HashSet<string> _used = ["data"];

    /// <summary>True where the result is to be JSON.</summary>
    public bool Json { get; private init; }

    /// <summary>Reads what stands behind the benchmark's name.</summary>
    /// <exception cref="ArgumentException">Something is no option, or has no value.</exception>
    public static BenchmarkOptions Read(ReadOnlySpan<string> args)
    {
        var options = new BenchmarkOptions { Json = args.Contains("--json") };
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json")
                continue;
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
                throw new ArgumentException($"'{args[i]}': an option is --name with a value behind it");
            options._given[args[i][2..]] = args[++i];
        }
        return options;
    }

    /// <summary>A text.</summary>
    public string Text(string name, string otherwise)
    {
        _used.Add(name);
        return _given.GetValueOrDefault(name, otherwise);
    }

    /// <summary>A list, its parts between commas.</summary>
    public string[] List(string name, string otherwise) => Text(name, otherwise).Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A whole number above 0.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public int Count(string name, int otherwise)
    {
        var text = Text(name, otherwise.ToString(CultureInfo.InvariantCulture));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new ArgumentException($"--{name} {text}: a whole number above 0 is needed");
    }

    /// <summary>Options that were given and that nobody asked for.</summary>
    public IReadOnlyList<string> Unused() => [.. _given.Keys.Where(name => !_used.Contains(name)).Order(StringComparer.Ordinal)];

    /// <summary>Path of a file of the benchmark data: below <c>--data</c>, or beside the repository in <c>shared/data</c>.</summary>
    /// <exception cref="ArgumentException">It is not there.</exception>
    public string Data(params string[] parts)
    {
        var root = Text("data", Beside());
        var path = Path.Combine([root, .. parts]);
        return File.Exists(path) || Directory.Exists(path)
            ? path
            : throw new ArgumentException($"{path} is absent: name the folder that holds {parts[0]} with --data");
    }

    private static string Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "data")))
                return Path.Combine(folder.FullName, "shared", "data");
        return Path.Combine("shared", "data");
    }
}
