namespace Relight.Register;

/// <summary>One assistance effort with its own register and its own ledger.</summary>
/// <param name="Id">Id of the operation.</param>
/// <param name="Name">Name, e.g. <c>Winter 2022-23</c>.</param>
/// <param name="Beneficiaries">Countries that the help is for; at least one.</param>
public sealed record Operation(Id<Operation> Id, string Name, IReadOnlyList<Country> Beneficiaries);
