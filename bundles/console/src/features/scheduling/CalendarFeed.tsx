import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { problemText } from '@/ui/problemText';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { When } from '@/ui/When';

/** The own calendar to subscribe to: made, given another address, ended. */
export function CalendarFeed() {
  const { t } = useTranslation(['scheduling', 'problems']);
  const portal = usePortal().id;
  const path = { params: { path: { portal } } };
  const query = api.useQuery('get', '/portals/{portal}/calendar-feed', path);
  const [address, setAddress] = useState<string>();
  const onError = (error: unknown) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
  const renew = api.useMutation('post', '/portals/{portal}/calendar-feed', {
    onSuccess: (feed) => {
      setAddress(feed.address);
      void query.refetch();
    },
    onError,
  });
  const revoke = api.useMutation('delete', '/portals/{portal}/calendar-feed', {
    onSuccess: () => {
      setAddress(undefined);
      void query.refetch();
    },
    onError,
  });
  const created = query.data?.created;
  return (
    <Paper p="lg">
      <Stack align="flex-start">
        <Title order={2}>{t('feed')}</Title>
        <Text c="dimmed">{t('feed.about')}</Text>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : query.data ? null : <Loading rows={1} />}
        {created ? (
          <Text>
            {t('feed.since')} <When at={created} />
          </Text>
        ) : null}
        {address ? (
          <Stack gap="xs" w="100%">
            <CopyField label={t('feed.address')} value={address} />
            <Text size="sm" c="dimmed">
              {t('feed.once')}
            </Text>
          </Stack>
        ) : null}
        <Group>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate(path)}>
            {created ? t('feed.renew') : t('feed.create')}
          </Button>
          {created ? (
            <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate(path)}>
              {t('feed.revoke')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Paper>
  );
}
