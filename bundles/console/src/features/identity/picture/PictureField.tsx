import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { problemText } from '@/ui/problemText';
import { asProblem } from '@/ui/server/problem';
import { upload } from '@/ui/server/upload';
import { client } from '@/ui/server/client';
import { CropDialog } from './CropDialog';

const UPLOAD_LIMIT = 5 * 1024 * 1024;
/** Larger originals are cropped here, and never sent. */
const ORIGINAL_LIMIT = 40 * 1024 * 1024;

interface PictureFieldProps {
  portal: string;
  /** Of somebody else; without it, of oneself. */
  person?: string;
  name: string;
  picture?: string | undefined;
  changed: () => void;
}

/** The picture of a person, with the means to change it. */
export function PictureField({ portal, person, name, picture, changed }: PictureFieldProps) {
  const { t } = useTranslation(['identity', 'problems']);
  const [chosen, setChosen] = useState<{ image: ImageBitmap; type: string }>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function choose(file: File | null) {
    setFault(undefined);
    if (!file) {
      return;
    }
    if (file.size > ORIGINAL_LIMIT) {
      setFault(t('picture.tooLarge'));
      return;
    }
    try {
      setChosen({ image: await createImageBitmap(file), type: file.type });
    } catch {
      setFault(t('picture.unreadable'));
    }
  }

  async function take(blob: Blob) {
    if (blob.size > UPLOAD_LIMIT) {
      throw new Error(t('picture.tooLarge'));
    }
    await upload('PUT', person ? `/portals/${portal}/people/${person}/picture` : '/account/picture', blob);
    changed();
  }

  async function remove() {
    setBusy(true);
    setFault(undefined);
    try {
      if (person) {
        await client.DELETE('/portals/{portal}/people/{id}/picture', { params: { path: { portal, id: person } } });
      } else {
        await client.DELETE('/account/picture');
      }
      changed();
    } catch (error) {
      setFault(problemText(t, asProblem(error)));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('picture.title')}
      </Text>
      <Group>
        <Face portal={portal} name={name || '?'} picture={picture} size={64} />
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {picture ? t('picture.change') : t('picture.choose')}
            </Button>
          )}
        </FileButton>
        {picture ? (
          <Button variant="subtle" color="gray" onClick={() => void remove()} loading={busy}>
            {t('picture.remove')}
          </Button>
        ) : null}
      </Group>
      {fault ? (
        <Text size="xs" c="red" role="alert">
          {fault}
        </Text>
      ) : (
        <Text size="xs" c="dimmed">
          {t('picture.help')}
        </Text>
      )}
      {chosen ? <CropDialog {...chosen} close={() => setChosen(undefined)} take={take} /> : null}
    </Stack>
  );
}
