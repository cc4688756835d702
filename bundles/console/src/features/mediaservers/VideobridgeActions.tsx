import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import { type Videobridge, VideobridgeForm } from './VideobridgeForm';

/** What can be done to a Jitsi Videobridge besides emptying it. */
export function VideobridgeActions({ bridge }: { bridge: Videobridge }) {
  const { t } = useTranslation('mediaservers');
  const queries = useQueryClient();
  const [editing, { open, close }] = useDisclosure(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  async function remove() {
    try {
      await client.DELETE('/jitsi-videobridges/{id}', { params: { path: { id: bridge.id } } });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => /media-server|videobridge/.test(String(queryKey[1])) });
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <>
      <ProblemNote problem={problem} />
      {asking ? (
        <Group gap="xs">
          <Button size="xs" color="red" onClick={() => void remove()}>
            {t('jvb.remove.sure')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking(false)}>
            {t('ui:cancel')}
          </Button>
        </Group>
      ) : (
        <>
          <Button size="xs" variant="subtle" onClick={open}>
            {t('jvb.edit')}
          </Button>
          <Button size="xs" variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t('jvb.remove')}
          </Button>
        </>
      )}
      <Modal opened={editing} onClose={close} title={bridge.name} size="lg">
        <VideobridgeForm key={bridge.version} bridge={bridge} done={close} />
      </Modal>
    </>
  );
}
