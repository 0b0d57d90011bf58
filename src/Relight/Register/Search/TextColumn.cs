using System.Runtime.InteropServices;
using System.Text;

namespace Relight.Register;

/// <summary>A text of each row, in UTF-8 one behind the other: going through all of them is reading one piece of memory.</summary>
internal sealed class TextColumn
{
    private readonly List<byte> _letters = [];
    private readonly List<int> _ends = [];

    /// <summary>How many bytes all of them take.</summary>
    public int Length => _letters.Count;

    /// <summary>Adds the text of the next row.</summary>
    public void Add(string text)
    {
        var length = _letters.Count + Encoding.UTF8.GetByteCount(text);
        var start = _letters.Count;
        CollectionsMarshal.SetCount(_letters, length);
        Encoding.UTF8.GetBytes(text, CollectionsMarshal.AsSpan(_letters)[start..]);
        _ends.Add(length);
    }

    /// <summary>Whether the text of a row holds another, as UTF-8 has it.</summary>
    public bool Holds(int row, byte[] words)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return CollectionsMarshal.AsSpan(_letters)[start.._ends[row]].IndexOf(words) >= 0;
    }
}
