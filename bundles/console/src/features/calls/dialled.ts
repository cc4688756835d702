/** Whether a text is a number as it is dialled at a phone; spaces and the like are read over. */
export function isDialled(text: string): boolean {
  return /^[+]?[0-9*#]{1,32}$/.test(text.replace(/[\s()/.-]/g, ''));
}
