import { MultiSelect, Select, Stack, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import type { Chosen, PlanValues } from './planDraft';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

interface InviteFieldsProps {
  portal: string;
  values: PlanValues;
  change: <K extends keyof PlanValues>(field: K, value: PlanValues[K]) => void;
}

/** Who is invited: people of the portal, the address book, groups of it, and anybody by address. */
export function InviteFields({ portal, values, change }: InviteFieldsProps) {
  const { t } = useTranslation('scheduling');
  const may = useRights();
  const groups = api.useQuery('get', '/portals/{portal}/contact-groups', { params: { path: { portal } } });
  return (
    <Stack>
      {may('SEE_PEOPLE') ? <PeopleSelect portal={portal} chosen={values.people} change={(people) => change('people', people)} /> : null}
      <ContactSelect portal={portal} chosen={values.contacts} change={(contacts) => change('contacts', contacts)} />
      <MultiSelect
        label={t('groups')}
        description={t('groups.help')}
        data={[...new Set([...(groups.data?.items ?? []).map(({ name }) => name), ...values.groups])]}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        value={values.groups}
        onChange={(value) => change('groups', value)}
      />
      <TagsInput
        label={t('addresses')}
        description={t('addresses.help')}
        splitChars={[',', ';', ' ']}
        maxTags={200}
        maxLength={254}
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        value={values.addresses}
        onChange={(value) => change('addresses', value)}
      />
      {values.addresses.length > 0 ? (
        <Select
          label={t('addresses.language')}
          data={LANGUAGES}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          placeholder={t('language.portal')}
          value={values.addressLanguage || null}
          onChange={(value) => change('addressLanguage', value ?? '')}
        />
      ) : null}
    </Stack>
  );
}

interface SelectProps {
  portal: string;
  chosen: Chosen[];
  change: (chosen: Chosen[]) => void;
}

function PeopleSelect({ portal, chosen, change }: SelectProps) {
  const { t } = useTranslation('scheduling');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const found = api.useQuery('get', '/portals/{portal}/people', {
    params: { path: { portal }, query: { limit: 20, ...(text ? { text } : {}) } },
  });
  const items = (found.data?.items ?? []).filter((one) => one.email).map((one) => ({ value: one.id, label: `${one.name} (${one.email})` }));
  return <FoundSelect label={t('people')} items={items} typed={typed} setTyped={setTyped} chosen={chosen} change={change} />;
}

function ContactSelect({ portal, chosen, change }: SelectProps) {
  const { t } = useTranslation('scheduling');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const found = api.useQuery('get', '/portals/{portal}/contacts', {
    params: { path: { portal }, query: { limit: 20, ...(text ? { text } : {}) } },
  });
  const items = (found.data?.items ?? []).filter((one) => one.email).map((one) => ({ value: one.id, label: `${one.name} (${one.email})` }));
  return <FoundSelect label={t('contacts')} items={items} typed={typed} setTyped={setTyped} chosen={chosen} change={change} />;
}

interface FoundSelectProps {
  label: string;
  items: Chosen[];
  typed: string;
  setTyped: (text: string) => void;
  chosen: Chosen[];
  change: (chosen: Chosen[]) => void;
}

/** Chooses several of what the server finds; what was chosen stays in the list. */
function FoundSelect({ label, items, typed, setTyped, chosen, change }: FoundSelectProps) {
  const { t } = useTranslation('scheduling');
  const known = new Map([...chosen, ...items].map((one) => [one.value, one]));
  return (
    <MultiSelect
      label={label}
      placeholder={t('find')}
      data={[...known.values()]}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has looked already, in more than the name.
      filter={({ options }) => options}
      hidePickedOptions
      nothingFoundMessage={t('find.none')}
      value={chosen.map((one) => one.value)}
      onChange={(values) => change(values.flatMap((value) => known.get(value) ?? []))}
    />
  );
}
