using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// A rule that judges whether a unit can serve a need. One rule is one file, which holds its words in all languages, its
/// limits and its source; <see cref="Rules"/> finds it there.
/// </summary>
public interface IRule
{
    /// <summary>Where it stands among the verdicts that are shown.</summary>
    int Place { get; }

    /// <summary>Its name.</summary>
    Phrase Name { get; }

    /// <summary>The clause or practice that it follows.</summary>
    Phrase Source { get; }

    /// <summary>Whether it ever tells by how much a limit is kept; one that does not is not asked where only margins are wanted.</summary>
    bool HasMargin => true;

    /// <summary>Whether it has anything to say of a type of requirement and a type of specification.</summary>
    bool IsFor(Type requirement, Type specification);

    /// <summary>What the rule says; null where it does not apply.</summary>
    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="pen">Takes it down.</param>
    Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen);

    /// <summary>
    /// All that the rule says that counts, as ranges of numbers of a unit: the worst of what they say is what it says; empty
    /// where it says nothing. Numbers within a billionth of a limit are left to <see cref="Judge"/>, for there rounding decides,
    /// but where the range is sharp. They let an index judge many units by their numbers alone; null where numbers do not say it all.
    /// </summary>
    IReadOnlyList<Bound>? Bounds(Requirement requirement, Practice practice) => null;
}

/// <summary>A number of a unit, or one that follows from several; null where it is not known.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Of">The number of an offer.</param>
public sealed record Column(string Name, Func<Offer, Practice, decimal?> Of)
{
    /// <summary>The number must not be below a limit.</summary>
    public Bound AtLeast(decimal limit) => new(this, limit, null);

    /// <summary>The number must not be above a limit.</summary>
    public Bound AtMost(decimal limit) => new(this, null, limit);

    /// <summary>The number must lie between two, or be one of them.</summary>
    public Bound Between(decimal least, decimal most) => new(this, least, most);

    /// <summary>The number must be this one, to the digit.</summary>
    public Bound Equal(decimal number) => new(this, number, number) { IsSharp = true };

    /// <summary>The number must be known, whatever it is.</summary>
    public Bound Known() => new(this, null, null) { IsSharp = true };

    /// <summary>The same is said whatever the number is.</summary>
    public Bound Always(Verdict verdict) => new(this, 1, 0) { IsSharp = true, Outside = verdict, Unknown = verdict };
}

/// <summary>What a range of a number says of a unit: inside it fits.</summary>
/// <param name="Column">The number.</param>
/// <param name="Least">Least value; null for none.</param>
/// <param name="Most">Greatest value; null for none. Below the least, no number lies inside.</param>
public sealed record Bound(Column Column, decimal? Least, decimal? Most)
{
    /// <summary>What it says of a number outside.</summary>
    public Verdict Outside { get; init; } = Verdict.DoesNotFit;

    /// <summary>What it says where the number is not known.</summary>
    public Verdict Unknown { get; init; } = Verdict.CannotTellYet;

    /// <summary>Whether the rule compares the number itself with the limit itself, so that its last digit decides.</summary>
    public bool IsSharp { get; init; }
}

/// <summary>A rule for one kind of requirement and one kind of equipment.</summary>
/// <typeparam name="TRequirement">The requirement.</typeparam>
/// <typeparam name="TSpecification">The equipment.</typeparam>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule.</param>
/// <param name="source">The clause or practice that it follows.</param>
public abstract class Rule<TRequirement, TSpecification>(int place, Phrase name, Phrase source) : IRule
    where TRequirement : Requirement
    where TSpecification : Specification
{
    /// <inheritdoc/>
    public int Place => place;

    /// <inheritdoc/>
    public Phrase Name => name;

    /// <inheritdoc/>
    public Phrase Source => source;

    /// <inheritdoc/>
    public virtual bool HasMargin => true;

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => requirement == typeof(TRequirement) && specification == typeof(TSpecification);

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen) =>
        need.Requirement is TRequirement requirement && offer.Specification is TSpecification unit
            ? Judge(requirement, unit, practice, pen)
            : null;

    /// <inheritdoc/>
    public IReadOnlyList<Bound>? Bounds(Requirement requirement, Practice practice) =>
        requirement is TRequirement wanted ? Bounds(wanted, practice) : [];

    /// <summary>What the rule says; null where it does not apply.</summary>
    protected abstract Ruling? Judge(TRequirement place, TSpecification unit, Practice practice, Pen pen);

    /// <summary>All that the rule says that counts, as ranges of numbers; null where numbers do not say it all.</summary>
    protected virtual IReadOnlyList<Bound>? Bounds(TRequirement place, Practice practice) => null;

    /// <summary>A number of a unit.</summary>
    protected static Column Of(string name, Func<TSpecification, decimal?> number) =>
        new(name, (offer, _) => offer.Specification is TSpecification unit ? number(unit) : null);

    /// <summary>A number of a unit that follows from the operation's practice too.</summary>
    protected static Column Of(string name, Func<TSpecification, Practice, decimal?> number) =>
        new(name, (offer, practice) => offer.Specification is TSpecification unit ? number(unit, practice) : null);
}

/// <summary>A number with its name, for a rule that compares two.</summary>
/// <typeparam name="T">What has the number.</typeparam>
/// <param name="Phrase">What it is.</param>
/// <param name="Of">The number; null where it is not known.</param>
public sealed record Named<T>(Phrase Phrase, Func<T, decimal?> Of);

/// <summary>A rule that holds one number of the unit against one of the place. Where the place gives none, it asks its operator, or says nothing.</summary>
/// <typeparam name="TRequirement">The requirement.</typeparam>
/// <typeparam name="TSpecification">The equipment.</typeparam>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule.</param>
/// <param name="source">The clause or practice that it follows.</param>
/// <param name="unit">Unit of both numbers.</param>
/// <param name="own">The number of the unit.</param>
/// <param name="wanted">The number of the place.</param>
/// <param name="ask">What to ask where the number of the unit is not known.</param>
/// <param name="atMost">Whether the unit's number must not be above the place's, in place of not below.</param>
/// <param name="askPlace">What to ask the operator where the place gives none; null where that means that there is no such limit.</param>
public abstract class ComparisonRule<TRequirement, TSpecification>(
    int place, Phrase name, Phrase source, string unit, Named<TSpecification> own, Named<TRequirement> wanted, Question ask, bool atMost = false, Question? askPlace = null)
    : Rule<TRequirement, TSpecification>(place, name, source)
    where TRequirement : Requirement
    where TSpecification : Specification
{
    private readonly Column _column = Of(own.Phrase.English, own.Of);

    /// <inheritdoc/>
    protected sealed override Ruling? Judge(TRequirement place, TSpecification offered, Practice practice, Pen pen)
    {
        if (wanted.Of(place) is not { } limit)
            return askPlace is null ? null : pen.Ask(askPlace, pen.Say(NotGiven.Number, wanted.Phrase)).And(own.Of(offered) is null, ask);
        var limitFigure = new Figure(wanted.Phrase, limit, unit);
        if (own.Of(offered) is not { } value)
            return pen.Ask(ask, pen.Say(NotGiven.Number, own.Phrase), limitFigure);
        var ownFigure = new Figure(own.Phrase, value, unit);
        var says = pen.Say(Compared.Figures, ownFigure, limitFigure);
        var margin = atMost ? pen.BelowLimit(value, limit) : pen.AboveLimit(value, limit);
        return pen.FitsIf(atMost ? value <= limit : value >= limit, says, margin, ownFigure, limitFigure);
    }

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<Bound> Bounds(TRequirement place, Practice practice) =>
        wanted.Of(place) is { } limit ? [(atMost ? _column.AtMost(limit) : _column.AtLeast(limit)) with { IsSharp = true }]
        : askPlace is null ? []
        : [_column.Always(Verdict.CannotTellYet)];
}
