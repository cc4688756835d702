import { Button, Group, NumberInput, Paper, Stack, Text, Title } from '@mantine/core';
import { IconLink, IconLinkOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { ProblemNote } from '@/ui/ProblemNote';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Recording } from '@/ui/server/types';
import { full } from '@/ui/time';
import { useZone } from '@/ui/useZone';

const USUAL_DAYS = 7;

/** Makes a link, says until when there is one, and takes it back. */
export function LinkCard({ portal, recording, changed }: { portal: string; recording: Recording; changed: () => void }) {
  const { t, i18n } = useTranslation('recordings');
  const zone = useZone();
  const open = usePortal().features.includes('PUBLIC_DOWNLOAD');
  const [days, setDays] = useState<number | string>(USUAL_DAYS);
  const [made, setMade] = useState<string>();
  const params = { path: { portal, id: recording.id } };
  const share = api.useMutation('put', '/portals/{portal}/recordings/{id}/link', {
    onSuccess: (link) => {
      setMade(`${location.origin}/r/${link.token}`);
      changed();
    },
  });
  const revoke = api.useMutation('delete', '/portals/{portal}/recordings/{id}/link', {
    onSuccess: () => {
      setMade(undefined);
      changed();
    },
  });
  const { link } = recording;
  return (
    <Paper component="section" withBorder p="md">
      <Stack>
        <Title order={2}>{t('link')}</Title>
        <Text c="dimmed">{t(open ? 'link.public' : 'link.private')}</Text>
        {made ? (
          <>
            <CopyField value={made} label={t('link')} />
            <Text size="sm" role="status">
              {t('link.once')}
            </Text>
          </>
        ) : null}
        {link ? <Text size="sm">{t('link.until', { date: full(new Date(link.expires), i18n.language, zone) })}</Text> : null}
        <Group align="flex-end">
          <NumberInput label={t('link.days')} min={1} max={365} value={days} onChange={setDays} allowDecimal={false} w={160} />
          <Button
            leftSection={<IconLink size={18} />}
            variant={link ? 'default' : 'filled'}
            loading={share.isPending}
            onClick={() => share.mutate({ params, body: { days: Number(days) } })}
          >
            {t(link ? 'link.again' : 'link.make')}
          </Button>
          {link ? (
            <Button leftSection={<IconLinkOff size={18} />} variant="default" loading={revoke.isPending} onClick={() => revoke.mutate({ params })}>
              {t('link.revoke')}
            </Button>
          ) : null}
        </Group>
        <ProblemNote problem={share.error ?? revoke.error ?? undefined} />
      </Stack>
    </Paper>
  );
}
