import { Button, Drawer, Group, Stack, TagsInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { Failed, Loading } from '@/ui/States';
import { api, client } from '@/ui/server/client';
import { useServerForm } from '@/ui/useServerForm';

interface AllowedHostsProps {
  portal: string;
  opened: boolean;
  close: () => void;
}

/** The hosts that the portal's scripts may call. */
export function AllowedHosts({ portal, opened, close }: AllowedHostsProps) {
  const { t } = useTranslation('scripting');
  const query = api.useQuery(
    'get',
    '/portals/{portal}/script-settings',
    { params: { path: { portal } } },
    { enabled: opened },
  );
  return (
    <Drawer opened={opened} onClose={close} title={t('hosts')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {query.error ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <HostsForm key={query.dataUpdatedAt} portal={portal} hosts={query.data.allowedHosts} done={close} />
      ) : (
        <Loading rows={2} />
      )}
    </Drawer>
  );
}

function HostsForm({ portal, hosts, done }: { portal: string; hosts: string[]; done: () => void }) {
  const { t } = useTranslation('scripting');
  const queries = useQueryClient();
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { allowedHosts: hosts },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async (body) => {
        await client.PUT('/portals/{portal}/script-settings', { params: { path: { portal } }, body });
        await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/script-settings'] });
        notifications.show({ message: t('hosts.saved') });
        done();
      })}
    >
      <Stack>
        <Text c="dimmed">{t('hosts.about')}</Text>
        <ProblemNote problem={problem} />
        <TagsInput
          label={t('hosts.label')}
          description={t('hosts.help')}
          placeholder="api.example.com"
          maxTags={100}
          splitChars={[',', ' ', ';']}
          data-autofocus
          {...form.getInputProps('allowedHosts')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={saving} disabled={!form.isDirty()}>
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
