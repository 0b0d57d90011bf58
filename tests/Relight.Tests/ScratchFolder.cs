using System.Text;

namespace Relight.Tests;

/// <summary>A folder for one test, gone when the test is.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = new(TestFolder.Make());

    /// <summary>The folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>Names of the files in it, in order.</summary>
    public IEnumerable<string> Files => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>A path in it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, with halves of characters as U+FFFD; gives its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllBytes(At(name), Encoding.UTF8.GetBytes(text));
        return At(name);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
