import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { Failed, Loading } from '@/ui/States';
import { api, client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { ScriptEditor } from './ScriptEditor';
import { useScriptState } from './useScriptState';

/** One script, or a new one. */
export function ScriptPage() {
  const { t } = useTranslation('scripting');
  const { id } = useParams({ from: '/inside/shell/scripts/$id' });
  const portal = usePortal();
  const fresh = id === 'new';
  useScriptState(portal.id, fresh ? undefined : id);
  const script = api.useQuery(
    'get',
    '/portals/{portal}/scripts/{id}',
    { params: { path: { portal: portal.id, id } } },
    { enabled: !fresh },
  );
  const declarations = useQuery({
    queryKey: ['patchbay.d.ts'],
    queryFn: async () => (await client.GET('/scripting/patchbay.d.ts', { parseAs: 'text' })).data ?? '',
    staleTime: 60_000,
  });
  const failed = script.error ?? declarations.error;
  if (failed || declarations.data === undefined || (!fresh && !script.data)) {
    return (
      <Page title={fresh ? t('new') : t('one')} back={{ to: '/scripts', label: t('title') }}>
        {failed ? (
          <Failed
            error={failed}
            retry={() => {
              void script.refetch();
              void declarations.refetch();
            }}
          />
        ) : (
          <Loading />
        )}
      </Page>
    );
  }
  return <ScriptEditor key={id} portal={portal.id} script={script.data} declarations={declarations.data} />;
}
