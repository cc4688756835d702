import { Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { ProblemNote } from '@/ui/ProblemNote';
import { api, client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import type { Foresight } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';
import { CallPath } from './CallPath';
import { isDialled } from './dialled';

const OUTSIDE = 'outside';

/** What would happen if somebody called, by the decisions that real calls take. */
export function ForecastPage() {
  const { t } = useTranslation('calls');
  const portal = usePortal().id;
  const [seen, setSeen] = useState<Foresight>();
  const path = { params: { path: { portal } } };
  const numbers = api.useQuery('get', '/portals/{portal}/internal-numbers', path).data?.items ?? [];
  const lines = api.useQuery('get', '/portals/{portal}/trunks', { params: { path: { portal }, query: { limit: 500 } } }, { retry: false }).data?.items ?? [];
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { caller: '', from: '', trunk: '', to: '', at: '' },
    validate: (values) => ({
      ...(values.caller === '' ? { caller: t('what-if.choose') } : {}),
      ...(values.caller === OUTSIDE && values.from.trim() === '' ? { from: t('what-if.number') } : {}),
      ...(values.caller === OUTSIDE && values.trunk === '' ? { trunk: t('what-if.choose') } : {}),
      ...(isDialled(values.to) ? {} : { to: t('what-if.number') }),
    }),
  });
  const { caller } = form.getValues();
  const outside = caller === OUTSIDE;
  const callers = [
    { group: t('what-if.outside'), items: [{ value: OUTSIDE, label: t('what-if.outside.one') }] },
    { group: t('what-if.extensions'), items: numbers.filter(({ destination }) => destination.kind === 'EXTENSION').map(({ number, label }) => ({ value: number, label })) },
  ].filter(({ items }) => items.length > 0);
  const ask = submit(async ({ from, trunk, to, at }) => {
    setSeen(undefined);
    const { data } = await client.POST('/portals/{portal}/call-forecasts', {
      ...path,
      body: { from: outside ? from : caller, to, ...(outside ? { trunk } : {}), ...(at ? { at: new Date(at).toISOString() } : {}) },
    });
    setSeen(data);
  });
  return (
    <Page title={t('what-if')} about={t('what-if.about')} back={{ to: '/calls', label: t('title') }}>
      <Stack maw={720}>
        <form ref={formRef} noValidate onSubmit={ask}>
          <Stack>
            <Select label={t('what-if.from')} data={callers} searchable withAsterisk allowDeselect={false} {...form.getInputProps('caller')} />
            {outside ? (
              <>
                <TextInput label={t('what-if.from.number')} placeholder="+493012345" inputMode="tel" maxLength={40} withAsterisk {...form.getInputProps('from')} />
                <Select label={t('what-if.trunk')} data={lines.map(({ id, name }) => ({ value: id, label: name }))} searchable withAsterisk allowDeselect={false} {...form.getInputProps('trunk')} />
              </>
            ) : null}
            <TextInput label={t('what-if.to')} maxLength={40} withAsterisk {...form.getInputProps('to')} />
            <TextInput label={t('what-if.at')} type="datetime-local" {...form.getInputProps('at')} />
            <Group>
              <Button type="submit" loading={saving}>
                {t('what-if.ask')}
              </Button>
            </Group>
          </Stack>
        </form>
        <ProblemNote problem={problem} />
        {seen ? <Answer seen={seen} /> : null}
      </Stack>
    </Page>
  );
}

/** How it ends, in a word: what takes the call, else how nobody did. */
function useEnd(): (seen: Foresight) => string {
  const { t } = useTranslation('calls');
  return ({ application, result }) => (application ? t(`application.${application}`, { defaultValue: application }) : t(`result.${result}`));
}

function Answer({ seen }: { seen: Foresight }) {
  const { t } = useTranslation('calls');
  const end = useEnd();
  return (
    <Paper p="lg" role="status">
      <Text fw={600}>{t('what-if.end', { result: end(seen) })}</Text>
      <Text mb="md">{seen.rings.length > 0 ? t('what-if.rings', { numbers: seen.rings.join(' → ') }) : t('what-if.silent')}</Text>
      <CallPath steps={seen.path.map((decision) => ({ decision }))} />
    </Paper>
  );
}
