using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>All units of an offer together must be long enough, each core for a phase; some of it is a part that can be joined.</summary>
public sealed class ConductorLengthRule : IRule
{
    private static readonly Phrase s_part = new("{0:0} m of {1:0} m", "{0:0} м із {1:0} м", "{0:0} م من {1:0} م");

    private static readonly Phrase s_name = new("length", "довжина", "الطول");
    private static readonly Phrase s_offered = new("length of all units", "довжина всіх одиниць", "طول كل الوحدات");

    private static readonly Column s_all = new("length of all units", (offer, _) => offer.Specification is Conductor conductor ? conductor.LengthMetres * conductor.Phases * offer.Units : null);

    private static readonly Question s_ask = Question.Donor(
        "lengthMetres", "What is the length of one unit, in m?", "Яка довжина однієї одиниці, м?", "ما طول الوحدة الواحدة بالمتر؟");

    private static readonly Work s_work = new(
        new("get the rest from elsewhere, and join it", "дістати решту деінде та з’єднати", "توفير الباقي من مكان آخر ووصله"), 4, Skills.Line);

    /// <inheritdoc/>
    public int Place => 1050;

    /// <inheritdoc/>
    public Phrase Name => s_name;

    /// <inheritdoc/>
    public Phrase Source => Sources.Practice;

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => requirement == typeof(LineSection) && specification == typeof(Conductor);

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen)
    {
        if (need.Requirement is not LineSection section || offer.Specification is not Conductor conductor)
            return null;
        var wanted = new Figure(Numbers.Wanted, section.LengthMetres, "m");
        if (conductor.LengthMetres is not { } each)
            return pen.Ask(s_ask, NotGiven.Length, wanted);
        var all = each * conductor.Phases * offer.Units;
        var says = pen.Say(s_part, all, section.LengthMetres);
        return all >= section.LengthMetres
            ? pen.Fits(says, pen.AboveLimit(all, section.LengthMetres), new(s_offered, all, "m"), wanted)
            : pen.FitsWithWork(says, pen.AboveLimit(all, section.LengthMetres), s_work, new(s_offered, all, "m"), wanted);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bound> Bounds(Requirement requirement, Practice practice) =>
        requirement is LineSection section ? [s_all.AtLeast(section.LengthMetres) with { IsSharp = true, Outside = Verdict.FitsWithWork }] : [];
}
