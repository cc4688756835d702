import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberLook } from '@/ui/looked';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import type { Portal } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { BandwidthFields } from './BandwidthFields';
import { PROFILES, usePortalSave } from './usePortalSave';

/** What a camera and a shared screen send at most, as the server has it in its profiles. */
const KILOBITS: Record<string, number> = { low: 300, standard: 900, high: 1800, hd: 3500 };
const SHARING_KILOBITS: Record<string, number> = { low: 400, standard: 1000, high: 2000, hd: 4000 };

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
  const { video, sharing } = form.getValues();
  const raised =
    PROFILES.indexOf(video) > PROFILES.indexOf(portal.meetingDefaults.video) ||
    PROFILES.indexOf(sharing) > PROFILES.indexOf(portal.meetingDefaults.sharing);
  useEffect(() => rememberLook(portal.id), [portal.id]);
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
            <BandwidthFields profiles={portal.profiles} input={(name) => form.getInputProps(name)} />
            {raised ? (
              <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t('defaults.raised.title')} role="status">
                {t('defaults.raised', { kilobits: KILOBITS[video]! + SHARING_KILOBITS[sharing]! })}
              </Alert>
            ) : (
              <Text size="sm" c="dimmed">
                {t('defaults.warning')}
              </Text>
            )}
          </Stack>
        </Paper>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}
