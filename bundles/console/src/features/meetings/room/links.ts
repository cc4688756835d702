/** A piece of what somebody wrote: plain text, or the address of a page. */
export interface Piece {
  text: string;
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;
const AFTER = /[.,;:!?'’…]$/;

/** Parts a text where it names pages of the web; what ends the sentence is not of the address. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = bare(match[0]);
    const href = pageAt(address);
    if (href) {
      if (match.index > end) {
        found.push({ text: text.slice(end, match.index) });
      }
      found.push({ text: address, href });
      end = match.index + address.length;
    }
  }
  if (end < text.length || found.length === 0) {
    found.push({ text: text.slice(end) });
  }
  return found;
}

function bare(address: string): string {
  let kept = address;
  while (AFTER.test(kept) || (/[)\]]$/.test(kept) && !opens(kept))) {
    kept = kept.slice(0, -1);
  }
  return kept;
}

/** Whether the bracket at the end was opened within the address. */
function opens(address: string): boolean {
  const [open, close] = address.endsWith(')') ? ['(', ')'] : ['[', ']'];
  return address.split(open!).length >= address.split(close!).length;
}

/** Of the web alone, with a host, and with no name before it that would feign another. */
function pageAt(address: string): string | undefined {
  try {
    const url = new URL(address);
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    return web && url.hostname !== '' && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
