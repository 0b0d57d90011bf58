using System.Runtime.InteropServices;
using Relight.Restoration;

namespace Relight.Benchmarks.Delivery;

/// <summary>CLP by its own C interface, from the library that OR-Tools brings: dual simplex from the last basis.</summary>
internal sealed class Clp : ThetaContestant
{
    private const string Library = "Clp";
    private readonly IntPtr _model = Clp_newModel();

    public Clp(RestorationProblem problem)
        : base(problem)
    {
        Clp_setLogLevel(_model, 0);
        Clp_loadProblem(
            _model, Program.Columns, Program.Rows, Program.Start, Program.Index, Program.Value,
            Program.Low, Program.High, Program.Cost, Program.RowLow, Program.RowHigh);
    }

    public override void Dispose() => Clp_deleteModel(_model);

    protected override double Minimum()
    {
        Clp_chgColumnLower(_model, Program.Low);
        Clp_chgColumnUpper(_model, Program.High);
        Clp_chgRowLower(_model, Program.RowLow);
        Clp_chgRowUpper(_model, Program.RowHigh);
        Clp_dual(_model, 0);
        return Clp_status(_model) == 0 ? Clp_objectiveValue(_model) : double.NaN;
    }

    [DllImport(Library)]
    private static extern IntPtr Clp_newModel();
    [DllImport(Library)]
    private static extern void Clp_deleteModel(IntPtr model);
    [DllImport(Library)]
    private static extern void Clp_setLogLevel(IntPtr model, int level);
    [DllImport(Library)]
    private static extern void Clp_loadProblem(
        IntPtr model, int columns, int rows, int[] start, int[] index, double[] value,
        double[] low, double[] high, double[] cost, double[] rowLow, double[] rowHigh);
    [DllImport(Library)]
    private static extern void Clp_chgColumnLower(IntPtr model, double[] low);
    [DllImport(Library)]
    private static extern void Clp_chgColumnUpper(IntPtr model, double[] high);
    [DllImport(Library)]
    private static extern void Clp_chgRowLower(IntPtr model, double[] low);
    [DllImport(Library)]
    private static extern void Clp_chgRowUpper(IntPtr model, double[] high);
    [DllImport(Library)]
    private static extern int Clp_dual(IntPtr model, int valuesPass);
    [DllImport(Library)]
    private static extern int Clp_status(IntPtr model);
    [DllImport(Library)]
    private static extern double Clp_objectiveValue(IntPtr model);
}
