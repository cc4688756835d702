import { Button, Checkbox, Group, NumberInput, Paper, PasswordInput, Select, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { api, client, ifMatch } from '@/ui/server/client';
import type { Mailbox, MailboxSettings } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { Greetings } from './Greetings';
import { useMailboxChanged } from './useMailboxChanged';

interface MailboxFormProps {
  portal: string;
  extension: string;
  number: string;
}

/** What is chosen of a mailbox, by its person or for them. */
export function MailboxForm(props: MailboxFormProps) {
  const { portal, extension } = props;
  const query = api.useQuery('get', '/portals/{portal}/mailboxes/{extension}', { params: { path: { portal, extension } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={4} />;
  }
  return (
    <Stack>
      <SettingsForm key={query.data.version} {...props} box={query.data} />
      <PinForm {...props} box={query.data} />
      <Greetings portal={portal} extension={extension} />
    </Stack>
  );
}

const FLAGS = ['mail', 'attach', 'deleteMailed', 'envelope', 'callerId', 'pinAtOwnPhone', 'review', 'dictation', 'dictationMail'] as const;
const NUMBERS = [
  ['shortestSeconds', 0, 30],
  ['longestSeconds', 10, 1800],
  ['silenceSeconds', 0, 60],
] as const;

function SettingsForm({ portal, extension, number, box }: MailboxFormProps & { box: Mailbox }) {
  const { t } = useTranslation('voicemail');
  const changed = useMailboxChanged();
  const numbers = api.useQuery('get', '/portals/{portal}/internal-numbers', { params: { path: { portal } } });
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      enabled: box.enabled,
      mail: box.mail ?? false,
      attach: box.attach ?? false,
      deleteMailed: box.deleteMailed ?? false,
      dictation: box.dictation ?? false,
      dictationMail: box.dictationMail ?? false,
      envelope: box.envelope ?? false,
      callerId: box.callerId ?? false,
      pinAtOwnPhone: box.pinAtOwnPhone ?? false,
      review: box.review ?? false,
      shortestSeconds: box.shortestSeconds,
      longestSeconds: box.longestSeconds,
      silenceSeconds: box.silenceSeconds,
      language: box.language ?? '',
      operator: box.operator ? `${box.operator.kind}:${box.operator.value}` : '',
    },
  });
  const choices = (numbers.data?.items ?? []).map(({ destination, label }) => ({ value: `${destination.kind}:${destination.value}`, label }));
  const chosen = form.getValues().operator;
  const operators = chosen && !choices.some(({ value }) => value === chosen) ? [...choices, { value: chosen, label: box.operator?.value ?? chosen }] : choices;
  return (
    <Paper p="lg" maw={820} component="section" aria-label={t('settings.of', { number })}>
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async ({ operator, language, ...values }) => {
          const [kind = '', value = ''] = operator.split(':');
          const body: MailboxSettings = {
            ...box,
            ...values,
            ...(language ? { language } : { language: undefined }),
            operator: operator ? ({ kind, value } as MailboxSettings['operator']) : undefined,
          } as MailboxSettings;
          await client.PUT('/portals/{portal}/mailboxes/{extension}', {
            params: { path: { portal, extension }, header: ifMatch(box.version) },
            body,
          });
          await changed();
          notifications.show({ message: t('saved') });
        })}
      >
        <Stack>
          <Title order={2}>{t('settings.of', { number })}</Title>
          <ProblemNote problem={problem} />
          <Switch label={t('field.enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {FLAGS.map((name) => (
              <Checkbox key={name} label={t(`field.${name}`)} {...form.getInputProps(name, { type: 'checkbox' })} />
            ))}
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {NUMBERS.map(([name, min, max]) => (
              <NumberInput key={name} label={t(`field.${name}`)} min={min} max={max} allowDecimal={false} {...form.getInputProps(name)} />
            ))}
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('field.language')}
              placeholder={t('language.portal')}
              clearable
              clearButtonProps={{ 'aria-label': t('clear') }}
              data={['en', 'de', 'es', 'fr'].map((value) => ({ value, label: t(`language.${value}`) }))}
              value={form.getValues().language || null}
              onChange={(value) => form.setFieldValue('language', value ?? '')}
              error={form.errors['language']}
            />
            <Select
              label={t('field.operator')}
              placeholder={t('operator.none')}
              clearable
              searchable
              clearButtonProps={{ 'aria-label': t('clear') }}
              data={operators}
              value={chosen || null}
              onChange={(value) => form.setFieldValue('operator', value ?? '')}
              error={form.errors['operator']}
            />
          </SimpleGrid>
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        </Stack>
      </form>
    </Paper>
  );
}

function PinForm({ portal, extension, box }: MailboxFormProps & { box: Mailbox }) {
  const { t } = useTranslation('voicemail');
  const changed = useMailboxChanged();
  const [pin, setPin] = useState('');
  const save = api.useMutation('put', '/portals/{portal}/mailboxes/{extension}/pin', {
    onSuccess: async () => {
      setPin('');
      await changed();
      notifications.show({ message: t('saved') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ params: { path: { portal, extension } }, body: { pin } });
  };
  return (
    <Paper p="lg" maw={820} component="section" aria-label={t('pin')}>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2}>{t('pin')}</Title>
          <Text c="dimmed">{t(box.hasPin ? 'pin.set' : 'pin.none')}</Text>
          <Group align="end">
            <PasswordInput label={t('pin.new')} value={pin} onChange={(event) => setPin(event.currentTarget.value)} inputMode="numeric" maxLength={10} autoComplete="off" miw={220} visibilityToggleButtonProps={{ 'aria-label': t('pin.show') }} />
            <Button type="submit" disabled={pin.length < 4} loading={save.isPending}>
              {t('pin.save')}
            </Button>
          </Group>
          <ProblemNote problem={save.error} />
        </Stack>
      </form>
    </Paper>
  );
}
