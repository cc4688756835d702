import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { useServerForm } from '@/ui/useServerForm';

interface ConfirmPasswordProps {
  opened: boolean;
  close: () => void;
  title: string;
  about: ReactNode;
  action: string;
  act: (present: string) => Promise<unknown>;
}

/** Asks for the present password before something that decides who gets in. */
export function ConfirmPassword({ opened, close, title, about, action, act }: ConfirmPasswordProps) {
  const { t } = useTranslation(['signin', 'identity', 'ui']);
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {opened ? <PasswordForm about={about} action={action} act={act} close={close} /> : null}
    </Modal>
  );
}

function PasswordForm({ about, action, act, close }: Omit<ConfirmPasswordProps, 'opened' | 'title'>) {
  const { t } = useTranslation(['signin', 'identity', 'ui']);
  const { form, problem, saving, formRef, submit } = useServerForm({
    mode: 'uncontrolled',
    initialValues: { present: '' },
    validate: { present: (value) => (value === '' ? t('identity:signIn.password.missing') : null) },
  });
  return (
    <form ref={formRef} noValidate onSubmit={submit(async ({ present }) => act(present))}>
      <Stack>
        <Text>{about}</Text>
        <ProblemNote problem={problem} />
        <PasswordInput
          label={t('identity:password.present')}
          autoComplete="current-password"
          maxLength={256}
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('identity:password.show') }}
          key={form.key('present')}
          {...form.getInputProps('present')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={saving}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
