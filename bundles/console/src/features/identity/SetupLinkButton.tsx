import { Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '@/ui/CopyField';
import { problemText } from '@/ui/problemText';
import { LockedButton } from '@/ui/rights/LockedButton';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import type { Person } from '@/ui/server/types';
import { When } from '@/ui/When';

/** Makes a link for setting the password, for who gets no mail; it is shown this once. */
export function SetupLinkButton({ portal, person, beyond }: { portal: string; person: Person; beyond: string | undefined }) {
  const { t } = useTranslation(['identity', 'problems']);
  const make = api.useMutation('post', '/portals/{portal}/people/{id}/setup-link', {
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  return (
    <>
      <LockedButton
        variant="default"
        leftSection={<IconLink size={18} />}
        loading={make.isPending}
        reason={beyond}
        onClick={() => make.mutate({ params: { path: { portal, id: person.id } } })}
      >
        {t('person.link')}
      </LockedButton>
      <Modal opened={make.isSuccess} onClose={make.reset} title={t('person.link.title', { name: person.name })}>
        {make.data ? (
          <Stack>
            <Text>{t('person.link.text')}</Text>
            <CopyField value={make.data.link} label={t('person.link.label')} />
            <Text c="dimmed" size="sm">
              {t('person.link.until')} <When at={make.data.expires} />
            </Text>
          </Stack>
        ) : null}
      </Modal>
    </>
  );
}
