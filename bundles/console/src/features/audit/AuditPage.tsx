import { Button, Group, Menu, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { done, who } from '@/ui/audit/actors';
import { fieldList } from '@/ui/audit/fields';
import { Subject } from '@/ui/audit/Subject';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { PersonPicker } from '@/ui/PersonPicker';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { AuditEntry } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { AuditDrawer } from './AuditDrawer';
import classes from './AuditPage.module.css';
import { ACTIONS, type AuditQuery, type AuditSearch, asQuery, kept } from './filters';
import { VerifyButton } from './VerifyButton';

export function AuditPage() {
  const { t } = useTranslation('audit');
  const portal = usePortal();
  const search: AuditSearch = useSearch({ from: '/inside/shell/audit' });
  const navigate = useNavigate();
  const show = (change: AuditSearch) =>
    void navigate({
      to: '/audit',
      search: kept({ ...search, ...change }),
      replace: !('entry' in change),
    });
  return (
    <Page wide title={t('title')} about={t('about')} actions={<Actions portal={portal.id} query={asQuery(search)} />}>
      <AuditList portal={portal.id} search={search} show={show} />
    </Page>
  );
}

/** The audit of a portal that root looks at, as a tab of its page. */
export function AuditTab({ portal }: { portal: string }) {
  const [search, setSearch] = useState<AuditSearch>({});
  return (
    <Stack>
      <Group justify="flex-end">
        <Actions portal={portal} query={asQuery(search)} />
      </Group>
      <AuditList portal={portal} search={search} show={(change) => setSearch(kept({ ...search, ...change }))} />
    </Stack>
  );
}

interface AuditListProps {
  portal: string;
  search: AuditSearch;
  show: (change: AuditSearch) => void;
}

function AuditList({ portal, search, show }: AuditListProps) {
  const { t } = useTranslation('audit');
  const query = asQuery(search);
  const list = usePages<AuditEntry>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/audit',
      { params: { path: { portal }, query: { ...query, limit: 50 } } },
      byCursor,
    ),
  );
  const columns: Column<AuditEntry>[] = [
    { key: 'time', title: t('time'), width: 160, render: (entry) => <When at={entry.time} seconds /> },
    { key: 'action', title: t('action'), heading: true, render: (entry) => done(t, entry.action) },
    { key: 'who', title: t('who'), render: (entry) => who(t, entry) },
    { key: 'subject', title: t('subject'), render: (entry) => <Subject entry={entry} /> },
    {
      key: 'address',
      title: t('address'),
      width: 150,
      roomy: true,
      render: (entry) => (entry.address === '[erased]' ? t('erased') : (entry.address ?? '–')),
    },
    {
      key: 'fields',
      title: t('changes'),
      minor: true,
      render: (entry) => fieldList(t, entry),
    },
  ];
  return (
    <>
      <ListView
        list={list}
        columns={columns}
        id={(entry) => entry.id}
        label={t('title')}
        open={(entry) => show({ entry: entry.id })}
        filtered={Object.keys(query).length > 0}
        filters={<Filters portal={portal} search={search} show={show} />}
        empty={{ title: t('empty'), text: t('empty.text') }}
      />
      <AuditDrawer
        portal={portal}
        id={search.entry}
        close={() => show({ entry: undefined })}
        follow={(subject) => show({ subject, entry: undefined })}
      />
    </>
  );
}

function Actions({ portal, query }: { portal: string; query: AuditQuery }) {
  const { t } = useTranslation('audit');
  const file = (format: string) => `/api/v1/portals/${portal}/audit/export?${new URLSearchParams({ ...query, format }).toString()}`;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={18} />}>
            {t('export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={file('csv')} download>
            {t('export.csv')}
          </Menu.Item>
          <Menu.Item component="a" href={file('jsonl')} download>
            {t('export.jsonl')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <VerifyButton portal={portal} />
    </>
  );
}

function Filters({ portal, search, show }: AuditListProps) {
  const { t } = useTranslation('audit');
  const may = useRights();
  return (
    <>
      <Select
        aria-label={t('filter.action')}
        placeholder={t('filter.action')}
        clearable
        clearButtonProps={{ 'aria-label': t('filter.clear') }}
        w={220}
        value={search.action ?? null}
        onChange={(action) => show({ action: action ?? undefined })}
        data={ACTIONS.map((kind) => ({ value: `${kind}.*`, label: t(`kind.${kind}`) }))}
      />
      {may('MANAGE_PEOPLE') ? (
        <PersonPicker
          portal={portal}
          label={t('filter.person')}
          unlabelled
          clearLabel={t('filter.person.clear')}
          value={search.person}
          onChange={(person) => show({ person })}
        />
      ) : null}
      <TextInput
        type="date"
        aria-label={t('filter.from')}
        title={t('filter.from')}
        value={search.from ?? ''}
        onChange={(event) => show({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        aria-label={t('filter.until')}
        title={t('filter.until')}
        value={search.until ?? ''}
        onChange={(event) => show({ until: event.currentTarget.value || undefined })}
      />
      {search.subject ? (
        <Text component="button" className={classes.pill} onClick={() => show({ subject: undefined })}>
          {t('subject.only', { subject: search.subject.slice(-12) })} ×
        </Text>
      ) : null}
      {search.person && !may('MANAGE_PEOPLE') ? (
        <Text component="button" className={classes.pill} onClick={() => show({ person: undefined })}>
          {t('person.only', { person: search.person.slice(-12) })} ×
        </Text>
      ) : null}
    </>
  );
}
