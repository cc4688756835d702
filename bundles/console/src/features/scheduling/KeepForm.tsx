import { Button, NumberInput, Paper, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';

interface KeepFormProps {
  portal: string;
}

/** For how long the portal keeps planned meetings that are over. */
export function KeepForm({ portal }: KeepFormProps) {
  const query = api.useQuery('get', '/portals/{portal}/planned-meeting-rules', { params: { path: { portal } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={2} />;
  }
  const { keepDays, usualDays } = query.data;
  return <Form key={keepDays ?? 0} portal={portal} days={keepDays} usual={usualDays} saved={() => void query.refetch()} />;
}

function Form({ portal, days, usual, saved }: KeepFormProps & { days: number | undefined; usual: number; saved: () => void }) {
  const { t } = useTranslation('scheduling');
  const { form, problem, saving, formRef, submit } = useServerForm<{ keepDays: number | string }>({
    mode: 'controlled',
    initialValues: { keepDays: days ?? '' },
  });
  const save = submit(async ({ keepDays }) => {
    await client.PUT('/portals/{portal}/planned-meeting-rules', {
      params: { path: { portal } },
      body: keepDays === '' ? {} : { keepDays: Number(keepDays) },
    });
    notifications.show({ message: t('saved') });
    saved();
  });
  return (
    <Paper component="form" ref={formRef} noValidate onSubmit={save} p="lg" mt="lg" maw={640}>
      <Stack align="flex-start">
        <Title order={2}>{t('keep')}</Title>
        <ProblemNote problem={problem} />
        <NumberInput
          label={t('keep.days')}
          description={t('keep.help', { days: usual })}
          placeholder={String(usual)}
          inputMode="numeric"
          allowDecimal={false}
          allowNegative={false}
          max={100_000}
          clampBehavior="none"
          w="100%"
          {...form.getInputProps('keepDays')}
        />
        <Button type="submit" variant="default" disabled={!form.isDirty()} loading={saving}>
          {t('save')}
        </Button>
      </Stack>
    </Paper>
  );
}
