import { NumberInput, Paper, Select, SimpleGrid, Stack, Switch, TagsInput, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { Failed, Loading } from '@/ui/States';
import { api, client, ifMatch } from '@/ui/server/client';
import type { components } from '@/api/schema';
import { useServerForm } from '@/ui/useServerForm';
import { type Destination, DestinationField } from './DestinationField';
import { KeysField } from './KeysField';
import { type TimeGroup, TimesField } from './TimesField';
import { useInternalNumbers, useThingsChanged } from './things';

const LANGUAGES = ['en', 'de', 'es', 'fr'];
const ZONES = Intl.supportedValuesOf('timeZone');

type Services = components['schemas']['PhoneServices'];

interface ServicesFormProps {
  portal: string;
  extension: string;
  number: string;
  /** Of who reads it. */
  own?: boolean;
}

/** What an extension does besides ringing: follow me, a secretary, times, calling back. */
export function ServicesForm({ portal, extension, number, own = false }: ServicesFormProps) {
  const query = api.useQuery('get', '/portals/{portal}/extensions/{extension}/services', { params: { path: { portal, extension } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />;
  }
  return <Filled key={query.data.version} portal={portal} extension={extension} number={number} own={own} services={query.data} />;
}

function Filled({ portal, extension, number, own, services }: ServicesFormProps & { services: Services }) {
  const { t } = useTranslation('extensions');
  const changed = useThingsChanged();
  const people = useInternalNumbers(portal).filter(({ destination }) => destination.kind === 'EXTENSION' && destination.value !== extension);
  const { followMe, secretary, assistant, timeGroups, times, receives, callBack, language, zone } = services;
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      followMe: { ...followMe, numbers: followMe.numbers ?? [] },
      secretary: { ...secretary, passing: secretary.passing ?? [] },
      assistant: { on: false, seconds: 5, tries: 2, ...assistant, keys: (assistant?.keys ?? {}) as Record<string, Destination> },
      timeGroups: (timeGroups ?? []) as TimeGroup[],
      times: (times ?? {}) as Record<string, string>,
      receives: receives ?? false,
      callBack: callBack ?? false,
      language: language ?? '',
      zone: zone ?? '',
    },
  });
  const values = form.getValues();
  const follow = (name: string) => form.getInputProps(`followMe.${name}`, { type: 'checkbox' });
  const keysFault = Object.entries(form.errors).find(([field]) => field.startsWith('assistant.keys'))?.[1];
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('clear') } };
  return (
    <Paper p="lg" maw={820} component="section" aria-label={t('services.title', { number })}>
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async ({ language: spoken, zone: meant, ...chosen }) => {
          await client.PUT('/portals/{portal}/extensions/{extension}/services', {
            params: { path: { portal, extension }, header: ifMatch(services.version) },
            body: { ...chosen, ...(spoken ? { language: spoken } : {}), ...(meant ? { zone: meant } : {}) } as never,
          });
          await changed();
          notifications.show({ message: t('saved') });
        })}
      >
        <Stack>
          <Title order={2}>{t('services.title', { number })}</Title>
          <ProblemNote problem={problem} />
          <Text fw={600}>{t('follow.title')}</Text>
          <Switch label={t('follow.on')} {...follow('on')} />
          <TagsInput label={t('follow.numbers')} description={t('follow.numbers.about')} maxTags={10} {...clear} {...form.getInputProps('followMe.numbers')} />
          <NumberInput label={t('follow.first')} min={0} max={300} allowDecimal={false} {...form.getInputProps('followMe.firstSeconds')} />
          <NumberInput label={t('follow.seconds')} min={5} max={300} allowDecimal={false} {...form.getInputProps('followMe.seconds')} />
          <Switch label={t('follow.oneByOne')} {...follow('oneByOne')} />
          <Switch label={t('follow.confirm')} {...follow('confirm')} />
          <Switch label={t('follow.internal')} {...follow('internal')} />
          <Switch label={t('follow.showOwn')} {...follow('showOwn')} />
          <DestinationField
            portal={portal}
            label={t('follow.otherwise')}
            none={t('to.none')}
            value={values.followMe.otherwise as Destination | undefined}
            onChange={(to) => {
              const { otherwise: _, ...rest } = values.followMe;
              form.setFieldValue('followMe', (to ? { ...rest, otherwise: to } : rest) as never);
            }}
            error={form.errors['followMe.otherwise']}
          />
          <Text fw={600}>{t('secretary.title')}</Text>
          <Switch label={t('secretary.on')} {...form.getInputProps('secretary.on', { type: 'checkbox' })} />
          <Select
            label={t('secretary.extension')}
            searchable
            {...clear}
            data={people.map(({ destination, label }) => ({ value: destination.value ?? '', label }))}
            value={values.secretary.extension ?? null}
            error={form.errors['secretary.extension']}
            onChange={(chosen) => {
              const { extension: _, ...rest } = values.secretary;
              form.setFieldValue('secretary', (chosen ? { ...rest, extension: chosen } : rest) as never);
            }}
          />
          <TagsInput label={t('secretary.passing')} description={t('secretary.passing.about')} {...clear} {...form.getInputProps('secretary.passing')} />
          <div>
            <Text fw={600}>{t('assistant.title')}</Text>
            <Text size="sm" c="dimmed">
              {t(own ? 'assistant.about' : 'person.assistant.about')}
            </Text>
          </div>
          <Switch label={t('assistant.on')} {...form.getInputProps('assistant.on', { type: 'checkbox' })} />
          <KeysField portal={portal} value={values.assistant.keys} onChange={(keys) => form.setFieldValue('assistant.keys', keys)} error={keysFault} />
          <NumberInput label={t('assistant.seconds')} min={2} max={60} allowDecimal={false} {...form.getInputProps('assistant.seconds')} />
          <NumberInput label={t('assistant.tries')} min={1} max={5} allowDecimal={false} {...form.getInputProps('assistant.tries')} />
          <DestinationField
            portal={portal}
            label={t('assistant.otherwise')}
            none={t('assistant.mailbox')}
            value={values.assistant.otherwise as Destination | undefined}
            onChange={(to) => {
              const { otherwise: _, ...rest } = values.assistant;
              form.setFieldValue('assistant', (to ? { ...rest, otherwise: to } : rest) as never);
            }}
            error={form.errors['assistant.otherwise']}
          />
          <Switch label={t('services.receives')} {...form.getInputProps('receives', { type: 'checkbox' })} />
          <Switch label={t('services.callBack')} {...form.getInputProps('callBack', { type: 'checkbox' })} />
          <div>
            <Text fw={600}>{t('speaks.title')}</Text>
            <Text size="sm" c="dimmed">
              {t('speaks.about')}
            </Text>
          </div>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t('speaks.language')}
              placeholder={t('speaks.language.none')}
              {...clear}
              data={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
              value={values.language || null}
              onChange={(value) => form.setFieldValue('language', value ?? '')}
              error={form.errors['language']}
            />
            <Select
              label={t('speaks.zone')}
              placeholder={t('speaks.zone.none')}
              searchable
              {...clear}
              data={ZONES}
              value={values.zone || null}
              onChange={(value) => form.setFieldValue('zone', value ?? '')}
              error={form.errors['zone']}
            />
          </SimpleGrid>
          <TimesField
            groups={values.timeGroups}
            times={values.times}
            onChange={(groups, bound) => {
              form.setFieldValue('timeGroups', groups);
              form.setFieldValue('times', bound);
            }}
          />
          <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
        </Stack>
      </form>
    </Paper>
  );
}
