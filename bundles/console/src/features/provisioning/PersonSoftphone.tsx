import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, client } from '@/ui/server/client';
import { SoftphoneCode } from './SoftphoneCode';

/** Softphones for the extensions of a person. */
export function PersonSoftphone({ portal, person }: { portal: string; person: string }) {
  const { t } = useTranslation('provisioning');
  const query = api.useQuery('get', '/portals/{portal}/people/{person}/extensions', { params: { path: { portal, person } } });
  return (
    <Stack mt="md">
      {query.data?.items.map(({ id, number }) => (
        <SoftphoneCode
          key={id}
          title={`${t('softphone')} ${number}`}
          make={async () => (await client.POST('/portals/{portal}/extensions/{extension}/softphone', { params: { path: { portal, extension: id } } })).data}
        />
      ))}
    </Stack>
  );
}
