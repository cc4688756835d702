import { Alert, Paper, Select, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import type { Portal } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { PROFILES, usePortalSave } from './usePortalSave';

/** What new meetings of the portal get. */
export function DefaultsForm({ portal, done }: { portal: Portal; done: () => void }) {
  const { t } = useTranslation('tenancy');
  const save = usePortalSave(portal, done);
  const { form, problem, saving, formRef, submit } = useServerForm(
    {
      mode: 'controlled',
      initialValues: { video: portal.meetingDefaults.video, sharing: portal.meetingDefaults.sharing },
    },
    '/meetingDefaults',
  );
  const choices = PROFILES.filter((profile) => portal.profiles.includes(profile));
  const data = choices.map((value) => ({ value, label: t(`profile.${value}`) }));
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit((meetingDefaults) => save((draft) => ({ ...draft, meetingDefaults })))}
    >
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <Select
              label={t('defaults.video')}
              description={t('defaults.video.help')}
              allowDeselect={false}
              data={data}
              {...form.getInputProps('video')}
            />
            <Select
              label={t('defaults.sharing')}
              description={t('defaults.sharing.help')}
              allowDeselect={false}
              data={data}
              {...form.getInputProps('sharing')}
            />
            <Alert color="yellow" icon={<IconInfoCircle size={18} />}>
              {t('defaults.warning')}
            </Alert>
          </Stack>
        </Paper>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}
