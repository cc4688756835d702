import { Button, ColorInput, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DirectoryGuide } from '@/ui/DirectoryGuide';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Portal, PortalDraft } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { BandwidthFields } from './BandwidthFields';
import { GeneralFields, ZONES } from './GeneralFields';
import { LimitsFields } from './LimitsFields';
import { limitsOf, nearest, withLimits } from './limits';
import { ACCENTS, PROFILES } from './usePortalSave';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a new portal is until somebody says otherwise. */
const FRESH: Omit<PortalDraft, 'name' | 'host' | 'language' | 'zone' | 'accent'> = {
  webInterface: true,
  profiles: PROFILES,
  features: ['RECORDING', 'PIN', 'CLICK2MEET'],
  meetingDefaults: { video: 'standard', sharing: 'standard' },
};

/** What is asked at once; everything else of a portal is in the fold. */
const BASICS = ['name', 'host', 'language', 'zone', 'accent'];

interface NewPortalFormProps {
  /** Called with the directory whose settings come next, if one was chosen. */
  done: (portal: Portal, directory?: string) => void;
}

export function NewPortalForm({ done }: NewPortalFormProps) {
  const { t, i18n } = useTranslation('tenancy');
  const queries = useQueryClient();
  const own = usePortal();
  const [directory, setDirectory] = useState('');
  const directories = api.useQuery('get', '/portals/{portal}/directories', { params: { path: { portal: own.id } } });
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      name: '',
      host: '',
      language: i18n.language,
      zone: ZONES.includes(HERE) ? HERE : 'UTC',
      accent: ACCENTS[0]!,
      ...limitsOf({ ...FRESH, name: '', host: '', language: '', zone: '', accent: '' }),
      ...FRESH.meetingDefaults,
      support: '',
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('portal.name.missing') : null),
      host: (value) => (value.trim() === '' ? t('portal.host.missing') : null),
    },
  });
  const values = form.getValues();

  const save = submit(async ({ name, host, language, zone, accent, support, video, sharing, ...limits }) => {
    const draft: PortalDraft = {
      ...FRESH,
      name: name.trim(),
      host: host.trim().toLowerCase(),
      language,
      zone,
      accent,
      ...(support.trim() === '' ? {} : { support: support.trim() }),
      meetingDefaults: { video: nearest(video, limits.profiles), sharing: nearest(sharing, limits.profiles) },
    };
    const saved = await client.POST('/portals', { body: withLimits(draft, limits) });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/portal') });
    notifications.show({ message: t('portal.saved', { host: draft.host }) });
    done(saved.data!, directory || undefined);
  });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <GeneralFields values={values} input={(name) => form.getInputProps(name)} root fresh />
            <ColorInput
              label={t('portal.accent')}
              description={t('portal.accent.help')}
              format="hex"
              swatches={ACCENTS}
              withEyeDropper={false}
              {...form.getInputProps('accent')}
            />
            {directories.data && directories.data.items.length > 0 ? (
              <div>
                <Select
                  label={t('portal.directory')}
                  description={t('portal.directory.help')}
                  allowDeselect={false}
                  value={directory}
                  onChange={(value) => setDirectory(value ?? '')}
                  data={[
                    { value: '', label: t('portal.directory.none') },
                    ...directories.data.items.map(({ plugin, title }) => ({ value: plugin, label: title })),
                  ]}
                />
                <DirectoryGuide />
              </div>
            ) : null}
          </Stack>
        </Paper>
        <Fold wanted={Object.keys(form.errors).some((name) => !BASICS.includes(name))}>
          <LimitsFields input={(name, options) => form.getInputProps(name, options)} root />
          <BandwidthFields profiles={values.profiles} input={(name) => form.getInputProps(name)} />
          <TextInput
            label={t('portal.support')}
            description={t('portal.support.help')}
            maxLength={200}
            {...form.getInputProps('support')}
          />
        </Fold>
        <Group>
          <Button type="submit" loading={saving}>
            {t('portals.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is seldom needed; open as long as something in it is wanted. */
function Fold({ wanted, children }: { wanted: boolean; children: ReactNode }) {
  const { t } = useTranslation('tenancy');
  const [chosen, setChosen] = useState(false);
  const open = chosen || wanted;
  return (
    <Paper p="lg">
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
          aria-expanded={open}
          onClick={() => setChosen(!open)}
        >
          {t('portal.more')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('portal.more.about')}
        </Text>
      </Group>
      {open ? (
        <Stack gap="lg" mt="lg">
          {children}
        </Stack>
      ) : null}
    </Paper>
  );
}
