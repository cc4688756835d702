import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { ProblemNote } from '@/ui/ProblemNote';
import { StateBadge } from '@/ui/StateBadge';
import { api, client } from '@/ui/server/client';
import { Failed, Loading } from '@/ui/States';
import { type Handed, SecretDialog } from './SecretDialog';
import { useThingsChanged } from './things';

/** The devices of an extension; who sets it up adds some, and everybody renews the password of their own. */
export function Devices({ portal, extension, changeable = false }: { portal: string; extension: string; changeable?: boolean }) {
  const { t } = useTranslation('extensions');
  const changed = useThingsChanged();
  const [name, setName] = useState('');
  const [handed, setHanded] = useState<Handed>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // Who sees events is told when a phone comes and goes; everybody else looks anew.
  const query = api.useQuery('get', '/portals/{portal}/extensions/{extension}/devices', { params: { path: { portal, extension } } }, { refetchInterval: 30_000 });

  async function act(action: () => Promise<Handed | undefined>) {
    setBusy(true);
    setProblem(undefined);
    try {
      setHanded(await action());
      await changed();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const add = () =>
    act(async () => {
      const { data } = await client.POST('/portals/{portal}/extensions/{extension}/devices', {
        params: { path: { portal, extension } },
        body: { name: name.trim() || t('person.device') },
      });
      setName('');
      return data;
    });
  const renew = (device: string) =>
    act(async () => (await client.POST('/portals/{portal}/devices/{device}/password', { params: { path: { portal, device } } })).data);
  const remove = (device: string) =>
    act(async () => {
      await client.DELETE('/portals/{portal}/devices/{device}', { params: { path: { portal, device } } });
      return undefined;
    });

  const devices = query.data?.items ?? [];
  return (
    <Paper p="lg" maw={820} component="section" aria-label={t('devices')}>
      <Stack>
        <Title order={2} size="h4">
          {t('devices')}
        </Title>
        <ProblemNote problem={problem} />
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : query.isPending ? <Loading rows={2} /> : null}
        {query.data && devices.length === 0 ? <Text c="dimmed">{t('devices.none')}</Text> : null}
        {devices.map((device) => (
          <Group key={device.id} component="article" aria-label={device.name} justify="space-between" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {device.name}
                </Text>
                <Connected device={device} />
              </Group>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t('field.user')}: {device.user}
              </Text>
              {(device.registrations ?? []).map(({ id, userAgent, address, transport }) => (
                <Text key={id} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {[userAgent, address, transport].filter(Boolean).join(' · ')}
                </Text>
              ))}
            </div>
            <Group gap="xs">
              <Button size="xs" variant="default" disabled={busy} aria-label={t('device.renew.of', { name: device.name })} onClick={() => void renew(device.id)}>
                {t('device.renew')}
              </Button>
              {changeable ? (
                <ActionIcon variant="subtle" color="gray" size="lg" disabled={busy} aria-label={t('device.delete.of', { name: device.name })} onClick={() => void remove(device.id)}>
                  <IconTrash size={18} />
                </ActionIcon>
              ) : null}
            </Group>
          </Group>
        ))}
        {changeable ? (
          <Group align="flex-end" gap="sm">
            <TextInput label={t('device.name')} placeholder={t('person.device')} maxLength={100} value={name} flex="1 1 180px" onChange={(event) => setName(event.currentTarget.value)} />
            <Button leftSection={<IconPlus size={18} />} loading={busy} onClick={() => void add()}>
              {t('device.add')}
            </Button>
          </Group>
        ) : null}
        <SecretDialog handed={handed} close={() => setHanded(undefined)} />
      </Stack>
    </Paper>
  );
}

function Connected({ device }: { device: components['schemas']['ListedDevice'] }) {
  const { t } = useTranslation('extensions');
  return device.registrations?.length ? <StateBadge signal="live">{t('device.connected')}</StateBadge> : <StateBadge signal="quiet">{t('device.apart')}</StateBadge>;
}
