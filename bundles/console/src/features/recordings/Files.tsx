import { Button, Group, Title } from '@mantine/core';
import { IconDownload, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, ListView } from '@/ui/ListView';
import type { Recording, RecordingPart } from '@/ui/server/types';
import { isPlayed, length, megabytes } from './parts';

interface FilesProps {
  recording: Recording;
  files: string;
  play: (number: number) => void;
  shown: number | undefined;
}

/** Every file of a recording, to be played or taken away. */
export function Files({ recording, files, play, shown }: FilesProps) {
  const { t, i18n } = useTranslation('recordings');
  const name = (part: RecordingPart) =>
    isTrack(part) ? `${t(`part.${part.kind}`)} · ${part.name ?? t('nobody')}` : t(`part.${part.kind}`);
  const columns: Column<RecordingPart>[] = [
    { key: 'file', title: t('file'), heading: true, share: 40, render: name },
    { key: 'duration', title: t('duration'), width: 90, render: (part) => (isPlayed(part) ? <span className="tabular">{length(part.durationMillis)}</span> : null) },
    { key: 'size', title: t('size'), width: 110, render: (part) => <span className="tabular">{t('megabytes', { size: megabytes(part.bytes, i18n.language) })}</span> },
    {
      key: 'actions',
      title: t('actions'),
      width: 260,
      render: (part) => (
        <Group gap="xs" wrap="nowrap">
          {isPlayed(part) ? (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerPlay size={16} />}
              disabled={part.number === shown}
              aria-label={t('play.one', { name: name(part) })}
              onClick={() => play(part.number)}
            >
              {t('play')}
            </Button>
          ) : null}
          <Button
            size="xs"
            variant="default"
            component="a"
            href={`${files}/${part.number}?download=true`}
            download
            leftSection={<IconDownload size={16} />}
            aria-label={t('download.one', { name: name(part) })}
          >
            {t('download')}
          </Button>
        </Group>
      ),
    },
  ];
  return (
    <section>
      <Title order={2} mb="sm">
        {t('files')}
      </Title>
      <ListView
        list={{ rows: recording.parts, loading: false, error: undefined, retry: () => {} }}
        columns={columns}
        id={(part) => String(part.number)}
        label={t('files')}
        empty={{ title: '', text: '' }}
      />
    </section>
  );
}

function isTrack(part: RecordingPart): boolean {
  return part.kind !== 'FILM' && part.kind !== 'SOUND' && part.kind !== 'THUMBNAIL';
}
