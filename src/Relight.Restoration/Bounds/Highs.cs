using System.Reflection;
using System.Runtime.InteropServices;

namespace Relight.Restoration.Bounds;

/// <summary>
/// The C interface of HiGHS (Huangfu and Hall 2018, "Parallelizing the dual revised simplex method"), as the OR-Tools
/// package brings it. OR-Tools' own interface to it keeps neither a bound where time runs out nor a basis from one solve
/// to the next, which is what bounding needs.
/// </summary>
internal static partial class Highs
{
    public const int Optimal = 7, Infeasible = 8, SimplexInterrupt = 1, MipInterrupt = 6;
    private const string Library = "highs";

    static Highs() => NativeLibrary.SetDllImportResolver(typeof(Highs).Assembly, Resolve);

    /// <summary>What HiGHS calls to learn whether it is to stop; the first field of its answer says so.</summary>
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate void Callback(int kind, nint message, nint dataOut, nint dataIn, nint userData);

    [LibraryImport(Library, EntryPoint = "Highs_create")]
    public static partial nint Create();

    [LibraryImport(Library, EntryPoint = "Highs_destroy")]
    public static partial void Destroy(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_setBoolOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetBool(nint highs, string option, int value);

    [LibraryImport(Library, EntryPoint = "Highs_setIntOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetInt(nint highs, string option, int value);

    [LibraryImport(Library, EntryPoint = "Highs_setDoubleOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetDouble(nint highs, string option, double value);

    [LibraryImport(Library, EntryPoint = "Highs_setStringOptionValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetString(nint highs, string option, string value);

    [LibraryImport(Library, EntryPoint = "Highs_passMip")]
    public static partial int PassMip(
        nint highs, int columns, int rows, int entries, int format, int sense, double offset,
        double[] cost, double[] low, double[] high, double[] rowLow, double[] rowHigh,
        int[] start, int[] index, double[] value, int[] integrality);

    [LibraryImport(Library, EntryPoint = "Highs_passLp")]
    public static partial int PassLp(
        nint highs, int columns, int rows, int entries, int format, int sense, double offset,
        double[] cost, double[] low, double[] high, double[] rowLow, double[] rowHigh,
        int[] start, int[] index, double[] value);

    [LibraryImport(Library, EntryPoint = "Highs_changeColBounds")]
    public static partial int ChangeBounds(nint highs, int column, double low, double high);

    [LibraryImport(Library, EntryPoint = "Highs_changeColIntegrality")]
    public static partial int ChangeIntegrality(nint highs, int column, int integrality);

    [LibraryImport(Library, EntryPoint = "Highs_changeColCost")]
    public static partial int ChangeCost(nint highs, int column, double cost);

    [LibraryImport(Library, EntryPoint = "Highs_addRow")]
    public static partial int AddRow(nint highs, double low, double high, int entries, int[] index, double[] value);

    [LibraryImport(Library, EntryPoint = "Highs_setSparseSolution")]
    public static partial int SetStart(nint highs, int entries, int[] index, double[] value);

    [LibraryImport(Library, EntryPoint = "Highs_zeroAllClocks")]
    public static partial int ZeroClocks(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_run")]
    public static partial int Run(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_getModelStatus")]
    public static partial int Status(nint highs);

    [LibraryImport(Library, EntryPoint = "Highs_getDoubleInfoValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetDouble(nint highs, string info, out double value);

    [LibraryImport(Library, EntryPoint = "Highs_getIntInfoValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetInt(nint highs, string info, out int value);

    [LibraryImport(Library, EntryPoint = "Highs_getSolution")]
    public static partial int GetSolution(nint highs, double[] value, double[]? dual, double[]? rowValue, double[]? rowDual);

    [LibraryImport(Library, EntryPoint = "Highs_setCallback")]
    public static partial int SetCallback(nint highs, Callback callback, nint userData);

    [LibraryImport(Library, EntryPoint = "Highs_startCallback")]
    public static partial int StartCallback(nint highs, int kind);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return 0;
        foreach (var file in new[] { "libhighs.so.1", "libhighs.1.dylib", "highs.dll", "libhighs.dll" })
            if (NativeLibrary.TryLoad(file, assembly, path, out var handle))
                return handle;
        return 0;
    }
}
