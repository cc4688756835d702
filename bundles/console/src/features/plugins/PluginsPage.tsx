import { Alert, Code } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { PluginView } from '@/ui/server/types';
import { versionText } from '@/ui/versionText';
import { PluginState } from './PluginState';
import { useLivePlugins } from './useLivePlugins';

export function PluginsPage() {
  const { t } = useTranslation('plugins');
  const portal = usePortal();
  const navigate = useNavigate();
  return (
    <Page title={t('title')} about={portal.root ? t('about.root') : t('about')}>
      {portal.root ? (
        <Alert mb="lg" color="gray" icon={<IconInfoCircle size={18} />}>
          <Trans t={t} i18nKey="drop" components={{ folder: <Code /> }} />
        </Alert>
      ) : null}
      <PluginList portal={portal.id} open={(name) => void navigate({ to: '/plugins/$name', params: { name } })} />
    </Page>
  );
}

/** The plugins, and what each does in one portal. */
export function PluginList({ portal, open }: { portal: string; open: (name: string) => void }) {
  const { t } = useTranslation('plugins');
  const { root } = usePortal();
  useLivePlugins(portal);
  const query = api.useQuery('get', '/portals/{portal}/plugins', { params: { path: { portal } } });
  const columns: Column<PluginView>[] = [
    { key: 'title', title: t('name'), heading: true, render: (plugin) => plugin.title },
    { key: 'id', title: t('id'), minor: true, render: (plugin) => <Code>{plugin.name}</Code> },
    { key: 'version', title: t('version'), width: 160, render: (plugin) => versionText(plugin.version, t) || '–' },
    { key: 'state', title: t('state'), width: 320, render: (plugin) => <PluginState plugin={plugin} /> },
  ];
  return (
    <ListView
      list={{
        rows: query.data?.items ?? [],
        loading: query.isPending,
        error: query.error,
        retry: () => void query.refetch(),
      }}
      columns={columns}
      id={(plugin) => plugin.name}
      label={t('title')}
      open={(plugin) => open(plugin.name)}
      empty={{ title: t('empty'), text: root ? t('empty.root') : t('empty.text') }}
    />
  );
}
