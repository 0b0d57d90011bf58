using System.Reflection;
using System.Runtime.InteropServices;

namespace Relight.Benchmarks.Delivery;

/// <summary>Finds the solver libraries that the OR-Tools package brings, whose files are named otherwise on each system.</summary>
internal static class SolverLibraries
{
    private static readonly Dictionary<string, string[]> s_files = new()
    {
        ["Clp"] = ["libClp.so.1", "libClp.1.dylib", "Clp.dll"],
        ["highs"] = ["libhighs.so.1", "libhighs.1.dylib", "highs.dll"],
    };

    /// <summary>To be called once, before the first call of either.</summary>
    public static void Register() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), Find);

    private static IntPtr Find(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var file in s_files.GetValueOrDefault(library, []))
            if (NativeLibrary.TryLoad(file, assembly, path, out var handle))
                return handle;
        return IntPtr.Zero;
    }
}
