import { Alert, Button, Group, Modal, MultiSelect, Paper, Select, Stack, Table, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { ProblemNote } from '@/ui/ProblemNote';
import { problemText } from '@/ui/problemText';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useSession } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { When } from '@/ui/When';

const DAYS = ['7', '30', '90', '365'];
const NEVER = ['ANYONE', 'OWN_SIGN_IN'];

/** The tokens with which programs act for the person. */
export function Tokens() {
  const { t } = useTranslation(['signin', 'problems', 'rights', 'ui']);
  const tokens = api.useQuery('get', '/account/tokens');
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const revoke = api.useMutation('delete', '/account/tokens/{token}', {
    onSuccess: () => void tokens.refetch(),
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  const close = () => {
    setMaking(false);
    setSecret(undefined);
  };
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('tokens.title')}</Title>
        <Text c="dimmed">{t('tokens.about')}</Text>
        {tokens.error ? (
          <Failed error={tokens.error} retry={() => void tokens.refetch()} />
        ) : !tokens.data ? (
          <Loading rows={1} />
        ) : tokens.data.items.length > 0 ? (
          <Table.ScrollContainer minWidth={320}>
            <Table>
              <Table.Tbody>
                {tokens.data.items.map((token) => (
                  <Table.Tr key={token.id}>
                    <Table.Td>
                      <Text fw={550}>{token.name}</Text>
                      <Text size="xs" component="div">
                        {token.scopes.map((right) => t(`rights:${right}`, { defaultValue: right })).join(', ')}
                      </Text>
                      <Text size="xs" c="dimmed" component="div">
                        {t('tokens.until')} <When at={token.expires} /> ·{' '}
                        {token.lastUsed ? (
                          <>
                            {t('lastUsed')} <When at={token.lastUsed} /> ({token.lastAddress})
                          </>
                        ) : (
                          t('neverUsed')
                        )}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">
                      <Button
                        variant="default"
                        size="xs"
                        aria-label={t('tokens.revoke.of', { name: token.name })}
                        onClick={() => revoke.mutate({ params: { path: { token: token.id } } })}
                      >
                        {t('tokens.revoke')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        ) : null}
        <Group>
          <Button variant="default" leftSection={<IconKey size={18} />} onClick={() => setMaking(true)}>
            {t('tokens.new')}
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={making}
        onClose={close}
        title={t('tokens.new')}
        closeOnClickOutside={secret === undefined}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {secret ? (
          <Stack>
            <Alert color="yellow">{t('tokens.once')}</Alert>
            <CopyField value={secret} label={t('tokens.secret')} />
            <Button onClick={close}>{t('codes.done')}</Button>
          </Stack>
        ) : making ? (
          <NewToken
            made={(fresh) => {
              setSecret(fresh);
              void tokens.refetch();
            }}
          />
        ) : null}
      </Modal>
    </Paper>
  );
}

function NewToken({ made }: { made: (secret: string) => void }) {
  const { t } = useTranslation(['signin', 'rights']);
  const rights = (useSession().rights as string[]).filter((right) => !NEVER.includes(right));
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { name: '', scopes: [] as string[], days: '90', networks: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('name.missing') : null),
      scopes: (value) => (value.length === 0 ? t('tokens.scopes.missing') : null),
    },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async ({ name, scopes, days, networks }) => {
        const expires = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
        const body = { name, scopes: scopes as never[], expires, networks: networks.split(/[\s,;]+/).filter(Boolean) };
        made((await client.POST('/account/tokens', { body })).data!.secret);
      })}
    >
      <Stack>
        <ProblemNote problem={problem} />
        <TextInput label={t('name')} description={t('tokens.name.help')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
        <MultiSelect
          label={t('tokens.scopes')}
          description={t('tokens.scopes.help')}
          data={rights.map((right) => ({ value: right, label: t(`rights:${right}`, { defaultValue: right }) }))}
          searchable
          {...form.getInputProps('scopes')}
        />
        <Select
          label={t('tokens.days')}
          data={DAYS.map((days) => ({ value: days, label: t('days', { count: Number(days) }) }))}
          allowDeselect={false}
          {...form.getInputProps('days')}
        />
        <Textarea
          label={t('networks')}
          description={t('networks.help')}
          autosize
          minRows={1}
          maxLength={2000}
          {...form.getInputProps('networks')}
        />
        <Button type="submit" loading={saving}>
          {t('tokens.create')}
        </Button>
      </Stack>
    </form>
  );
}
