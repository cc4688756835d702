import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { constraintsOf, type Picture } from './constraints';
import { bestLayout, legible, wantedHeight } from './layout';
import { Pager } from './Pager';
import { type Face, facesOf } from './people';
import type { Constraints } from './protocol';
import type { Room, RoomState } from './Room';
import classes from './RoomView.module.css';
import { Tile } from './Tile';
import { arranged, pageOf, strip, type View } from './views';

interface StageProps {
  room: Room;
  state: RoomState;
  alone: ReactNode;
  view: View;
  pinned: string | undefined;
  pin: (face: string) => void;
  /** The own picture, where the bar has no room for it. */
  self: ReactNode;
  showPeople: () => void;
}

const SIDE = 200;
const GAP = 8;
const PAGER = 52;
const MORE = 64;
const SCREEN_HEIGHT = 1080;

/** A shared screen is worth more than its tile, unless it stands beside something large: text must be readable. */
function picture(face: Face, height: number, large: boolean): Picture {
  const { screen, participant } = face;
  const maxHeight = screen && large ? SCREEN_HEIGHT : wantedHeight(height, devicePixelRatio);
  return { participant: participant.id, source: screen ? 'screen' : 'camera', maxHeight, stage: large };
}

/** How many tiles of that length fit beside the large one, next to the sign that says how many do not. */
function places(faces: number, length: number, tile: number): number {
  const all = Math.floor((length + GAP) / (tile + GAP));
  return faces <= all ? all : Math.max(0, Math.floor((length - MORE) / (tile + GAP)));
}

/** Faces as large as they can be, on pages where they are many; or one of them, or a screen, large, and others beside it. */
export function Stage({ room, state, alone, view, pinned, pin, self, showPeople }: StageProps) {
  const { t } = useTranslation(['meetings', 'room']);
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [last, setLast] = useState<string>();
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    if (state.speaker && state.speaker !== state.me) {
      setLast(state.speaker);
    }
  }, [state.speaker, state.me]);
  const faces = facesOf(state);
  const { main, rest } = arranged(faces, view, pinned, last);
  const wide = width > height;
  const side = rest.length === 0 ? 0 : wide ? Math.min(SIDE, width / 4) : Math.min(width < 480 ? 76 : 110, height / 4);
  const sideTile = wide ? { width: side, height: (side * 9) / 16 } : { width: (side * 16) / 9, height: side };
  const beside = main ? strip(rest, wide ? places(rest.length, height, sideTile.height) : places(rest.length, width, sideTile.width)) : [];
  const hidden = main ? rest.length - beside.length : 0;

  const paged = !main && faces.length > legible(width, height);
  const area = paged ? height - PAGER : height;
  const size = legible(width, area);
  const pages = paged ? Math.ceil(faces.length / size) : 1;
  const page = Math.min(turned, pages - 1);
  const shown = main ? [] : pageOf(faces, page, size, last);
  const layout = bestLayout(Math.min(faces.length, size), width, area);
  const large = main ? (wide ? height : height - side - GAP) : layout.height;
  const pictures = main
    ? [picture(main, large, true), ...beside.map((face) => picture(face, sideTile.height, false))]
    : shown.map((face) => picture(face, large, face.screen));
  const seen = JSON.stringify(constraintsOf(pictures));

  useEffect(() => {
    if (large > 0) {
      room.show(JSON.parse(seen) as Constraints);
    }
  }, [room, seen, large]);

  const tile = (face: Face, extent: { width: number; height: number }) => (
    <Tile
      key={face.key}
      face={face}
      {...extent}
      main={face === main}
      hand={!face.screen && state.life.facts.hands.includes(face.participant.id)}
      reactions={face.screen ? [] : state.life.reactions.filter((one) => one.participant === face.participant.id)}
      pinned={face.key === pinned}
      pin={() => pin(face.key)}
    />
  );
  const alongside = main !== undefined && rest.length > 0;

  return (
    <div ref={ref} className={classes.stage} data-view={main ? 'speaker' : 'grid'}>
      {faces.length === 0 ? (
        alone
      ) : main ? (
        <ul className={classes.speaker} data-wide={wide || undefined} aria-label={t('people')}>
          {tile(main, {
            width: Math.max(0, wide && alongside ? width - side - GAP : width),
            height: Math.max(0, wide || !alongside ? height : height - side - GAP),
          })}
          {alongside ? (
            <li className={classes.beside}>
              <ul className={classes.strip}>
                {beside.map((face) => tile(face, sideTile))}
                {hidden > 0 ? (
                  <li>
                    <button
                      type="button"
                      className={classes.hidden}
                      style={wide ? { width: side, height: MORE - GAP } : { width: MORE - GAP, height: side }}
                      aria-label={t('room:stage.more', { number: hidden })}
                      onClick={showPeople}
                    >
                      +{hidden}
                    </button>
                  </li>
                ) : null}
              </ul>
            </li>
          ) : null}
        </ul>
      ) : (
        <div className={classes.pages}>
          <ul className={classes.faces} aria-label={t('people')}>
            {shown.map((face) => tile(face, layout))}
          </ul>
          {paged ? <Pager page={page} pages={pages} turn={setTurned} /> : null}
        </div>
      )}
      {self ? (
        <div className={classes.self} style={{ bottom: GAP + (paged ? PAGER : alongside && !wide ? side + GAP : 0) }}>
          {self}
        </div>
      ) : null}
    </div>
  );
}
