import { Checkbox, NumberInput, Paper, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import type { Portal, PortalDraft } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { PROFILES, usePortalSave } from './usePortalSave';

const FEATURES = ['RECORDING', 'PUBLIC_DOWNLOAD', 'PIN'] as const;

/** What root lets a portal do; its own administrators change the features alone. */
export function LimitsForm({ portal, root, done }: { portal: Portal; root: boolean; done: () => void }) {
  const { t } = useTranslation('tenancy');
  const save = usePortalSave(portal, done);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      webInterface: portal.webInterface,
      expires: portal.expires ?? '',
      participantLimit: portal.participantLimit ?? ('' as number | string),
      storageMegabytes: portal.storageMegabytes ?? ('' as number | string),
      profiles: portal.profiles as string[],
      features: portal.features as string[],
    },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit((values) =>
        save(({ expires, participantLimit, storageMegabytes, ...draft }) => {
          void [expires, participantLimit, storageMegabytes];
          return {
            ...draft,
            webInterface: values.webInterface,
            ...(values.expires === '' ? {} : { expires: values.expires }),
            ...(values.participantLimit === '' ? {} : { participantLimit: Number(values.participantLimit) }),
            ...(values.storageMegabytes === '' ? {} : { storageMegabytes: Number(values.storageMegabytes) }),
            profiles: PROFILES.filter((profile) => values.profiles.includes(profile)),
            features: values.features as PortalDraft['features'],
          };
        }),
      )}
    >
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack gap="lg">
            <Switch
              label={t('portal.web')}
              description={t('portal.web.help')}
              disabled={!root}
              {...form.getInputProps('webInterface', { type: 'checkbox' })}
            />
            <TextInput
              type="date"
              label={t('portal.expires')}
              description={t('portal.expires.help')}
              disabled={!root}
              maw={260}
              {...form.getInputProps('expires')}
            />
            <NumberInput
              label={t('portal.limit')}
              description={t('portal.limit.help')}
              placeholder={t('portal.limit.none')}
              disabled={!root}
              min={1}
              max={100000}
              allowDecimal={false}
              maw={260}
              {...form.getInputProps('participantLimit')}
            />
            <NumberInput
              label={t('portal.storage')}
              description={t('portal.storage.help')}
              placeholder={t('portal.storage.usual')}
              min={0}
              max={100_000_000}
              allowDecimal={false}
              maw={260}
              {...form.getInputProps('storageMegabytes')}
            />
            <Checkbox.Group
              label={t('portal.profiles')}
              description={t('portal.profiles.help')}
              {...form.getInputProps('profiles')}
            >
              <Stack gap="xs" mt="xs">
                {PROFILES.map((profile) => (
                  <Checkbox key={profile} value={profile} label={t(`profile.${profile}`)} disabled={!root} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Checkbox.Group
              label={t('portal.features')}
              description={t('portal.features.help')}
              {...form.getInputProps('features')}
            >
              <Stack gap="xs" mt="xs">
                {FEATURES.map((feature) => (
                  <Checkbox
                    key={feature}
                    value={feature}
                    label={t(`feature.${feature}`)}
                    description={t(`feature.${feature}.help`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          </Stack>
        </Paper>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}
