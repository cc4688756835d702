/** The countries by their codes (ISO 3166-1) and the names in this language, in its order. */
export function countries(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !NONE.has(code))
    .flatMap((code) => {
      const label = names.of(code);
      return label ? [{ value: code, label }] : [];
    })
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

/** What the names know besides countries: groups of them, what is no more, and codes of nobody. */
const NONE = new Set(['AN', 'BU', 'CS', 'DD', 'EU', 'EZ', 'FX', 'NT', 'QO', 'SU', 'TP', 'UK', 'UN', 'XA', 'XB', 'YD', 'YU', 'ZR', 'ZZ', 'CQ', 'CP', 'DY', 'HV', 'NH', 'RH', 'VD']);
