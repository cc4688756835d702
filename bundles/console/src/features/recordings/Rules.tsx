import { Button, Group, NumberInput, Paper, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api } from '@/ui/server/client';

/** For how long the portal keeps recordings. */
export function Rules({ portal }: { portal: string }) {
  const params = { path: { portal } };
  const query = api.useQuery('get', '/portals/{portal}/recording-rules', { params });
  return query.data ? (
    <Form key={query.data.keepDays ?? 0} portal={portal} days={query.data.keepDays} saved={() => void query.refetch()} />
  ) : (
    <ProblemNote problem={query.error ?? undefined} />
  );
}

function Form({ portal, days, saved }: { portal: string; days: number | undefined; saved: () => void }) {
  const { t } = useTranslation('recordings');
  const [chosen, setChosen] = useState<number | string>(days ?? '');
  const save = api.useMutation('put', '/portals/{portal}/recording-rules', {
    onSuccess: () => {
      notifications.show({ message: t('rules.saved') });
      saved();
    },
  });
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      mt="xl"
      onSubmit={(event) => {
        event.preventDefault();
        const keepDays = Number(chosen);
        save.mutate({ params: { path: { portal } }, body: keepDays > 0 ? { keepDays } : {} });
      }}
    >
      <Stack>
        <Title order={2}>{t('rules')}</Title>
        <Group align="flex-end">
          <NumberInput label={t('rules.days')} description={t('rules.help')} min={1} max={3650} value={chosen} onChange={setChosen} allowDecimal={false} />
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
        <ProblemNote problem={save.error ?? undefined} />
      </Stack>
    </Paper>
  );
}
