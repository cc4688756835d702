import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { matches, unlike } from './matches';
import classes from './Phone.module.css';

const MOST = 6;
/** CRMs are asked for no less. */
const SHORTEST = 3;

/** Somebody who can be called. */
export interface Found {
  name: string;
  number: string;
  /** Of who is known by a CRM. */
  company?: string;
}

interface WhoFieldProps {
  label: string;
  text: string;
  change: (text: string) => void;
  found: Found[];
  disabled?: boolean;
  pick: (one: Found) => void;
  /** What stands there as long as nobody is found. */
  otherwise?: ReactNode;
}

/** Whom a text names: the number that it is, else the first of those found. */
export function target(text: string, found: Found[]): Found | undefined {
  const isNumber = /^[+*#\d][\d\s()/.*#-]*$/.test(text.trim());
  return isNumber ? { number: text.trim(), name: '' } : found[0];
}

/** A number or a name, and who has it. */
export function WhoField({ label, text, change, found, disabled, pick, otherwise }: WhoFieldProps) {
  const { t } = useTranslation('phone');
  return (
    <>
      <TextInput
        label={label}
        value={text}
        maxLength={64}
        autoFocus
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value)}
        mb="sm"
      />
      {found.length > 0 ? (
        <ul className={classes.found} aria-label={t('found')}>
          {found.map((one) => (
            <li key={`${one.name} ${one.number}`}>
              <UnstyledButton className={classes.entry} disabled={disabled ?? false} onClick={() => pick(one)}>
                {one.name}
                <Text size="sm" c="dimmed" className="tabular">
                  {[one.number, one.company].filter(Boolean).join(' · ')}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      ) : (
        otherwise
      )}
    </>
  );
}

/** Colleagues and contacts of this name. */
export function useFound(text: string): Found[] {
  const portal = usePortal().id;
  const [wanted] = useDebouncedValue(text.trim(), 200);
  const asked = wanted.length > 1 && /\p{L}/u.test(wanted);
  const params = { path: { portal } };
  const numbers = api.useQuery('get', '/portals/{portal}/internal-numbers', { params }, { enabled: asked });
  const contacts = api.useQuery(
    'get',
    '/portals/{portal}/contacts',
    { params: { ...params, query: { text: wanted, limit: MOST } } },
    { enabled: asked },
  );
  const crm = api.useQuery(
    'get',
    '/portals/{portal}/crm-contacts',
    { params: { ...params, query: { text: wanted } } },
    { enabled: asked && wanted.length >= SHORTEST, retry: false, staleTime: 60_000 },
  );
  if (!asked) {
    return [];
  }
  const inside = (numbers.data?.items ?? [])
    .filter(({ label }) => matches(label, wanted))
    .slice(0, MOST)
    .map(({ label, number }) => ({ name: label.replace(`${number} `, ''), number }));
  const outside = (contacts.data?.items ?? []).flatMap(({ name, extension, phone, mobile }) =>
    [extension, phone, mobile].flatMap((number) => (number ? [{ name, number }] : [])),
  );
  const records = (crm.data?.items ?? []).flatMap(({ name, company, phones }) =>
    phones.map((number) => ({ name, number, ...(company ? { company } : {}) })),
  );
  return unlike([...inside, ...outside, ...records]).slice(0, MOST * 2);
}
