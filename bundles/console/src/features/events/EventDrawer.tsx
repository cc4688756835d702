import { ActionIcon, Button, Code, CopyButton, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatchbayEvent } from '@/ui/server/types';
import { full } from '@/ui/time';
import { useZone } from '@/ui/useZone';
import classes from './EventDrawer.module.css';
import { dataOf } from './eventKinds';

interface EventDrawerProps {
  event: PatchbayEvent | undefined;
  close: () => void;
  /** Shows what else happened to the event's subject. */
  follow: (subject: string) => void;
}

export function EventDrawer({ event, close, follow }: EventDrawerProps) {
  const { t } = useTranslation('ui');
  return (
    <Drawer
      opened={event !== undefined}
      onClose={close}
      size="lg"
      title={t('events:one')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {event ? <EventDetail event={event} follow={follow} /> : null}
    </Drawer>
  );
}

function EventDetail({ event, follow }: { event: PatchbayEvent; follow: (subject: string) => void }) {
  const { t, i18n } = useTranslation('events');
  const zone = useZone();
  const json = JSON.stringify({ ...event, data: dataOf(event.data) }, null, 2);
  const facts: [string, string][] = [
    [t('type'), event.type],
    [t('time'), full(new Date(event.time), i18n.language, zone)],
    [t('source'), event.source],
    [t('subject'), event.subject],
    [t('sequence'), event.sequence > 0 ? String(event.sequence) : t('passing')],
    ...(event.causationid ? ([[t('cause'), event.causationid]] as [string, string][]) : []),
  ];
  return (
    <Stack>
      <Text fw={620} size="lg">
        {t(`type.${event.type}`, { defaultValue: event.type })}
      </Text>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Group>
        <Button variant="default" leftSection={<IconFilter size={16} />} onClick={() => follow(event.subject)}>
          {t('follow')}
        </Button>
      </Group>
      <div className={classes.json}>
        <CopyButton value={json}>
          {({ copied, copy }) => (
            <ActionIcon className={classes.copy} variant="default" onClick={copy} aria-label={t(copied ? 'ui:copied' : 'ui:copy')}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          )}
        </CopyButton>
        <Code block tabIndex={0} aria-label={t('json')} role="region">
          {json}
        </Code>
      </div>
    </Stack>
  );
}
