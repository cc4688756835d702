import { Button, ColorInput, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DirectoryGuide } from '@/ui/DirectoryGuide';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { api, client, ifMatch } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Portal, PortalDraft } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { isHost, portalAddress } from './portalAddress';
import { HostCheckNote } from './HostCheckNote';
import { draftOf, PROFILES } from './usePortalSave';

const LANGUAGES = ['en', 'de', 'es', 'fr'];
export const ACCENTS = ['#2f6fed', '#0f7c8a', '#1f9d61', '#7a5af5', '#b4438f', '#c2492e', '#8a6d1d', '#475569'];
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Münchner Werkzeugbau GmbH` as the first label of a host. */
export function hostFor(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** What a new portal is until somebody says otherwise. */
const FRESH: Omit<PortalDraft, 'name' | 'host' | 'language' | 'zone' | 'accent'> = {
  webInterface: true,
  profiles: PROFILES,
  features: ['RECORDING', 'PIN'],
  meetingDefaults: { video: 'standard', sharing: 'standard' },
};

interface PortalFormProps {
  portal?: Portal;
  /** Only root moves a portal to another host. */
  root?: boolean;
  /** Called with the directory whose settings come next, if one was chosen. */
  done: (portal: Portal, directory?: string) => void;
}

export function PortalForm({ portal, root = true, done }: PortalFormProps) {
  const { t, i18n } = useTranslation('tenancy');
  const queries = useQueryClient();
  const own = usePortal();
  const [directory, setDirectory] = useState('');
  const directories = api.useQuery(
    'get',
    '/portals/{portal}/directories',
    { params: { path: { portal: own.id } } },
    { enabled: !portal },
  );
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      name: portal?.name ?? '',
      host: portal?.host ?? '',
      language: portal?.language ?? i18n.language,
      zone: portal?.zone ?? (ZONES.includes(HERE) ? HERE : 'UTC'),
      accent: portal?.accent ?? ACCENTS[0]!,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('portal.name.missing') : null),
      host: (value) => (value.trim() === '' ? t('portal.host.missing') : null),
    },
  });
  const { host, name } = form.getValues();
  const suggestion = hostFor(name);

  const save = submit(async (values) => {
    const body = { ...(portal ? draftOf(portal) : FRESH), ...values, name: values.name.trim(), host: values.host.trim().toLowerCase() };
    const saved = portal
      ? await client.PUT('/portals/{portal}', {
          params: { path: { portal: portal.id }, header: ifMatch(portal.version) },
          body,
        })
      : await client.POST('/portals', { body });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/portal') });
    notifications.show({ message: t('portal.saved', { host: body.host }) });
    done(saved.data!, directory || undefined);
  });

  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <TextInput label={t('portal.name')} maxLength={100} autoFocus={!portal} {...form.getInputProps('name')} />
            <div>
              <TextInput
                label={t('portal.host')}
                description={t('portal.host.help')}
                maxLength={253}
                autoCapitalize="none"
                spellCheck={false}
                disabled={!root}
                placeholder={suggestion ? `${suggestion}.${location.hostname}` : ''}
                {...form.getInputProps('host')}
              />
              <Text size="xs" c="dimmed" mt={4} aria-live="polite">
                {isHost(host.trim()) ? t('portal.host.hint', { address: portalAddress(host.trim().toLowerCase()) }) : ' '}
              </Text>
              {root ? <HostCheckNote host={host} /> : null}
            </div>
            <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
              <Select
                label={t('portal.language')}
                allowDeselect={false}
                miw={180}
                data={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
                {...form.getInputProps('language')}
              />
              <Select
                label={t('portal.zone')}
                allowDeselect={false}
                searchable
                miw={180}
                limit={80}
                data={ZONES}
                {...form.getInputProps('zone')}
              />
            </Group>
            {portal ? null : (
            <ColorInput
              label={t('portal.accent')}
              description={t('portal.accent.help')}
              format="hex"
              swatches={ACCENTS}
              withEyeDropper={false}
              {...form.getInputProps('accent')}
            />
            )}
            {!portal && directories.data && directories.data.items.length > 0 ? (
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
        {portal ? (
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        ) : (
          <Group>
            <Button type="submit" loading={saving}>
              {t('portals.create')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
