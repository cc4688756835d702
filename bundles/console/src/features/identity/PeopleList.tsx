import { Avatar, Button, Group } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView, SearchField } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import type { Person } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { PersonState } from './PersonState';
import { RoleNames } from './RoleNames';

interface PeopleListProps {
  portal: string;
  text: string;
  search: (text: string) => void;
  /** Opens a person, or the form of a new one by the id `new`. */
  open: (id: string) => void;
}

export function NewPersonButton({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('identity');
  return (
    <Button leftSection={<IconUserPlus size={18} />} onClick={() => open('new')}>
      {t('people.new')}
    </Button>
  );
}

export function PeopleList({ portal, text, search, open }: PeopleListProps) {
  const { t } = useTranslation('identity');
  const list = usePages<Person>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/people',
      { params: { path: { portal }, query: { limit: 50, ...(text ? { text } : {}) } } },
      byCursor,
    ),
  );
  const columns: Column<Person>[] = [
    {
      key: 'name',
      title: t('person.name'),
      heading: true,
      render: (person) => (
        <Group gap="sm" wrap="nowrap">
          <Avatar name={person.name} color="accent" size={28} aria-hidden />
          <span>{person.name}</span>
        </Group>
      ),
    },
    { key: 'login', title: t('person.login'), render: (person) => person.login },
    { key: 'email', title: t('person.email'), render: (person) => person.email ?? '–' },
    { key: 'roles', title: t('person.roles'), render: (person) => <RoleNames person={person} /> },
    { key: 'state', title: t('person.state'), width: 150, render: (person) => <PersonState person={person} /> },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={(person) => person.id}
      label={t('people.title')}
      open={(person) => open(person.id)}
      filters={<SearchField value={text} onChange={search} label={t('people.search')} />}
      filtered={text !== ''}
      empty={{ title: t('people.empty'), text: t('people.empty.text'), action: <NewPersonButton open={open} /> }}
    />
  );
}
