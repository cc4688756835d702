/** Whether a query is about planned meetings or their times. */
export function isOfPlans({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  return /^\/portals\/\{portal\}\/(planned-meetings|occurrences)/.test(String(queryKey[1]));
}
