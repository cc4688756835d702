/** Where a portal answers, by the scheme and port that root uses now. */
export function portalAddress(host: string, here: Pick<Location, 'protocol' | 'port'> = location): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${here.protocol}//${name}${here.port ? `:${here.port}` : ''}/`;
}

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
const V4_PART = /^(0|[1-9]\d{0,2})$/;

/** Whether it can be a host: a name or an IP address, without port and path. The server has the last word. */
export function isHost(text: string): boolean {
  if (text.length > 253) {
    return false;
  }
  if (text.includes(':')) {
    try {
      return /^\[?[0-9a-f:.]+\]?$/i.test(text) && new URL(`http://${text.startsWith('[') ? text : `[${text}]`}/`).port === '';
    } catch {
      return false;
    }
  }
  const labels = text.split('.');
  return labels.every((label) => /^\d+$/.test(label))
    ? labels.length === 4 && labels.every((label) => V4_PART.test(label) && Number(label) < 256)
    : labels.every((label) => LABEL.test(label));
}
