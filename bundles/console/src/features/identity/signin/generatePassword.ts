const LETTERS = 'abcdefghijkmnopqrstuvwxyz';
const ALPHABET = `${LETTERS}ABCDEFGHJKLMNPQRSTUVWXYZ23456789`;

/** A password of 20 characters that are not taken for one another, some 115 random bits, in groups that can be read out. */
export function generatePassword(): string {
  const picked: string[] = [];
  while (picked.length < 20) {
    // What would favour the first letters is thrown away.
    const most = 256 - (256 % ALPHABET.length);
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte! < most) {
      picked.push(ALPHABET[byte! % ALPHABET.length]!);
    }
  }
  return picked.join('').replace(/(.{5})(?!$)/g, '$1-');
}
