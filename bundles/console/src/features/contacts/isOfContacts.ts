/** Whether a query is about contacts or their groups. */
export function isOfContacts({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return String(queryKey[1]).startsWith('/portals/{portal}/contact');
}
