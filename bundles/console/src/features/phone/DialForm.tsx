import { Button, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Keypad } from './Keypad';
import classes from './Phone.module.css';
import type { PhoneLine } from './PhoneLine';

const MOST = 6;

interface Found {
  name: string;
  number: string;
}

/** A number or a name to call. */
export function DialForm({ line, ready }: { line: PhoneLine; ready: boolean }) {
  const { t } = useTranslation('phone');
  const [text, setText] = useState('');
  const found = useFound(text);
  const isNumber = /^[+*#\d][\d\s()/.*#-]*$/.test(text.trim());
  const target = isNumber ? { number: text.trim(), name: '' } : found[0];
  const call = (to: Found | undefined) => {
    if (to) {
      void line.call(to.number, to.name);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        call(target);
      }}
    >
      <TextInput
        label={t('who')}
        value={text}
        maxLength={64}
        autoFocus
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        mb="sm"
      />
      {found.length > 0 ? (
        <ul className={classes.found} aria-label={t('found')}>
          {found.map((one) => (
            <li key={`${one.name} ${one.number}`}>
              <UnstyledButton className={classes.entry} disabled={!ready} onClick={() => call(one)}>
                {one.name}
                <Text size="sm" c="dimmed" className="tabular">
                  {one.number}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      ) : (
        <Keypad press={(key) => setText((before) => (before + key).slice(0, 64))} />
      )}
      <Button type="submit" mt="sm" fullWidth leftSection={<IconPhone size={18} aria-hidden />} disabled={!ready || !target}>
        {t('call')}
      </Button>
    </form>
  );
}

/** Colleagues and contacts of this name. */
function useFound(text: string): Found[] {
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
  if (!asked) {
    return [];
  }
  const inside = (numbers.data?.items ?? [])
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()))
    .slice(0, MOST)
    .map(({ label, number }) => ({ name: label.replace(`${number} `, ''), number }));
  const outside = (contacts.data?.items ?? []).flatMap(({ name, extension, phone, mobile }) =>
    [extension, phone, mobile].flatMap((number) => (number ? [{ name, number }] : [])),
  );
  const known = new Set(inside.map(({ number }) => number));
  return [...inside, ...outside.filter(({ number }) => !known.has(number))].slice(0, MOST * 2);
}
