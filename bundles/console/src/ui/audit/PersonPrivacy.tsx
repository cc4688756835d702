import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconEraser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { client } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';

interface PersonPrivacyProps {
  portal: string;
  person: { id: string; name: string };
  gone: () => void;
}

/** Takes a person's data away as a file, or erases the person for ever. */
export function PersonPrivacy({ portal, person, gone }: PersonPrivacyProps) {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const self = useSession().person?.id === person.id;
  const [erasing, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        component="a"
        href={`/api/v1/portals/${encodeURIComponent(portal)}/people/${encodeURIComponent(person.id)}/data`}
        download
        variant="default"
        leftSection={<IconDownload size={18} />}
      >
        {t('data.download')}
      </Button>
      {self ? null : (
        <Button variant="default" leftSection={<IconEraser size={18} />} onClick={open}>
          {t('erase')}
        </Button>
      )}
      <ConfirmName
        opened={erasing}
        close={close}
        title={t('erase.title', { name: person.name })}
        consequences={t('erase.text')}
        name={person.name}
        action={t('erase')}
        act={async () => {
          await client.POST('/portals/{portal}/people/{id}/erasure', { params: { path: { portal, id: person.id } } });
          gone();
          await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
        }}
      />
    </>
  );
}
