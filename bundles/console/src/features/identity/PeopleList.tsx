import { Button, Group, Select, Text } from '@mantine/core';
import { IconDownload, IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { type Column, ListView, SearchField } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import type { Person } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { DeletePerson } from './DeletePerson';
import { PeopleBulk } from './PeopleBulk';
import { exportAddress, filtered, given, type PeopleFilters } from './peopleFilters';
import { PersonState } from './PersonState';
import { RoleNames } from './RoleNames';
import { RowActions } from './RowActions';
import { type DepartmentChoice, useDepartments } from './useDepartments';
import { useRoleName, useRoles } from './useRoles';

const STATUSES = ['active', 'pending', 'disabled', 'expired'] as const;

interface PeopleListProps {
  portal: string;
  filters: PeopleFilters;
  setFilters: (filters: PeopleFilters) => void;
  /** Opens a person, or the form of a new one by the id `new`. */
  open: (id: string) => void;
  /** Where a person has the own page. */
  address: (id: string) => string;
}

export function NewPersonButton({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('identity');
  return (
    <Button leftSection={<IconUserPlus size={18} />} onClick={() => open('new')}>
      {t('people.new')}
    </Button>
  );
}

/** The ways of many people into the portal and out of it. */
export function PeopleFileButtons({ portal, filters }: { portal: string; filters: PeopleFilters }) {
  const { t } = useTranslation('identity');
  return (
    <>
      <Button variant="default" leftSection={<IconFileImport size={18} />} renderRoot={(props) => <Link to="/people/import" {...props} />}>
        {t('people.import')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} />}
        component="a"
        href={exportAddress(portal, filters)}
        download="people.csv"
      >
        {t('people.export')}
      </Button>
    </>
  );
}

export function PeopleList({ portal, filters, setFilters, open, address }: PeopleListProps) {
  const { t } = useTranslation('identity');
  const [selected, setSelected] = useState<Person[]>([]);
  const [deleted, setDeleted] = useState<Person>();
  const list = usePages<Person>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/people',
      { params: { path: { portal }, query: { limit: 50, ...given(filters) } } },
      byCursor,
    ),
  );
  const change = (part: PeopleFilters) => {
    setSelected([]);
    setFilters(given({ ...filters, ...part }));
  };
  const departments = useDepartments(portal);
  const columns: Column<Person>[] = [
    {
      key: 'name',
      title: t('person.name'),
      heading: true,
      sortable: true,
      share: 30,
      render: (person) => (
        <Group gap="sm" wrap="nowrap">
          <Face portal={portal} name={person.name} picture={person.picture} />
          <Text span inherit truncate title={person.name}>
            {person.name}
          </Text>
        </Group>
      ),
    },
    { key: 'login', title: t('person.login'), sortable: true, share: 20, render: (person) => person.login },
    { key: 'email', title: t('person.email'), share: 26, render: (person) => person.email ?? '–' },
    { key: 'roles', title: t('person.roles'), share: 24, render: (person) => <RoleNames person={person} /> },
    ...(departments.length > 1
      ? [
          {
            key: 'department',
            title: t('person.department'),
            share: 18,
            minor: true,
            render: (person: Person) => placesOf(person, departments),
          },
        ]
      : []),
    { key: 'state', title: t('person.state'), width: 140, render: (person) => <PersonState person={person} /> },
    {
      key: 'sign_in',
      title: t('person.lastSignIn'),
      width: 140,
      sortable: true,
      render: (person) => (person.lastSignIn ? <When at={person.lastSignIn} /> : t('person.lastSignIn.never')),
    },
    { key: 'created', title: t('person.since'), width: 130, minor: true, sortable: true, render: (person) => <When at={person.created} /> },
    {
      key: 'actions',
      title: t('people.actions'),
      width: 96,
      render: (person) => <RowActions person={person} address={address(person.id)} remove={() => setDeleted(person)} />,
    },
  ];
  return (
    <>
      <PeopleBulk portal={portal} people={selected} department={filters.department} clear={() => setSelected([])} />
      <ListView
        list={list}
        columns={columns}
        id={(person) => person.id}
        label={t('people.title')}
        open={(person) => open(person.id)}
        href={(person) => address(person.id)}
        sort={{ by: filters.sort ?? 'name', change: (sort) => change({ sort: sort === 'name' ? '' : sort }) }}
        selection={{ rows: selected, change: setSelected, label: (person) => t('people.select', { name: person.name }) }}
        filters={<Filters portal={portal} filters={filters} change={change} />}
        filtered={filtered(filters)}
        empty={{ title: t('people.empty'), text: t('people.empty.text'), action: <NewPersonButton open={open} /> }}
      />
      {deleted ? (
        <DeletePerson
          portal={portal}
          person={deleted}
          opened
          close={() => setDeleted(undefined)}
          gone={() => {
            setSelected([]);
            setDeleted(undefined);
          }}
        />
      ) : null}
    </>
  );
}

/** Where somebody is, the main department first. */
function placesOf(person: Person, departments: DepartmentChoice[]): string {
  const places = person.memberships.map(({ department }) => departments.find(({ id }) => id === department)?.name ?? '');
  return [...new Set(places)].filter(Boolean).join(', ') || '–';
}

function Filters({ portal, filters, change }: { portal: string; filters: PeopleFilters; change: (part: PeopleFilters) => void }) {
  const { t } = useTranslation('identity');
  const roles = useRoles(portal);
  const roleName = useRoleName(portal);
  const departments = useDepartments(portal);
  return (
    <>
      <SearchField value={filters.text ?? ''} onChange={(text) => change({ text })} label={t('people.search')} />
      <Select
        aria-label={t('people.filter.role')}
        placeholder={t('people.filter.role')}
        data={roles.map(({ name }) => ({ value: name, label: roleName(name) }))}
        value={filters.role ?? null}
        onChange={(role) => change({ role: role ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': t('people.filter.clear') }}
        w={190}
      />
      {departments.length > 1 ? (
        <Select
          aria-label={t('people.filter.department')}
          placeholder={t('people.filter.department')}
          data={departments.map(({ id, name }) => ({ value: id, label: name }))}
          value={filters.department ?? null}
          onChange={(department) => change({ department: department ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': t('people.filter.clear') }}
          w={190}
        />
      ) : null}
      <Select
        aria-label={t('people.filter.status')}
        placeholder={t('people.filter.status')}
        data={STATUSES.map((status) => ({ value: status, label: t(`person.state.${status}`) }))}
        value={filters.status ?? null}
        onChange={(status) => change({ status: status ?? '' })}
        clearable
        clearButtonProps={{ 'aria-label': t('people.filter.clear') }}
        w={150}
      />
    </>
  );
}
