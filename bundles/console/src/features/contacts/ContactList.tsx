import { Avatar, Badge, Group, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView, SearchField } from '@/ui/ListView';
import { PhoneNumber } from '@/ui/PhoneNumber';
import { api } from '@/ui/server/client';
import type { Contact } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { CrmFinds } from './CrmFinds';

export interface ContactFilter {
  text?: string | undefined;
  group?: string | undefined;
  visibility?: string | undefined;
}

interface ContactListProps {
  portal: string;
  filter: ContactFilter;
  show: (change: ContactFilter) => void;
  open: (id: string) => void;
  add: ReactNode;
}

export function ContactList({ portal, filter, show, open, add }: ContactListProps) {
  const { t } = useTranslation('contacts');
  const { text, group, visibility } = filter;
  const query = { limit: 50, ...(text ? { text } : {}), ...(group ? { group } : {}), ...(visibility ? { visibility } : {}) };
  const list = usePages<Contact>(
    api.useInfiniteQuery('get', '/portals/{portal}/contacts', { params: { path: { portal }, query } }, byCursor),
  );
  const columns: Column<Contact>[] = [
    {
      key: 'name',
      title: t('name'),
      heading: true,
      render: (contact) => (
        <Group gap="sm" wrap="nowrap">
          <Avatar name={contact.name} color="accent" size={28} aria-hidden />
          <ContactName contact={contact} />
        </Group>
      ),
    },
    { key: 'company', title: t('company'), render: (contact) => contact.company ?? '–' },
    { key: 'email', title: t('email'), render: (contact) => contact.email ?? '–' },
    {
      key: 'phone',
      title: t('phone'),
      width: 180,
      render: (contact) => {
        const number = contact.phone ?? contact.mobile ?? contact.extension;
        return number ? <PhoneNumber number={number} name={contact.name} /> : '–';
      },
    },
    { key: 'groups', title: t('groups'), render: (contact) => <Groups names={contact.groups} /> },
  ];
  return (
    <>
      <ListView
        list={list}
        columns={columns}
        id={(contact) => contact.id}
        label={t('title')}
        open={(contact) => open(contact.id)}
        filters={
          <>
            <SearchField value={text ?? ''} onChange={(wanted) => show({ text: wanted })} label={t('search')} />
            <GroupFilter portal={portal} value={group} change={(chosen) => show({ group: chosen })} />
            <VisibilityFilter value={visibility} change={(chosen) => show({ visibility: chosen })} />
          </>
        }
        filtered={Boolean(text || group || visibility)}
        empty={{ title: t('empty'), text: t('empty.text'), action: add }}
      />
      {text && !group && visibility !== 'PRIVATE' ? <CrmFinds portal={portal} text={text} /> : null}
    </>
  );
}

/** A public contact is bold, and says so to whoever cannot see that. */
export function ContactName({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const everybodys = contact.visibility === 'PUBLIC';
  return (
    <Text component="span" fw={everybodys ? 700 : 400} title={everybodys ? t('public') : t('private')}>
      {contact.name}
    </Text>
  );
}

function Groups({ names }: { names: string[] }) {
  if (names.length === 0) {
    return <>–</>;
  }
  return (
    <Group gap={4}>
      {names.map((name) => (
        <Badge key={name} color="gray" variant="light" tt="none" maw={160}>
          {name}
        </Badge>
      ))}
    </Group>
  );
}

function GroupFilter({ portal, value, change }: { portal: string; value: string | undefined; change: (group?: string) => void }) {
  const { t } = useTranslation('contacts');
  const groups = api.useQuery('get', '/portals/{portal}/contact-groups', { params: { path: { portal } } });
  const known = groups.data?.items ?? [];
  const names = known.map(({ name, members }) => ({ value: name, label: `${name} (${members})` }));
  if (names.length === 0 && !value) {
    return null;
  }
  return (
    <Select
      aria-label={t('group.filter')}
      placeholder={t('group.filter')}
      clearable
      clearButtonProps={{ 'aria-label': t('group.clear') }}
      searchable
      w={220}
      value={value ?? null}
      onChange={(chosen) => change(chosen ?? undefined)}
      data={value && !known.some(({ name }) => name === value) ? [...names, { value, label: value }] : names}
    />
  );
}

function VisibilityFilter({ value, change }: { value: string | undefined; change: (visibility?: string) => void }) {
  const { t } = useTranslation('contacts');
  return (
    <Select
      aria-label={t('visibility.filter')}
      placeholder={t('visibility.filter')}
      clearable
      clearButtonProps={{ 'aria-label': t('visibility.clear') }}
      w={190}
      value={value ?? null}
      onChange={(chosen) => change(chosen ?? undefined)}
      data={[
        { value: 'PUBLIC', label: t('public') },
        { value: 'PRIVATE', label: t('private') },
      ]}
    />
  );
}
