import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { constraintsOf, type Picture } from './constraints';
import { bestLayout, wantedHeight } from './layout';
import { type Face, facesOf, screensToCome } from './people';
import type { Constraints } from './protocol';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';
import { Tile } from './Tile';
import { arranged, strip, type View } from './views';

interface StageProps {
  room: Room;
  state: RoomState;
  alone: ReactNode;
  view: View;
}

const SIDE = 200;
const GAP = 8;
const SCREEN_HEIGHT = 1080;

/** A shared screen is worth more than its tile, unless it stands beside something large: text must be readable. */
function picture(face: Face, height: number, large: boolean): Picture {
  const { screen, participant } = face;
  const maxHeight = screen && large ? SCREEN_HEIGHT : wantedHeight(height, devicePixelRatio);
  return { participant: participant.id, source: screen ? 'screen' : 'camera', maxHeight, stage: large };
}

/** Faces as large as they can be; or one of them, or a screen, large, and the others beside it. */
export function Stage({ room, state, alone, view }: StageProps) {
  const { t } = useTranslation('meetings');
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [pinned, setPinned] = useState<string>();
  const [last, setLast] = useState<string>();
  useEffect(() => {
    if (state.speaker && state.speaker !== state.me) {
      setLast(state.speaker);
    }
  }, [state.speaker, state.me]);
  const faces = facesOf(state);
  const { main, rest } = arranged(faces, view, pinned, last);
  const wide = width > height;
  const side = rest.length === 0 ? 0 : wide ? Math.min(SIDE, width / 4) : Math.min(110, height / 4);
  const sideTile = wide ? { width: side, height: (side * 9) / 16 } : { width: (side * 16) / 9, height: side };
  const fits = wide ? Math.floor((height + GAP) / (sideTile.height + GAP)) : Math.floor((width + GAP) / (sideTile.width + GAP));
  const beside = main ? strip(rest, fits) : rest;
  const layout = bestLayout(rest.length, width, height);
  const large = main ? (wide ? height : height - side - GAP) : layout.height;
  const pictures = main
    ? [picture(main, large, true), ...beside.map((face) => picture(face, sideTile.height, false))]
    : faces.map((face) => picture(face, large, face.screen));
  const toCome = screensToCome(state, faces).map((participant): Picture => ({ participant, source: 'screen', maxHeight: SCREEN_HEIGHT, stage: true }));
  const seen = JSON.stringify(constraintsOf([...pictures, ...toCome]));

  useEffect(() => {
    if (large > 0) {
      room.show(JSON.parse(seen) as Constraints);
    }
  }, [room, seen, large]);

  const tile = (face: (typeof faces)[number], size: { width: number; height: number }) => (
    <Tile
      key={face.key}
      face={face}
      {...size}
      main={face === main}
      hand={!face.screen && state.life.facts.hands.includes(face.participant.id)}
      reactions={face.screen ? [] : state.life.reactions.filter((one) => one.participant === face.participant.id)}
      pinned={face.key === pinned}
      pin={() => setPinned((before) => (before === face.key ? undefined : face.key))}
    />
  );

  return (
    <div ref={ref} className={classes.stage} data-view={main ? 'speaker' : 'grid'}>
      {faces.length === 0 ? (
        alone
      ) : main ? (
        <ul className={classes.speaker} data-wide={wide || undefined} aria-label={t('people')}>
          {tile(main, {
            width: Math.max(0, wide && beside.length > 0 ? width - side - GAP : width),
            height: Math.max(0, wide || beside.length === 0 ? height : height - side - GAP),
          })}
          {beside.length > 0 ? (
            <li className={classes.beside}>
              <ul className={classes.strip}>{beside.map((face) => tile(face, sideTile))}</ul>
            </li>
          ) : null}
        </ul>
      ) : (
        <ul className={classes.faces} aria-label={t('people')}>
          {faces.map((face) => tile(face, layout))}
        </ul>
      )}
    </div>
  );
}
