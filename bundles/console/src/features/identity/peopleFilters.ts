/** What the address of a list of people holds. */
export interface PeopleFilters {
  text?: string;
  role?: string;
  department?: string;
  status?: string;
  /** A field, with a minus for downwards. */
  sort?: string;
}

export const FILTERS = ['text', 'role', 'department', 'status', 'sort'] as const;

const SORTS = /^-?(name|login|created|sign_in)$/i;

/** The filters that are set, for an address and for the server; what somebody typed for a sort and is none does not count. */
export function given(filters: PeopleFilters): PeopleFilters {
  return Object.fromEntries(
    FILTERS.filter((name) => filters[name] && (name !== 'sort' || SORTS.test(filters[name]!))).map((name) => [name, filters[name]]),
  );
}

/** Whether anybody may be hidden by them. */
export function filtered(filters: PeopleFilters): boolean {
  return FILTERS.some((name) => name !== 'sort' && filters[name]);
}

/** The address of the export of just these people. */
export function exportAddress(portal: string, filters: PeopleFilters): string {
  const query = new URLSearchParams(given(filters) as Record<string, string>).toString();
  return `/api/v1/portals/${portal}/people-export${query ? `?${query}` : ''}`;
}
