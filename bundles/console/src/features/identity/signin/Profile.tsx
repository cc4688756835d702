import { Paper, Select, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client } from '@/ui/server/client';
import { sessionQuery, useSession } from '@/ui/server/session';
import { useServerForm } from '@/ui/useServerForm';
import { useQueryClient } from '@tanstack/react-query';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

/** The own language and time zone. */
export function Profile() {
  const { t } = useTranslation('signin');
  const queries = useQueryClient();
  const person = useSession().person!;
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { language: person.language ?? '', zone: person.zone ?? '' },
  });
  return (
    <Paper p="lg">
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async ({ language, zone }) => {
          await client.PUT('/account/profile', { body: { ...(language ? { language } : {}), ...(zone ? { zone } : {}) } });
          form.resetDirty();
          await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
          notifications.show({ message: t('person.saved') });
        })}
      >
        <Stack>
          <Title order={2}>{t('profile')}</Title>
          <ProblemNote problem={problem} />
          <Select
            label={t('profile.language')}
            placeholder={t('profile.portal')}
            data={LANGUAGES}
            clearable
            {...form.getInputProps('language')}
            value={form.getValues().language || null}
            onChange={(value) => form.setFieldValue('language', value ?? '')}
          />
          <Select
            label={t('profile.zone')}
            placeholder={t('profile.portal')}
            data={Intl.supportedValuesOf('timeZone')}
            searchable
            clearable
            limit={50}
            {...form.getInputProps('zone')}
            value={form.getValues().zone || null}
            onChange={(value) => form.setFieldValue('zone', value ?? '')}
          />
          <SaveBar shown={form.isDirty()} saving={saving} undo={form.reset} />
        </Stack>
      </form>
    </Paper>
  );
}
