import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconMailForward, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { LockedButton } from '@/ui/rights/LockedButton';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { useSession } from '@/ui/server/session';
import { useMailNote } from '@/ui/server/useMailNote';
import type { Person } from '@/ui/server/types';
import { DeletePerson } from './DeletePerson';
import { SetupLinkButton } from './SetupLinkButton';
import { useCredentials } from './useCredentials';

interface PersonActionsProps {
  portal: string;
  person: Person;
  gone: () => void;
}

export function PersonActions({ portal, person, gone }: PersonActionsProps) {
  const { t } = useTranslation(['identity', 'problems']);
  const self = useSession().person?.id === person.id;
  const [deleting, { open, close }] = useDisclosure();
  const path = { params: { path: { portal, id: person.id } } };
  const beyond = useCredentials(portal, person);
  const mailNote = useMailNote(portal);
  const invite = api.useMutation('post', '/portals/{portal}/people/{id}/invitation', {
    onSuccess: async () =>
      notifications.show({ message: await mailNote(t('person.invited', { email: person.email ?? person.login })) }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  return (
    <>
      {person.email ? (
        <LockedButton
          variant="default"
          leftSection={<IconMailForward size={18} />}
          loading={invite.isPending}
          reason={beyond}
          onClick={() => invite.mutate(path)}
        >
          {t('person.invite')}
        </LockedButton>
      ) : null}
      {self || (person.email && person.hasPassword) ? null : <SetupLinkButton portal={portal} person={person} beyond={beyond} />}
      {self ? null : (
        <Button variant="default" leftSection={<IconTrash size={18} />} onClick={open}>
          {t('person.delete')}
        </Button>
      )}
      <DeletePerson portal={portal} person={person} opened={deleting} close={close} gone={gone} />
    </>
  );
}
