import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/ui/server/client';
import { Failed, Loading } from '@/ui/States';
import { ImportPreview } from './ImportPreview';
import { ImportUpload } from './ImportUpload';

/** Importing people: choose a file, look at its rows, save all of them. An import that was left is found again. */
export function PeopleImport({ portal, done }: { portal: string; done: () => void }) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const [fresh, setFresh] = useState(false);
  const list = api.useQuery('get', '/portals/{portal}/people-imports', { params: { path: { portal } } });
  if (list.error) {
    return <Failed error={list.error} retry={() => void list.refetch()} />;
  }
  if (!list.data) {
    return <Loading rows={3} />;
  }
  const left = fresh ? undefined : list.data.items.find(({ state }) => state === 'CHECKED')?.id;
  const id = chosen ?? left;
  if (!id) {
    return (
      <ImportUpload
        portal={portal}
        begun={(begun) => {
          setChosen(begun);
          void queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people-imports'] });
        }}
      />
    );
  }
  return (
    <ImportPreview
      key={id}
      portal={portal}
      id={id}
      done={done}
      again={() => {
        setChosen(undefined);
        setFresh(true);
        void list.refetch();
      }}
    />
  );
}
