import { Alert, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPlugOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { DirectoryGuide } from '@/ui/DirectoryGuide';
import { Page } from '@/ui/Page';
import { BeyondNote } from '@/ui/rights/BeyondNote';
import { LockedButton } from '@/ui/rights/LockedButton';
import { useBeyond } from '@/ui/rights/useBeyond';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { usePortal, useRights } from '@/ui/server/session';
import type { PluginView } from '@/ui/server/types';
import { Empty, Failed, Loading } from '@/ui/States';
import { versionText } from '@/ui/versionText';
import { PluginState } from './PluginState';
import { SettingsForm } from './SettingsForm';
import { useConnectionTest } from './useConnectionTest';
import { useLivePlugins } from './useLivePlugins';

export function PluginPage() {
  const { t } = useTranslation('plugins');
  const { name } = useParams({ from: '/inside/shell/plugins/$name' });
  return <PluginOf portal={usePortal().id} name={name} back={{ to: '/plugins', label: t('title') }} />;
}

interface PluginOfProps {
  portal: string;
  name: string;
  back: { to: string; label: string };
}

/** A plugin, and what one portal has set for it. */
export function PluginOf({ portal, name, back }: PluginOfProps) {
  const { t } = useTranslation('plugins');
  const { root } = usePortal();
  const may = useRights();
  useLivePlugins(portal);
  const query = api.useQuery('get', '/portals/{portal}/plugins/{plugin}', {
    params: { path: { portal, plugin: name } },
  });
  const test = useConnectionTest(portal, name);
  const directories = api.useQuery(
    'get',
    '/portals/{portal}/directories',
    { params: { path: { portal } } },
    { enabled: may('MANAGE_PEOPLE') },
  );
  const beyond = useBeyond('directory', directories.data?.items.find((directory) => directory.plugin === name)?.beyond);
  const gone = query.error && asProblem(query.error).status === 404;
  if (gone || !query.data) {
    return (
      <Page title={gone ? name : t('one')} back={back}>
        {gone ? (
          <Empty title={t('gone')} text={t('gone.text')} />
        ) : query.error ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  }
  const plugin = query.data;
  return (
    <Page
      title={plugin.title}
      state={<PluginState plugin={plugin} />}
      about={plugin.version ? t('version.of', { version: versionText(plugin.version, t) }) : undefined}
      back={back}
      actions={plugin.configured ? <Disconnect portal={portal} plugin={plugin} beyond={beyond} /> : undefined}
    >
      {plugin.error ? (
        <Alert color="red" mb="lg" maw={640} icon={<IconAlertTriangle size={18} />} title={t('state.failed')}>
          {root ? plugin.error : t('failed.text')}
        </Alert>
      ) : null}
      {directories.data?.items.some((directory) => directory.plugin === name) ? (
        <div style={{ marginBottom: 16 }}>
          <DirectoryGuide />
        </div>
      ) : null}
      {plugin.schema ? (
        <>
          <div style={{ maxWidth: 640, marginBottom: beyond ? 16 : 0 }}>
            <BeyondNote reason={beyond} />
          </div>
          <fieldset disabled={beyond !== undefined} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <SettingsForm key={plugin.revision} portal={portal} plugin={plugin} test={test} />
          </fieldset>
        </>
      ) : (
        <Text c="dimmed">{t('no.settings')}</Text>
      )}
    </Page>
  );
}

function Disconnect({ portal, plugin, beyond }: { portal: string; plugin: PluginView; beyond: string | undefined }) {
  const { t } = useTranslation('plugins');
  const [asking, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  return (
    <>
      <LockedButton variant="default" leftSection={<IconPlugOff size={18} />} reason={beyond} onClick={open}>
        {t('disconnect')}
      </LockedButton>
      <ConfirmName
        opened={asking}
        close={close}
        title={t('disconnect.title', { plugin: plugin.title })}
        consequences={t('disconnect.text')}
        name={plugin.name}
        action={t('disconnect')}
        act={async () => {
          await client.DELETE('/portals/{portal}/plugins/{plugin}/settings', {
            params: { path: { portal, plugin: plugin.name } },
          });
          close();
          await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/plugins') });
        }}
      />
    </>
  );
}
