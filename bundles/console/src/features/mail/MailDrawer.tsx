import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useRights } from '@/ui/server/session';
import { problemText } from '@/ui/problemText';
import { When } from '@/ui/When';
import { MailBodyView } from './MailBodyView';
import { MailState } from './MailState';

export function MailDrawer({ portal, id, close }: { portal: string; id: string | undefined; close: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Drawer
      opened={id !== undefined}
      onClose={close}
      size="lg"
      title={t('mail:one')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {id ? <MailDetail portal={portal} id={id} /> : null}
    </Drawer>
  );
}

function MailDetail({ portal, id }: { portal: string; id: string }) {
  const { t } = useTranslation(['mail', 'problems']);
  const may = useRights();
  const queries = useQueryClient();
  const path = { params: { path: { portal, id } } };
  const query = api.useQuery('get', '/portals/{portal}/mails/{id}', path);
  const retry = api.useMutation('post', '/portals/{portal}/mails/{id}/retry', {
    onSuccess: (mail) => {
      notifications.show({ message: t(mail.state === 'KEPT' ? 'queued.kept' : 'queued') });
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/mails') });
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  if (query.error) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return <Loading />;
  }
  const mail = query.data;
  return (
    <Stack>
      <div>
        <Text fw={620} size="lg">
          {mail.subject}
        </Text>
        <Text c="dimmed">
          {t('to')} {mail.to} · <When at={mail.created} />
          {mail.kind ? ` · ${t(`kind.${mail.kind}`, { defaultValue: mail.kind })}` : ''}
        </Text>
      </div>
      <Group justify="space-between">
        <MailState mail={mail} />
        {mail.state === 'SENT' ? null : (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={retry.isPending}
            onClick={() => retry.mutate(path)}
          >
            {t('retry')}
          </Button>
        )}
      </Group>
      {mail.error ? (
        <Alert
          color={mail.state === 'QUEUED' ? 'yellow' : 'red'}
          title={mail.state === 'BOUNCED' ? t('bounced.title') : t('attempts', { count: mail.attempts })}
        >
          <Text style={{ overflowWrap: 'anywhere' }}>{mail.error}</Text>
          {mail.state === 'BOUNCED' ? <Text mt="xs">{t('bounced')}</Text> : null}
        </Alert>
      ) : null}
      {mail.next ? (
        <Text>
          {t('next')}: <When at={mail.next} />
        </Text>
      ) : null}
      {mail.state === 'KEPT' ? <Text c="dimmed">{t('kept')}</Text> : null}
      {may('SEE_MAIL_BODY') ? (
        <MailBodyView portal={portal} id={id} />
      ) : (
        <Text c="dimmed" size="xs">
          {t('hidden')}
        </Text>
      )}
    </Stack>
  );
}
