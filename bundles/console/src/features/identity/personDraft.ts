import type { Membership, Person, PersonDraft } from '@/ui/server/types';

/** A person as a form holds it: every field a text or a list, so that nothing is undefined. */
export interface PersonValues extends Record<string, unknown> {
  name: string;
  login: string;
  email: string;
  phone: string;
  mobile: string;
  extension: string;
  memberships: Membership[];
  /** Held in the whole portal. */
  roles: string[];
  language: string;
  zone: string;
  activeFrom: string;
  activeUntil: string;
  quotaMegabytes: number | string;
  enabled: boolean;
  /** Of somebody new, told by the administrator. */
  password: string;
  mustChange: boolean;
}

/** Who may do everything in the portal. */
export const OWNER = 'system-owner';

/** What the form begins with; somebody new is a user of the department Default, whose id is the portal's. */
export function valuesOf(portal: string, person?: Person, administrator = false): PersonValues {
  return {
    name: person?.name ?? '',
    login: person?.login ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
    mobile: person?.mobile ?? '',
    extension: person?.extension ?? '',
    memberships: person?.memberships ?? [{ department: portal, role: 'user' }],
    roles: person?.roles ?? (administrator ? [OWNER] : []),
    language: person?.language ?? '',
    zone: person?.zone ?? '',
    activeFrom: person?.activeFrom ?? '',
    activeUntil: person?.activeUntil ?? '',
    quotaMegabytes: person?.quotaMegabytes ?? '',
    enabled: person?.enabled ?? true,
    password: '',
    mustChange: true,
  };
}

const OPTIONAL = ['email', 'phone', 'mobile', 'extension', 'language', 'zone', 'activeFrom', 'activeUntil'] as const;

/** What is sent; empty fields are left out. What the form does not show stays as it is. */
export function draftOf(values: PersonValues, person?: Person): PersonDraft {
  const draft: PersonDraft = {
    name: values.name.trim(),
    login: values.login.trim(),
    memberships: values.memberships,
    roles: values.roles,
    networks: person?.networks ?? [],
    mustChangePassword: person?.mustChangePassword ?? false,
    enabled: values.enabled,
  };
  for (const field of OPTIONAL) {
    const text = values[field].trim();
    if (text) {
      draft[field] = text;
    }
  }
  if (!person && values.password) {
    draft.password = values.password;
    draft.mustChangePassword = values.mustChange;
  }
  if (values.quotaMegabytes !== '') {
    draft.quotaMegabytes = Number(values.quotaMegabytes);
  }
  return draft;
}
