/** The columns of which a person is made; the others are kept for parts that use them. */
export const OF_PERSON = [
  'Login',
  'DisplayName',
  'FirstName',
  'LastName',
  'EmailAddress',
  'PhoneNumber',
  'MobileNumber',
  'Number',
  'Role',
  'Department',
  'Disabled',
  'PortalLanguage',
  'TimeZone',
  'ActiveFrom',
  'ActiveUntil',
  'QuotaMegabytes',
];

/** The name that a row gives. */
export function nameOf(values: Record<string, string>): string {
  return values['DisplayName'] ?? [values['FirstName'], values['LastName']].filter(Boolean).join(' ');
}

/** The columns to correct first: those of the person, and those at fault; then the rest. */
export function sorted(columns: string[], values: Record<string, string>, faults: string[]): { first: string[]; rest: string[] } {
  const all = [...new Set([...columns.filter(Boolean), ...Object.keys(values), ...faults.filter(Boolean)])];
  const isFirst = (column: string) => OF_PERSON.includes(column) || faults.includes(column);
  return { first: all.filter(isFirst), rest: all.filter((column) => !isFirst(column)) };
}
