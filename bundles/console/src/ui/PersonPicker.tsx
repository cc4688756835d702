import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { api } from '@/ui/server/client';
import type { Person } from '@/ui/server/types';

interface PersonPickerProps {
  portal: string;
  label: string;
  description?: ReactNode;
  placeholder?: string;
  /** In a row of filters: the label is what stands in the empty field. */
  unlabelled?: boolean;
  clearLabel: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Finds a person by name, login or e-mail address. */
export function PersonPicker({ portal, label, description, placeholder, unlabelled, clearLabel, value, onChange }: PersonPickerProps) {
  const [typed, setTyped] = useState('');
  const chosen = usePerson(portal, value);
  const [text] = useDebouncedValue(typed === chosen?.name ? '' : typed.trim(), 200);
  const found = api.useQuery('get', '/portals/{portal}/people', {
    params: { path: { portal }, query: { limit: 20, ...(text ? { text } : {}) } },
  });
  const people = [...(chosen ? [chosen] : []), ...(found.data?.items ?? []).filter(({ id }) => id !== chosen?.id)];
  return (
    <Select
      {...(unlabelled ? { 'aria-label': label, placeholder: label, w: 220 } : { label })}
      description={description}
      {...(placeholder ? { placeholder } : {})}
      data={people.map(({ id, name, login }) => ({ value: id, label: people.some((one) => one.id !== id && one.name === name) ? `${name} (${login})` : name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': clearLabel }}
      onSearchChange={setTyped}
      // The server has looked already, in more than the name.
      filter={({ options }) => options}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}

export function usePerson(portal: string, id: string | undefined): Person | undefined {
  return api.useQuery('get', '/portals/{portal}/people/{id}', { params: { path: { portal, id: id ?? '' } } }, { enabled: Boolean(id) }).data;
}
