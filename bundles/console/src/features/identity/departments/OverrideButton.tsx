import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconClockPause, IconRotateClockwise } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { Opening } from '@/ui/server/types';
import { localText, soon } from './until';
import { useDepartmentsChanged } from './useOverview';

interface OverrideButtonProps {
  portal: string;
  id: string;
  opening: Opening;
}

/** Opens or closes the department against its hours until a moment, or lets them hold again. */
export function OverrideButton({ portal, id, opening }: OverrideButtonProps) {
  const { t } = useTranslation(['departments', 'ui']);
  const changed = useDepartmentsChanged();
  const [opened, { open, close }] = useDisclosure();
  const [busy, setBusy] = useState(false);
  const path = { params: { path: { portal, id } } };

  async function end() {
    setBusy(true);
    try {
      await client.DELETE('/portals/{portal}/departments/{id}/override', path);
      await changed();
      notifications.show({ message: t('override.ended') });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      {opening.reason === 'override' ? (
        <Button variant="default" leftSection={<IconRotateClockwise size={18} />} loading={busy} onClick={() => void end()}>
          {t('override.end')}
        </Button>
      ) : null}
      <Button variant="default" leftSection={<IconClockPause size={18} />} onClick={open}>
        {t(opening.open ? 'override.close' : 'override.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('override.title')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {opened ? <Override portal={portal} id={id} opening={opening} close={close} /> : null}
      </Modal>
    </>
  );
}

function Override({ portal, id, opening, close }: OverrideButtonProps & { close: () => void }) {
  const { t } = useTranslation(['departments', 'ui']);
  const changed = useDepartmentsChanged();
  const [open, setOpen] = useState(!opening.open);
  const [until, setUntil] = useState(localText(soon('hour', new Date())));
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    setProblem(undefined);
    try {
      await client.PUT('/portals/{portal}/departments/{id}/override', {
        params: { path: { portal, id } },
        body: { open, until: new Date(until).toISOString() },
      });
      await changed();
      close();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <Text c="dimmed" size="sm">
          {t('override.about')}
        </Text>
        <ProblemNote problem={problem} />
        <SegmentedControl
          fullWidth
          aria-label={t('override.title')}
          value={open ? 'open' : 'closed'}
          onChange={(value) => setOpen(value === 'open')}
          data={[
            { value: 'open', label: t('state.open') },
            { value: 'closed', label: t('state.closed') },
          ]}
        />
        <TextInput
          type="datetime-local"
          label={t('override.until')}
          description={t('override.until.help')}
          value={until}
          min={localText(new Date())}
          onChange={(event) => setUntil(event.currentTarget.value)}
          required
        />
        <Group gap="xs">
          {(['hour', 'today', 'tomorrow'] as const).map((when) => (
            <Button key={when} type="button" size="xs" variant="default" onClick={() => setUntil(localText(soon(when, new Date())))}>
              {t(`override.${when}`)}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={until === ''}>
            {t(open ? 'override.open' : 'override.close')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
