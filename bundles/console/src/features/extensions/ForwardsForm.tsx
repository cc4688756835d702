import { NumberInput, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { client, ifMatch } from '@/ui/server/client';
import { useServerForm } from '@/ui/useServerForm';
import { Devices } from './Devices';
import { type Forwards, ForwardsField } from './ForwardsField';
import { HotDesks } from './HotDesks';
import { ServicesForm } from './ServicesForm';
import { useThingsChanged } from './things';

export interface OwnExtension {
  id: string;
  number: string;
  doNotDisturb?: boolean;
  forwards: unknown;
  ringSeconds: number;
  version: number;
}

/** What a person chooses of an extension: whether it rings, and where its calls go instead. */
export function ForwardsForm({ portal, extension, own = false }: { portal: string; extension: OwnExtension; own?: boolean }) {
  const { t } = useTranslation('extensions');
  const changed = useThingsChanged();
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { doNotDisturb: extension.doNotDisturb ?? false, forwards: extension.forwards as Forwards, ringSeconds: extension.ringSeconds },
  });
  return (
    <Stack>
      <Paper p="lg" maw={820} component="section" aria-label={own ? t('own.title') : extension.number}>
        <form
          ref={formRef}
          noValidate
          onSubmit={submit(async ({ doNotDisturb, forwards, ringSeconds }) => {
            await client.PUT('/portals/{portal}/extensions/{extension}/forwards', {
              params: { path: { portal, extension: extension.id }, header: ifMatch(extension.version) },
              body: { doNotDisturb, forwards: forwards as never, ringSeconds: Number(ringSeconds) },
            });
            await changed();
            notifications.show({ message: t('saved') });
          })}
        >
          <Stack>
            <Title order={2}>{own ? t('own.title') : extension.number}</Title>
            <Text c="dimmed">{t('own.about', { number: extension.number })}</Text>
            <ProblemNote problem={problem} />
            <Switch label={t('field.doNotDisturb')} {...form.getInputProps('doNotDisturb', { type: 'checkbox' })} />
            <NumberInput label={t('own.ringSeconds')} description={t(own ? 'own.ringSeconds.about' : 'person.ringSeconds.about')} min={5} max={300} allowDecimal={false} maw={320} {...form.getInputProps('ringSeconds')} />
            <ForwardsField portal={portal} value={form.getValues().forwards} onChange={(value) => form.setFieldValue('forwards', value)} error={form.errors['forwards']} />
            <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
          </Stack>
        </form>
      </Paper>
      <ServicesForm portal={portal} extension={extension.id} number={extension.number} own={own} />
      <HotDesks portal={portal} extension={extension.id} />
      <Devices portal={portal} extension={extension.id} />
    </Stack>
  );
}
