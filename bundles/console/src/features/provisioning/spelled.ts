/** A hardware address as it stands on phones, such as 00:15:65:aa:bb:cc. */
export function spelled(mac: string): string {
  return mac.replace(/(..)(?!$)/g, '$1:');
}
