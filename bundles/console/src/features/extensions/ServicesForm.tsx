import { NumberInput, Paper, Select, Stack, Switch, TagsInput, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { Failed, Loading } from '@/ui/States';
import { api, client, ifMatch } from '@/ui/server/client';
import type { components } from '@/api/schema';
import { useServerForm } from '@/ui/useServerForm';
import { type Destination, DestinationField } from './DestinationField';
import { type TimeGroup, TimesField } from './TimesField';
import { useInternalNumbers, useThingsChanged } from './things';

type Services = components['schemas']['PhoneServices'];

interface ServicesFormProps {
  portal: string;
  extension: string;
  number: string;
}

/** What an extension does besides ringing: follow me, a secretary, times, calling back. */
export function ServicesForm({ portal, extension, number }: ServicesFormProps) {
  const query = api.useQuery('get', '/portals/{portal}/extensions/{extension}/services', { params: { path: { portal, extension } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />;
  }
  return <Filled key={query.data.version} portal={portal} extension={extension} number={number} services={query.data} />;
}

function Filled({ portal, extension, number, services }: ServicesFormProps & { services: Services }) {
  const { t } = useTranslation('extensions');
  const changed = useThingsChanged();
  const people = useInternalNumbers(portal).filter(({ destination }) => destination.kind === 'EXTENSION' && destination.value !== extension);
  const { followMe, secretary, timeGroups, times, receives, callBack } = services;
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      followMe: { ...followMe, numbers: followMe.numbers ?? [] },
      secretary: { ...secretary, passing: secretary.passing ?? [] },
      timeGroups: (timeGroups ?? []) as TimeGroup[],
      times: (times ?? {}) as Record<string, string>,
      receives: receives ?? false,
      callBack: callBack ?? false,
    },
  });
  const values = form.getValues();
  const follow = (name: string) => form.getInputProps(`followMe.${name}`, { type: 'checkbox' });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('clear') } };
  return (
    <Paper p="lg" maw={820} component="section" aria-label={t('services.title', { number })}>
      <form
        ref={formRef}
        noValidate
        onSubmit={submit(async (chosen) => {
          await client.PUT('/portals/{portal}/extensions/{extension}/services', {
            params: { path: { portal, extension }, header: ifMatch(services.version) },
            body: chosen as never,
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
            data={people.map(({ destination, label }) => ({ value: destination.value, label }))}
            value={values.secretary.extension ?? null}
            error={form.errors['secretary.extension']}
            onChange={(chosen) => {
              const { extension: _, ...rest } = values.secretary;
              form.setFieldValue('secretary', (chosen ? { ...rest, extension: chosen } : rest) as never);
            }}
          />
          <TagsInput label={t('secretary.passing')} description={t('secretary.passing.about')} {...clear} {...form.getInputProps('secretary.passing')} />
          <Switch label={t('services.receives')} {...form.getInputProps('receives', { type: 'checkbox' })} />
          <Switch label={t('services.callBack')} {...form.getInputProps('callBack', { type: 'checkbox' })} />
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
