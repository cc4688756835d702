/** The name of an internal number, by its label of number and name. */
export function numberOf(known: { number: string; label: string }[], number: string): string {
  const label = known.find((one) => one.number === number)?.label ?? '';
  const name = label.startsWith(`${number} `) ? label.slice(number.length + 1) : label;
  return name === number ? '' : name;
}

interface Numbered {
  name: string;
  phone?: string | undefined;
  phoneE164?: string | undefined;
  mobile?: string | undefined;
  mobileE164?: string | undefined;
}

/** Who of the contacts has exactly this number. */
export function personOf(contacts: Numbered[], number: string): string {
  const digits = (text: string | undefined) => text?.replace(/[\s()/.-]/g, '');
  return contacts.find(({ phone, phoneE164, mobile, mobileE164 }) => [phone, phoneE164, mobile, mobileE164].some((one) => digits(one) === number))?.name ?? '';
}
