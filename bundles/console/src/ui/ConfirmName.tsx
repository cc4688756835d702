import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './ProblemNote';

interface ConfirmNameProps {
  opened: boolean;
  close: () => void;
  title: string;
  /** What goes with the thing. */
  consequences: ReactNode;
  /** Has to be typed. */
  name: string;
  action: string;
  act: () => Promise<unknown>;
  /** What has to be decided with it. */
  children?: ReactNode;
}

/** Asks for the name of a thing whose end cannot be undone. */
export function ConfirmName({ opened, close, title, consequences, name, action, act, children }: ConfirmNameProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function go() {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <Stack>
          <Text>{consequences}</Text>
          {children}
          <ProblemNote problem={problem} />
          <TextInput
            label={t('confirm.type', { name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy} disabled={typed.trim() !== name}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
