// Names of countries and languages from the Unicode data that Node.js carries, by code and language of the name.
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Languages that sources are likely to be in. */
const tongues = "ar az be bg bn bs cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk ko lt lv mk mn mt nb nl no pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh".split(" ");

export function languageNames(languages) {
  return Object.fromEntries(
    languages.map((language) => {
      const names = new Intl.DisplayNames([language], { type: "language" });
      return [language, Object.fromEntries(tongues.map((code) => [code, names.of(code)]))];
    }),
  );
}

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
