import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';
import type { Script } from '@/ui/server/types';
import { When } from '@/ui/When';
import classes from './ScriptEditor.module.css';

interface VersionsPanelProps {
  portal: string;
  script: Script;
  restore: (source: string) => void;
}

/** What the script was before, and the way back. */
export function VersionsPanel({ portal, script, restore }: VersionsPanelProps) {
  const { t } = useTranslation('scripting');
  const [shown, setShown] = useState<number>();
  const query = api.useQuery('get', '/portals/{portal}/scripts/{id}/versions', {
    params: { path: { portal, id: script.id } },
  });
  if (query.error) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return <Loading rows={4} />;
  }
  const earlier = query.data.items.filter((version) => version.version !== script.version);
  if (earlier.length === 0) {
    return (
      <Text c="dimmed" ta="center" py="xl">
        {t('versions.empty')}
      </Text>
    );
  }
  return (
    <ul className={classes.versions}>
      {earlier.map((version) => (
        <li key={version.version}>
          <Paper p="sm">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={580}>{t('version', { number: version.version })}</Text>
                <Text size="xs" c="dimmed">
                  {version.author} · <When at={version.saved} />
                </Text>
              </div>
              <Group gap="xs" wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-expanded={shown === version.version}
                  onClick={() => setShown(shown === version.version ? undefined : version.version)}
                >
                  {t('version.show')}
                </Button>
                <Button size="compact-sm" variant="light" onClick={() => restore(version.source)}>
                  {t('version.restore')}
                </Button>
              </Group>
            </Group>
            {shown === version.version ? (
              <pre className={classes.preview} tabIndex={0}>
                {version.source}
              </pre>
            ) : null}
          </Paper>
        </li>
      ))}
    </ul>
  );
}
