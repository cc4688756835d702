import { Button, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { useMailboxChanged } from './useMailboxChanged';

const KINDS = ['unavailable', 'busy', 'name', 'assistant'] as const;

/** What callers of a mailbox hear; where nothing was spoken or sent, the server speaks. */
export function Greetings({ portal, extension }: { portal: string; extension: string }) {
  const { t } = useTranslation('voicemail');
  const changed = useMailboxChanged();
  const [problem, setProblem] = useState<unknown>();
  const [version, setVersion] = useState(0);
  const query = api.useQuery('get', '/portals/{portal}/mailboxes/{extension}/greetings', { params: { path: { portal, extension } } });
  const there = new Set(query.data?.items.map(({ greeting }) => greeting));
  const act = (task: () => Promise<unknown>) => {
    setProblem(undefined);
    task().then(
      async () => {
        setVersion((before) => before + 1);
        await changed();
        notifications.show({ message: t('saved') });
      },
      (error: unknown) => setProblem(error),
    );
  };
  const path = (greeting: string) => ({ path: { portal, extension, greeting } });
  const send = (greeting: string, file: File | null) => {
    if (file) {
      act(() =>
        client.PUT('/portals/{portal}/mailboxes/{extension}/greetings/{greeting}', {
          params: path(greeting),
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'Content-Type': 'audio/wav' },
        }),
      );
    }
  };
  return (
    <Paper p="lg" maw={820} component="section" aria-label={t('greetings')}>
      <Stack>
        <Title order={2}>{t('greetings')}</Title>
        <Text c="dimmed">{t('greetings.about')}</Text>
        <ProblemNote problem={problem} />
        {KINDS.map((kind) => (
          <Group key={kind} gap="sm">
            <Text w={220}>{t(`greeting.${kind}`)}</Text>
            {there.has(kind) ? (
              <audio
                key={version}
                controls
                preload="none"
                aria-label={t(`greeting.${kind}`)}
                src={`/api/v1/portals/${portal}/mailboxes/${extension}/greetings/${kind}`}
                style={{ height: 36 }}
              />
            ) : null}
            <FileButton accept="audio/wav,.wav" onChange={(file) => send(kind, file)}>
              {(props) => (
                <Button {...props} variant="default" size="xs" leftSection={<IconUpload size={16} />} aria-label={t('greeting.send', { greeting: t(`greeting.${kind}`) })}>
                  {t('send')}
                </Button>
              )}
            </FileButton>
            {there.has(kind) ? (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconTrash size={16} />}
                aria-label={t('greeting.delete', { greeting: t(`greeting.${kind}`) })}
                onClick={() => act(() => client.DELETE('/portals/{portal}/mailboxes/{extension}/greetings/{greeting}', { params: path(kind) }))}
              >
                {t('remove')}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
