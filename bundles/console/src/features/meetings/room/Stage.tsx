import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { bestLayout, wantedHeight } from './layout';
import { facesOf } from './people';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';
import { Tile } from './Tile';

/** Faces as large as they can be. */
export function Stage({ room, state, alone }: { room: Room; state: RoomState; alone: ReactNode }) {
  const { t } = useTranslation('meetings');
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const faces = facesOf(state);
  const layout = bestLayout(faces.length, width, height);
  const visible = faces.map((face) => face.participant.id);
  const seen = visible.join();

  useEffect(() => {
    if (layout.height > 0) {
      room.show({ visible: [...new Set(seen ? seen.split(',') : [])], maxHeight: wantedHeight(layout.height, devicePixelRatio) });
    }
  }, [room, seen, layout.height]);

  return (
    <div ref={ref} className={classes.stage}>
      {faces.length === 0 ? (
        alone
      ) : (
        <ul className={classes.faces} aria-label={t('people')}>
          {faces.map((face) => (
            <Tile key={face.key} face={face} width={layout.width} height={layout.height} />
          ))}
        </ul>
      )}
    </div>
  );
}
