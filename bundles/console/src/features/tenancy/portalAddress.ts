/** Where a portal answers, by the scheme and port that root uses now. */
export function portalAddress(host: string, here: Pick<Location, 'protocol' | 'port'> = location): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${here.protocol}//${name}${here.port ? `:${here.port}` : ''}/`;
}
