using System.Runtime.InteropServices;
using Relight.Restoration;

namespace Relight.Benchmarks.Delivery;

/// <summary>
/// HiGHS by its own C interface, from the library that OR-Tools brings: simplex from the last basis. The wrapper of
/// OR-Tools hands HiGHS a new model at each call, so that nothing is warm there.
/// </summary>
internal sealed class Highs : ThetaContestant
{
    private const string Library = "highs";
    private const int ByColumns = 1, Minimise = 1, Optimal = 7;
    private readonly IntPtr _highs = Highs_create();

    public Highs(RestorationProblem problem)
        : base(problem)
    {
        Highs_setBoolOptionValue(_highs, "output_flag", 0);
        Highs_setStringOptionValue(_highs, "solver", "simplex");
        Highs_passLp(
            _highs, Program.Columns, Program.Rows, Program.Index.Length, ByColumns, Minimise, 0, Program.Cost,
            Program.Low, Program.High, Program.RowLow, Program.RowHigh, Program.Start, Program.Index, Program.Value);
    }

    /// <summary>Version of the library.</summary>
    public static string Version => Marshal.PtrToStringUTF8(Highs_version())!;

    public override void Dispose() => Highs_destroy(_highs);

    protected override double Minimum()
    {
        Highs_changeColsBoundsByRange(_highs, 0, Program.Columns - 1, Program.Low, Program.High);
        Highs_changeRowsBoundsByRange(_highs, 0, Program.Rows - 1, Program.RowLow, Program.RowHigh);
        Highs_run(_highs);
        return Highs_getModelStatus(_highs) == Optimal ? Highs_getObjectiveValue(_highs) : double.NaN;
    }

    [DllImport(Library)]
    private static extern IntPtr Highs_version();
    [DllImport(Library)]
    private static extern IntPtr Highs_create();
    [DllImport(Library)]
    private static extern void Highs_destroy(IntPtr highs);
    [DllImport(Library)]
    private static extern int Highs_setBoolOptionValue(
        IntPtr highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string option, int value);
    [DllImport(Library)]
    private static extern int Highs_setStringOptionValue(
        IntPtr highs, [MarshalAs(UnmanagedType.LPUTF8Str)] string option, [MarshalAs(UnmanagedType.LPUTF8Str)] string value);
    [DllImport(Library)]
    private static extern int Highs_passLp(
        IntPtr highs, int columns, int rows, int entries, int format, int sense, double offset, double[] cost,
        double[] low, double[] high, double[] rowLow, double[] rowHigh, int[] start, int[] index, double[] value);
    [DllImport(Library)]
    private static extern int Highs_changeColsBoundsByRange(
        IntPtr highs, int from, int to, double[] low, double[] high);
    [DllImport(Library)]
    private static extern int Highs_changeRowsBoundsByRange(
        IntPtr highs, int from, int to, double[] low, double[] high);
    [DllImport(Library)]
    private static extern int Highs_run(IntPtr highs);
    [DllImport(Library)]
    private static extern int Highs_getModelStatus(IntPtr highs);
    [DllImport(Library)]
    private static extern double Highs_getObjectiveValue(IntPtr highs);
}
