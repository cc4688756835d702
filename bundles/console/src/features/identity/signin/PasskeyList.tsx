import { Button, Group, Modal, Paper, PasswordInput, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFingerprint, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { ProblemNote } from '@/ui/ProblemNote';
import { problemText } from '@/ui/problemText';
import { api, client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { Failed, Loading } from '@/ui/States';
import { useServerForm } from '@/ui/useServerForm';
import { When } from '@/ui/When';
import { make, passkeysWork } from './passkeys';

type Passkey = components['schemas']['SignInSecurity']['passkeys'][number];

/** The own passkeys. */
export function PasskeyList() {
  const { t } = useTranslation(['signin', 'problems', 'ui']);
  const security = api.useQuery('get', '/account/security');
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<Passkey>();
  const remove = api.useMutation('delete', '/account/passkeys/{passkey}', {
    onSuccess: () => void security.refetch(),
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  return (
    <Paper p="lg">
      <Stack>
        <Title order={2}>{t('passkeys.title')}</Title>
        <Text c="dimmed">{t('passkeys.about')}</Text>
        {security.error ? (
          <Failed error={security.error} retry={() => void security.refetch()} />
        ) : !security.data ? (
          <Loading rows={1} />
        ) : security.data.passkeys.length > 0 ? (
          <Table.ScrollContainer minWidth={320}>
            <Table>
              <Table.Tbody>
                {security.data.passkeys.map((passkey) => (
                  <Table.Tr key={passkey.id}>
                    <Table.Td>
                      <Text fw={550}>{passkey.name}</Text>
                      <Text size="xs" c="dimmed" component="div">
                        {passkey.lastUsed ? (
                          <>
                            {t('lastUsed')} <When at={passkey.lastUsed} />
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
                        mr="xs"
                        aria-label={t('passkeys.rename.of', { name: passkey.name })}
                        onClick={() => setRenaming(passkey)}
                      >
                        {t('rename')}
                      </Button>
                      <Button
                        variant="default"
                        size="xs"
                        leftSection={<IconTrash size={16} />}
                        aria-label={t('passkeys.remove.of', { name: passkey.name })}
                        onClick={() => remove.mutate({ params: { path: { passkey: passkey.id } } })}
                      >
                        {t('remove')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        ) : null}
        {passkeysWork() ? (
          <Group>
            <Button variant="default" leftSection={<IconFingerprint size={18} />} onClick={() => setAdding(true)}>
              {t('passkeys.add')}
            </Button>
          </Group>
        ) : (
          <Text size="sm">{t('passkeys.nowhere')}</Text>
        )}
      </Stack>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={t('passkeys.add')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {adding ? (
          <AddPasskey
            done={() => {
              setAdding(false);
              void security.refetch();
              notifications.show({ message: t('passkeys.added') });
            }}
          />
        ) : null}
      </Modal>
      <Modal
        opened={renaming !== undefined}
        onClose={() => setRenaming(undefined)}
        title={t('passkeys.rename')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {renaming ? (
          <RenamePasskey
            passkey={renaming}
            done={() => {
              setRenaming(undefined);
              void security.refetch();
              notifications.show({ message: t('person.saved') });
            }}
          />
        ) : null}
      </Modal>
    </Paper>
  );
}

function RenamePasskey({ passkey, done }: { passkey: Passkey; done: () => void }) {
  const { t } = useTranslation(['signin', 'ui']);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'controlled',
    initialValues: { name: passkey.name },
    validate: { name: (value) => (value.trim() === '' ? t('name.missing') : null) },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async (body) => {
        await client.PUT('/account/passkeys/{passkey}', { params: { path: { passkey: passkey.id } }, body });
        done();
      })}
    >
      <Stack>
        <ProblemNote problem={problem} />
        <TextInput label={t('name')} description={t('passkeys.name.help')} maxLength={60} data-autofocus {...form.getInputProps('name')} />
        <Button type="submit" loading={saving} disabled={!form.isDirty()}>
          {t('ui:save')}
        </Button>
      </Stack>
    </form>
  );
}

function AddPasskey({ done }: { done: () => void }) {
  const { t } = useTranslation(['signin', 'identity']);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { name: '', present: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t('name.missing') : null),
      present: (value) => (value === '' ? t('identity:signIn.password.missing') : null),
    },
  });
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit(async (values) => {
        const question = (await client.POST('/account/passkeys/question')).data!;
        const registration = await make(question);
        if (registration) {
          await client.POST('/account/passkeys', { body: { token: question.token, registration, ...values } });
          done();
        }
      })}
    >
      <Stack>
        <ProblemNote problem={problem} />
        <TextInput
          label={t('name')}
          description={t('passkeys.name.help')}
          maxLength={60}
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <PasswordInput
          label={t('identity:password.present')}
          autoComplete="current-password"
          maxLength={256}
          visibilityToggleButtonProps={{ 'aria-label': t('identity:password.show') }}
          key={form.key('present')}
          {...form.getInputProps('present')}
        />
        <Button type="submit" loading={saving}>
          {t('passkeys.create')}
        </Button>
      </Stack>
    </form>
  );
}
