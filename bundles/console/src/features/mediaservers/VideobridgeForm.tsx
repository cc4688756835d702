import { Alert, Button, Group, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnected } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { ProblemNote } from '@/ui/ProblemNote';
import { client, ifMatch } from '@/ui/server/client';
import { useServerForm } from '@/ui/useServerForm';

export type Videobridge = components['schemas']['JvbServer'];
type Check = components['schemas']['JvbCheck'];

/** A Jitsi Videobridge to be added, or changed; it can be tried out before it is saved. */
export function VideobridgeForm({ bridge, done }: { bridge?: Videobridge; done: () => void }) {
  const { t } = useTranslation('mediaservers');
  const queries = useQueryClient();
  const [check, setCheck] = useState<Check>();
  const [failure, setFailure] = useState<unknown>();
  const [trying, setTrying] = useState(false);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      name: bridge?.name ?? '',
      url: bridge?.url ?? '',
      region: bridge?.region ?? '',
      capacity: (bridge?.capacity || '') as number | '',
      networks: (bridge?.networks ?? []).join('\n'),
      enabled: bridge?.enabled ?? true,
    },
  });

  async function tryOut() {
    setTrying(true);
    setCheck(undefined);
    setFailure(undefined);
    try {
      const { data } = await client.POST('/jitsi-videobridges/test', { body: { url: form.getValues().url.trim() } });
      setCheck(data);
    } catch (error) {
      setFailure(error);
    } finally {
      setTrying(false);
    }
  }

  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ capacity, networks, ...rest }) => {
        const body = { ...rest, networks: networks.split(/[\s,;]+/).filter(Boolean), ...(capacity === '' ? {} : { capacity }) };
        if (bridge) {
          await client.PUT('/jitsi-videobridges/{id}', { params: { path: { id: bridge.id }, header: ifMatch(bridge.version) }, body });
        } else {
          await client.POST('/jitsi-videobridges', { body });
        }
        await queries.invalidateQueries({ predicate: ({ queryKey }) => /media-server|videobridge/.test(String(queryKey[1])) });
        done();
      })}
    >
      <Stack>
        <ProblemNote problem={problem ?? failure} />
        <TextInput label={t('jvb.name')} description={t('jvb.name.help')} required autoFocus {...form.getInputProps('name')} />
        <TextInput label={t('jvb.url')} description={t('jvb.url.help')} placeholder="http://10.0.0.7:8080" required {...form.getInputProps('url')} />
        <TextInput label={t('jvb.region')} description={t('jvb.region.help')} {...form.getInputProps('region')} />
        <Textarea label={t('jvb.networks')} description={t('jvb.networks.help')} rows={4} maxLength={4000} {...form.getInputProps('networks')} />
        <NumberInput label={t('jvb.capacity')} description={t('jvb.capacity.help')} min={1} clampBehavior="none" allowDecimal={false} {...form.getInputProps('capacity')} />
        <Switch label={t('jvb.enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        {check ? (
          <Alert
            color={check.good ? 'green' : 'red'}
            icon={check.good ? <IconPlugConnected size={18} /> : <IconAlertTriangle size={18} />}
            role="status"
            title={check.good ? t('jvb.check.good') : t(`check.${check.code ?? ''}`, { defaultValue: t('jvb.check.bad') })}
          >
            {[check.version, check.detail].filter(Boolean).join(' · ')}
          </Alert>
        ) : null}
        <Group>
          <Button type="submit" loading={saving}>
            {bridge ? t('ui:save') : t('jvb.add')}
          </Button>
          <Button variant="default" loading={trying} onClick={() => void tryOut()}>
            {t('jvb.try')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
