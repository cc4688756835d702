import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWorldCheck } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Script } from '@/ui/server/types';
import { byCursor, usePages } from '@/ui/usePages';
import { When } from '@/ui/When';
import { AllowedHosts } from './AllowedHosts';
import { ScriptState } from './ScriptState';

export function ScriptsPage() {
  const { t } = useTranslation('scripting');
  const portal = usePortal();
  const navigate = useNavigate();
  const [hosts, { open, close }] = useDisclosure();
  const list = usePages<Script>(
    api.useInfiniteQuery(
      'get',
      '/portals/{portal}/scripts',
      { params: { path: { portal: portal.id }, query: { limit: 50 } } },
      byCursor,
    ),
  );
  const create = (
    <Button component={Link} to="/scripts/new" leftSection={<IconPlus size={18} />}>
      {t('new')}
    </Button>
  );
  const columns: Column<Script>[] = [
    { key: 'name', title: t('name'), heading: true, share: 45, render: (script) => script.name },
    { key: 'state', title: t('state'), width: 190, render: (script) => <ScriptState script={script} /> },
    { key: 'error', title: t('error'), share: 55, render: (script) => script.error ?? '–' },
    { key: 'changed', title: t('changed'), width: 160, render: (script) => <When at={script.changed} /> },
  ];
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Button variant="default" leftSection={<IconWorldCheck size={18} />} onClick={open}>
            {t('hosts')}
          </Button>
          {create}
        </>
      }
    >
      <ListView
        list={list}
        columns={columns}
        id={(script) => script.id}
        label={t('title')}
        open={(script) => void navigate({ to: '/scripts/$id', params: { id: script.id } })}
        empty={{ title: t('empty'), text: t('empty.text'), action: create }}
      />
      <AllowedHosts portal={portal.id} opened={hosts} close={close} />
    </Page>
  );
}
