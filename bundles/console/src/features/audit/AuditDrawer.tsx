import { Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditChanges } from '@/ui/audit/AuditChanges';
import { done, who } from '@/ui/audit/actors';
import { Subject } from '@/ui/audit/Subject';
import { api } from '@/ui/server/client';
import { Failed, Loading } from '@/ui/States';
import { full } from '@/ui/time';
import { useZone } from '@/ui/useZone';
import classes from './AuditPage.module.css';

interface AuditDrawerProps {
  portal: string;
  id: string | undefined;
  close: () => void;
  /** Shows what else was done to the thing. */
  follow: (subject: string) => void;
}

export function AuditDrawer({ portal, id, close, follow }: AuditDrawerProps) {
  const { t } = useTranslation(['audit', 'ui']);
  return (
    <Drawer
      opened={id !== undefined}
      onClose={close}
      size="lg"
      title={t('one')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {id ? <AuditDetail portal={portal} id={id} follow={follow} /> : null}
    </Drawer>
  );
}

function AuditDetail({ portal, id, follow }: { portal: string; id: string; follow: (subject: string) => void }) {
  const { t, i18n } = useTranslation('audit');
  const zone = useZone();
  const query = api.useQuery('get', '/portals/{portal}/audit/{id}', { params: { path: { portal, id } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />;
  }
  const entry = query.data;
  const facts: [string, ReactNode][] = [
    [t('time'), full(new Date(entry.time), i18n.language, zone)],
    [t('who'), who(t, entry)],
    ...(entry.address ? ([[t('address'), entry.address === '[erased]' ? t('erased') : entry.address]] as [string, string][]) : []),
    [t('subject'), <Subject key="subject" entry={entry} />],
    [t('id'), entry.subjectId],
    [t('sequence'), String(entry.sequence)],
  ];
  return (
    <Stack>
      <Text fw={620} size="lg">
        {done(t, entry.action)}
      </Text>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <AuditChanges entry={entry} />
      <Group>
        <Button variant="default" leftSection={<IconFilter size={16} />} onClick={() => follow(entry.subjectId)}>
          {t('follow')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('hash')} <Code style={{ overflowWrap: 'anywhere' }}>{entry.hash}</Code>
      </Text>
    </Stack>
  );
}
