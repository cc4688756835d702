import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { constraintsOf, type Picture } from './constraints';
import { bestLayout, wantedHeight } from './layout';
import { type Face, facesOf } from './people';
import type { Constraints } from './protocol';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';
import { Tile } from './Tile';

/** A shared screen is worth more than its tile: text must be readable. */
function picture(face: Face, height: number): Picture {
  const maxHeight = wantedHeight(height, devicePixelRatio);
  return face.screen
    ? { participant: face.participant.id, source: 'screen', maxHeight: 1080, stage: true }
    : { participant: face.participant.id, source: 'camera', maxHeight };
}

/** Faces as large as they can be. */
export function Stage({ room, state, alone }: { room: Room; state: RoomState; alone: ReactNode }) {
  const { t } = useTranslation('meetings');
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const faces = facesOf(state);
  const layout = bestLayout(faces.length, width, height);
  const pictures = faces.map((face) => picture(face, layout.height));
  const seen = JSON.stringify(constraintsOf(pictures));

  useEffect(() => {
    if (layout.height > 0) {
      room.show(JSON.parse(seen) as Constraints);
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
