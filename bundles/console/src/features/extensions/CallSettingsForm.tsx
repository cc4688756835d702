import { MultiSelect, NumberInput, Paper, Select, SimpleGrid, Stack, Switch, TagsInput, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import type { components } from '@/api/schema';
import { api, client, ifMatch } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { CODES } from './codes';
import { countries } from './countries';
import { LimitsToday } from './LimitsToday';
import { useThingsChanged } from './things';

type Settings = components['schemas']['CallSettings'];

const COUNTS = ['simultaneous', 'minutesPerDay', 'destinationsPerDay'] as const;

/** What holds for every call of the portal. */
export function CallSettingsForm() {
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/call-settings', { params: { path: { portal } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={4} />;
  }
  return <Fields key={query.data.version} portal={portal} settings={query.data} />;
}

function Fields({ portal, settings }: { portal: string; settings: Settings }) {
  const { t, i18n } = useTranslation('extensions');
  const all = useMemo(() => countries(i18n.language), [i18n.language]);
  const changed = useThingsChanged();
  const { limits } = settings;
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: {
      country: settings.country,
      areaCode: settings.areaCode,
      outsidePrefix: settings.outsidePrefix,
      parkingPlaces: settings.parkingPlaces ?? [],
      parkingSeconds: settings.parkingSeconds as number | string,
      announceRecording: settings.announceRecording ?? false,
      hotDeskEnds: settings.hotDeskEnds ?? '',
      limits: {
        simultaneous: (limits.simultaneous ?? '') as number | string,
        minutesPerDay: (limits.minutesPerDay ?? '') as number | string,
        destinationsPerDay: (limits.destinationsPerDay ?? '') as number | string,
        countries: limits.countries ?? [],
        premium: limits.premium ?? false,
        alarm: limits.alarm ?? '',
      },
      codes: { ...CODES, ...settings.codes } as Record<string, string>,
    },
  });
  const save = submit(async (values) => {
    const { simultaneous, minutesPerDay, destinationsPerDay, alarm, ...rest } = values.limits;
    const counts = Object.fromEntries(Object.entries({ simultaneous, minutesPerDay, destinationsPerDay }).flatMap(([name, value]) => (value === '' ? [] : [[name, Number(value)]])));
    const { hotDeskEnds, ...others } = values;
    const codes = Object.fromEntries(Object.entries(values.codes).filter(([code, dialled]) => CODES[code] !== dialled));
    await client.PUT('/portals/{portal}/call-settings', {
      params: { path: { portal }, header: ifMatch(settings.version) },
      body: {
        ...others,
        ...(hotDeskEnds ? { hotDeskEnds } : {}),
        country: values.country.trim().toUpperCase(),
        parkingSeconds: Number(values.parkingSeconds),
        codes: codes as never,
        limits: { ...rest, ...counts, countries: rest.countries.map((one) => one.toUpperCase()), ...(alarm.trim() ? { alarm: alarm.trim() } : {}) },
      },
    });
    await changed();
    notifications.show({ message: t('saved') });
  });
  const limitFault = form.errors['limits'];
  return (
    <form ref={formRef} noValidate onSubmit={save}>
      <Stack maw={820}>
        <ProblemNote problem={problem} />
        <Part title={t('settings.numbers')}>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <Select label={t('field.country')} data={all} searchable allowDeselect={false} {...form.getInputProps('country')} />
            <TextInput label={t('field.areaCode')} maxLength={6} inputMode="numeric" {...form.getInputProps('areaCode')} />
            <TextInput label={t('field.outsidePrefix')} maxLength={3} inputMode="numeric" {...form.getInputProps('outsidePrefix')} />
          </SimpleGrid>
        </Part>
        <Part title={t('settings.limits')}>
          {limitFault ? (
            <Text c="red" size="sm" role="alert">
              {limitFault}
            </Text>
          ) : null}
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            {COUNTS.map((name) => (
              <NumberInput key={name} label={t(`limit.${name}`)} placeholder={t('limit.none')} allowDecimal={false} allowNegative={false} {...form.getInputProps(`limits.${name}`)} />
            ))}
          </SimpleGrid>
          <MultiSelect label={t('limit.countries')} description={t('limit.countries.help')} data={all} searchable {...form.getInputProps('limits.countries')} />
          <TextInput label={t('limit.alarm')} type="email" maxLength={254} placeholder="name@example.com" {...form.getInputProps('limits.alarm')} />
          <Switch label={t('limit.premium')} {...form.getInputProps('limits.premium', { type: 'checkbox' })} />
        </Part>
        <LimitsToday />
        <Part title={t('settings.parking')}>
          <TagsInput label={t('field.parkingPlaces')} {...form.getInputProps('parkingPlaces')} />
          <NumberInput label={t('field.parkingSeconds')} maw={320} allowDecimal={false} {...form.getInputProps('parkingSeconds')} />
          <Switch label={t('field.announceRecording')} {...form.getInputProps('announceRecording', { type: 'checkbox' })} />
          <TextInput type="time" maw={320} label={t('field.hotDeskEnds')} {...form.getInputProps('hotDeskEnds')} />
        </Part>
        <Part title={t('settings.codes')} about={t('settings.codes.help')}>
          {form.errors['codes'] ? (
            <Text c="red" size="sm" role="alert">
              {form.errors['codes']}
            </Text>
          ) : null}
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }}>
            {Object.keys(CODES).map((code) => (
              <TextInput key={code} label={t(`code.${code}`)} maxLength={8} {...form.getInputProps(`codes.${code}`)} />
            ))}
          </SimpleGrid>
        </Part>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}

function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Paper p="lg">
      <Stack>
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          {about ? (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          ) : null}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
