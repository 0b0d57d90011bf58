// Names of countries from the Unicode data that Node.js carries, by ISO 3166-1 code and language.
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

export function countryNames(languages) {
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => english.of(code));
  return Object.fromEntries(
    languages.map((language) => {
      const names = new Intl.DisplayNames([language], { type: "region" });
      return [language, Object.fromEntries(codes.map((code) => [code, names.of(code)]))];
    }),
  );
}
