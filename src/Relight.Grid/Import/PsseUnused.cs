namespace Relight.Grid.Import;

/// <summary>Says what a RAW file has and Relight does not use: fields of the records that are read, and sections that are not.</summary>
internal static class PsseUnused
{
    private static readonly Dictionary<PsseSection, string> s_fields = new()
    {
        [PsseSection.Bus] = "OWNER, EVHI and EVLO",
        [PsseSection.Load] = "ID, AREA, ZONE, OWNER, SCALE and INTRPT",
        [PsseSection.FixedShunt] = "ID",
        [PsseSection.Generator] = "ID, ZR, ZX, RT, XT, GTAP, RMPCT, owners, WMOD and WPF",
        [PsseSection.Branch] = "CKT, MET, LEN and owners",
        [PsseSection.Transformer] = "CKT, NMETR, owners, VECGRP and the control of taps and phase shifts",
        [PsseSection.TwoTerminalDc] = "the control and the reactive power of its converters, with their bridges and transformers",
        [PsseSection.VoltageSourceConverter] = "RDC, owners, losses, IMAX, PWF, REMOT and RMPCT",
        [PsseSection.SwitchedShunt] = "MODSW, ADJM, VSWHI, VSWLO, SWREM, RMPCT, RMIDNT and the blocks: they stand at their initial value, BINIT",
    };

    /// <summary>Notes it, once a section.</summary>
    public static void Report(PsseFile file, TextFindings findings)
    {
        foreach (var section in Enum.GetValues<PsseSection>())
        {
            if (file[section] is not [var first, ..])
                continue;
            if (s_fields.TryGetValue(section, out var fields))
                findings.Notice(first.Position, fields, $"not used of the {PsseFile.Title(section)} section");
            else
                findings.Notice(first.Position, $"{file[section].Count} lines", $"the {PsseFile.Title(section)} section is not used");
        }
    }
}
