import { Alert, Paper, Radio, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { SaveBar } from '@/ui/SaveBar';
import { Failed, Loading } from '@/ui/States';
import { api, client } from '@/ui/server/client';
import { useServerForm } from '@/ui/useServerForm';
import { moodOf, type Offered, type ServerChoice } from './useServers';

/** On which media server a portal's meetings are. */
export function MediaServerTab({ portal }: { portal: string }) {
  const path = { params: { path: { portal } } };
  const choice = api.useQuery('get', '/portals/{portal}/media-server', path);
  const offered = api.useQuery('get', '/portals/{portal}/media-servers', path);
  const failed = choice.error ?? offered.error;
  if (failed) {
    return <Failed error={failed} retry={() => void Promise.all([choice.refetch(), offered.refetch()])} />;
  }
  if (!choice.data || !offered.data) {
    return <Loading rows={3} />;
  }
  return <ChoiceForm key={JSON.stringify(choice.data)} portal={portal} choice={choice.data} offered={offered.data} />;
}

/** The servers by place, the nameless place last; one that is chosen and gone is kept. */
function options(t: TFunction<'mediaservers'>, offered: Offered[], chosen: string | undefined) {
  const places = [...new Set(offered.map((server) => server.region))].sort((one, other) => Number(one === '') - Number(other === '') || one.localeCompare(other));
  const groups = places.map((place) => ({
    group: place || t('place.none'),
    items: offered
      .filter((server) => server.region === place)
      .map((server) => {
        const mood = moodOf(server);
        return { value: server.name, label: mood === 'up' ? server.name : `${server.name} (${t(`state.${mood}`)})` };
      }),
  }));
  const gone = chosen && !offered.some((server) => server.name === chosen);
  return [
    { group: t('choice.any'), items: [{ value: '', label: t('choice.none') }] },
    ...groups,
    ...(gone ? [{ group: t('choice.gone'), items: [{ value: chosen, label: chosen }] }] : []),
  ];
}

function ChoiceForm({ portal, choice, offered }: { portal: string; choice: ServerChoice; offered: Offered[] }) {
  const { t } = useTranslation('mediaservers');
  const queries = useQueryClient();
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { server: choice.server ?? '', whenDown: choice.whenDown as string },
  });
  const { server } = form.getValues();
  const found = offered.find(({ name }) => name === server);
  const out = server !== '' && (!found || !['up', 'full'].includes(moodOf(found)));
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ server: name, whenDown }) => {
        await client.PUT('/portals/{portal}/media-server', {
          params: { path: { portal } },
          body: { ...(name === '' ? {} : { server: name }), whenDown: whenDown as ServerChoice['whenDown'] },
        });
        await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/media-server') });
        notifications.show({ message: t('choice.saved') });
      })}
    >
      <Stack maw={640}>
        <ProblemNote problem={problem} />
        <Paper p="lg">
          <Stack>
            <Select
              label={t('choice.server')}
              description={t('choice.server.help')}
              allowDeselect={false}
              data={options(t, offered, choice.server)}
              {...form.getInputProps('server')}
            />
            {out ? (
              <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="status">
                {t('choice.out')}
              </Alert>
            ) : null}
            {server === '' ? null : (
              <Radio.Group label={t('choice.down')} {...form.getInputProps('whenDown')}>
                <Stack gap="xs" mt="xs">
                  <Radio value="FALLBACK" label={t('choice.FALLBACK')} description={t('choice.FALLBACK.help')} />
                  <Radio value="REFUSE" label={t('choice.REFUSE')} description={t('choice.REFUSE.help')} />
                </Stack>
              </Radio.Group>
            )}
          </Stack>
        </Paper>
        <SaveBar shown={form.isDirty()} saving={saving} undo={() => form.reset()} />
      </Stack>
    </form>
  );
}
