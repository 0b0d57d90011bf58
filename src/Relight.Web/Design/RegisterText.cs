using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Sample;
using Relight.Storage;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Design;

/// <summary>Values of the register as pages write them.</summary>
/// <param name="countries">Names of countries.</param>
public sealed class RegisterText(CountryNames countries)
{
    private static readonly Text s_comma = new(", ", ", ", "، ");

    /// <summary>Donors in one line, states by the name of their country in the language of the page.</summary>
    public string Donors(IEnumerable<string> names, bool jointly)
    {
        var line = string.Join(s_comma, names.Select(name => Show.Isolated(Name(name))));
        return jointly ? $"{line} ({RegisterWords.Jointly})" : line;
    }

    /// <summary>Donors in a table; marked as English where a name among them is in English alone.</summary>
    public Cell DonorCell(IReadOnlyList<string> names, bool jointly)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new Cell(Donors(names, jointly)) { Language = names.Any(name => countries.OfEnglish(name) is null) ? "en" : null };
    }

    /// <summary>The language of an organisation's name, where it is not that of the page.</summary>
    public string? LanguageOf(string name) => countries.OfEnglish(name) is null ? "en" : null;

    /// <summary>The name of an organisation.</summary>
    public string Name(string name) => countries.OfEnglish(name) ?? name;

    /// <summary>Groups of donors whose names hold a text, in English or in the language of the page, as <see cref="DonorGroupRow.Names"/>.</summary>
    public async Task<IReadOnlyList<string>> GroupsNamed(RelightContext db, Id<Operation> operation, string words)
    {
        ArgumentNullException.ThrowIfNull(db);
        var groups = await db.DonorGroups.Where(row => row.Operation == operation).Select(row => row.Names).ToListAsync();
        return groups.FindAll(names => $"{Donors(names.Split("; "), names.Contains(';', StringComparison.Ordinal))} {names}".Contains(words, StringComparison.CurrentCultureIgnoreCase));
    }

    /// <summary>Organisations whose names hold a text, in English or in the language of the page, as <see cref="SearchText"/> folds them.</summary>
    public async Task<IReadOnlyList<string>> OrganisationsNamed(RelightContext db, Id<Operation> operation, string words)
    {
        ArgumentNullException.ThrowIfNull(db);
        var names = await db.Organisations.Where(row => row.Operation == operation).Select(row => row.Name).ToListAsync();
        return [.. names.Where(name => $"{Name(name)} {name}".Contains(words, StringComparison.CurrentCultureIgnoreCase)).Select(name => SearchText.Of(name)).Distinct()];
    }

    /// <summary>The name of a country.</summary>
    public string Of(Country country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return countries.Of(country.Code);
    }

    /// <summary>Quantity of an item in one line, e.g. <c>at least 500 units: generating sets</c>.</summary>
    public static string Of(ItemAtStage item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return $"{ItemWords.Of(item.Item.Kind)}: {QuantityWords.Of(item.Quantity)}";
    }

    /// <summary>A date as surely as it is known: a day, a month, or from one day to another.</summary>
    public static string Of(ReportedDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var (first, last) = (date.Earliest, date.Latest);
        if (first == last)
            return Show.Date(first);
        var wholeMonth = first.Day == 1 && last == first.AddMonths(1).AddDays(-1);
        return wholeMonth
            ? first.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
            : QuantityWords.Between.With(Show.Date(first), Show.Date(last));
    }

    /// <summary>The language of a claim's quote: that of its source, but English where the sample paraphrases it.</summary>
    public static string LanguageOfQuote(ClaimWithSource claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Quote.StartsWith(SamplePledges.Mark, StringComparison.Ordinal) ? "en" : claim.Language.Tag;
    }

    /// <summary>The name of a language in the language of the page.</summary>
    public string Of(Relight.Register.Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return countries.OfLanguage(language.Tag);
    }
}
