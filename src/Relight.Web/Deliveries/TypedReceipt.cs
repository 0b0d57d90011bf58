using System.Globalization;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Deliveries;

/// <summary>A receipt as it was typed into the form, and what is wrong with it in the language of the page. Nothing typed is dropped, whatever is wrong.</summary>
internal sealed class TypedReceipt
{
    private static readonly string[] s_numbers = ["received", "short", "damaged", "refused"];
    private readonly Dictionary<string, string> _typed = [];

    /// <summary>What is wrong, a sentence each; empty where nothing is, or nothing was sent yet.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What stands in a field.</summary>
    public string? this[string field] => _typed.GetValueOrDefault(field);

    /// <summary>Name of a field of a line.</summary>
    public static string Name(int line, string part) => string.Create(CultureInfo.InvariantCulture, $"line-{line}-{part}");

    /// <summary>Reads a form; numbers that are none are noted as faults, and the command is null then.</summary>
    public static async Task<(TypedReceipt Typed, ReceiveConsignment? Command, Guid Id)> Read(
        IFormCollection form, Id<Consignment> consignment, IReadOnlyList<LineToReceive> lines, CancellationToken cancel)
    {
        var typed = new TypedReceipt();
        foreach (var (name, value) in form)
            typed._typed[name] = value.ToString();
        var found = new List<ReceivedLine>();
        foreach (var line in lines)
            if (await typed.Line(form, line.Line, line.Amount?.Unit is { IsCounted: false }, cancel) is { } part)
                found.Add(part);
        Guid.TryParse(typed["command"], out var id);
        int.TryParse(typed["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        DateTimeOffset? at = DateTimeOffset.TryParse(Numerals.Plain(typed["at"] ?? ""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var told) ? told : null;
        if (at is null && !string.IsNullOrWhiteSpace(typed["at"]))
            typed.Faults.Add(ReceiptWords.RuleInstant);
        var command = new ReceiveConsignment(consignment, seen, (typed["receiver"] ?? "").Trim(), at, found);
        return (typed, typed.Faults.Count == 0 ? command : null, id == default ? Guid.CreateVersion7() : id);
    }

    /// <summary>Says in the language of the page why the register refuses it.</summary>
    /// <param name="refusals">Why it is refused.</param>
    /// <param name="command">What was sent.</param>
    /// <param name="receipts">All receipts of the consignment as they stand now.</param>
    public void Refuse(IReadOnlyList<Refusal> refusals, ReceiveConsignment command, IReadOnlyList<ReceivedBefore> receipts)
    {
        if (refusals.Any(refusal => refusal is Conflict))
        {
            Faults.Add(ReceiptWords.RuleMeanwhile);
            foreach (var receipt in receipts.Skip(Math.Max(0, command.SeenReceipts)))
                Faults.Add(ReceiptWords.BeforeText.With(Show.Isolated(receipt.Receiver), DeliveryAmountWords.Together(receipt.Units, receipt.Amounts), Show.Instant(receipt.At)));
        }
        foreach (var refusal in refusals.Where(refusal => refusal is not Conflict))
        {
            var line = LineOf(refusal.Field, command);
            var text = refusal switch
            {
                { Field: "receiver" } => ReceiptWords.RuleReceiver,
                { Field: "lines" } => ReceiptWords.RuleNothing,
                { Field: "at" } => ReceiptWords.RuleTime,
                { Field: var field } when field.EndsWith(".photo", StringComparison.Ordinal) => ReceiptWords.RulePhoto.With(line),
                { Field: var field } when field.EndsWith(".reason", StringComparison.Ordinal) => ReceiptWords.RuleReason.With(line),
                { Field: var field, Rule: "must be a whole number" } when field.StartsWith("lines[", StringComparison.Ordinal) => ReceiptWords.RuleNumber.With(line),
                { Field: var field } when field.EndsWith(".received", StringComparison.Ordinal) => ReceiptWords.RuleTooMany.With(line),
                _ => ReceiptWords.RuleElse.ToString(),
            };
            if (!Faults.Contains(text))
                Faults.Add(text);
        }
    }

    private async Task<ReceivedLine?> Line(IFormCollection form, int line, bool hasParts, CancellationToken cancel)
    {
        var counts = new decimal[s_numbers.Length];
        var fault = (hasParts ? ReceiptWords.RuleAmount : ReceiptWords.RuleNumber).With(line);
        foreach (var (i, part) in s_numbers.Index())
        {
            var text = (this[Name(line, part)] ?? "").Trim();
            if (text.Length > 0 && !IsCount(text, hasParts, out counts[i]) && !Faults.Contains(fault))
                Faults.Add(fault);
        }
        var reason = this[Name(line, "reason")];
        var photo = form.Files.GetFile(Name(line, "photo")) is { Length: > 0 } file ? await Bytes(file, cancel) : null;
        return counts.All(count => count == 0) && string.IsNullOrWhiteSpace(reason) && photo is null ? null
            : new ReceivedLine(line, counts[0], counts[1], counts[2], counts[3], string.IsNullOrWhiteSpace(reason) ? null : reason.ReplaceLineEndings("\n"), photo);
    }

    private static bool IsCount(string text, bool hasParts, out decimal count) =>
        Numerals.Read(text, out count) is null && (hasParts || decimal.IsInteger(count)) && Bounds.WhyNot(Qualifier.Exact, count, count) is null;

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancel);
        return memory.ToArray();
    }

    private static int LineOf(string field, ReceiveConsignment command)
    {
        var start = field.IndexOf('[', StringComparison.Ordinal);
        var end = field.IndexOf(']', StringComparison.Ordinal);
        return start >= 0 && end > start && int.TryParse(field[(start + 1)..end], CultureInfo.InvariantCulture, out var index)
            ? index < command.Lines.Count ? command.Lines[index].Line : index + 1
            : 0;
    }
}
