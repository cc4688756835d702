import classes from './Cable.module.css';

type Tone = 'accent' | 'live' | 'ringing' | 'quiet';

interface Point {
  x: number;
  y: number;
}

/** A cable hangs: the further its ends, the deeper its belly. */
function hang(from: Point, to: Point): string {
  const belly = Math.max(from.y, to.y) + 26 + Math.abs(to.x - from.x) * 0.28;
  return `M${from.x} ${from.y} C${from.x} ${belly} ${to.x} ${belly} ${to.x} ${to.y}`;
}

function Socket({ at, lit }: { at: Point; lit?: boolean }) {
  return (
    <g>
      <circle cx={at.x} cy={at.y} r={9} className={classes.socket} />
      <circle cx={at.x} cy={at.y} r={lit ? 4.5 : 3} className={lit ? classes.plug : classes.hole} />
    </g>
  );
}

function Plug({ at }: { at: Point }) {
  return <circle cx={at.x} cy={at.y} r={5} className={classes.plug} />;
}

interface PanelProps {
  columns: number;
  rows: number;
  cables: [number, number, Tone][];
  className?: string;
}

/** A panel of sockets with a few cables between them; an ornament, silent to screen readers. */
export function Panel({ columns, rows, cables, className }: PanelProps) {
  const at = (index: number): Point => ({ x: 24 + (index % columns) * 44, y: 24 + Math.floor(index / columns) * 44 });
  const lit = new Set(cables.flatMap(([from, to]) => [from, to]));
  return (
    <svg
      viewBox={`0 0 ${columns * 44 + 4} ${rows * 44 + 70}`}
      className={className}
      fill="none"
      aria-hidden="true"
      preserveAspectRatio="xMidYMid meet"
    >
      {Array.from({ length: columns * rows }, (_, i) => (
        <Socket key={i} at={at(i)} lit={lit.has(i)} />
      ))}
      {cables.map(([from, to, tone]) => (
        <g key={`${from}-${to}`} data-tone={tone} className={classes.strand}>
          <path d={hang(at(from), at(to))} className={classes.cable} data-tone={tone} />
          <Plug at={at(from)} />
          <Plug at={at(to)} />
        </g>
      ))}
    </svg>
  );
}

/** Nothing plugged in yet: a cable hangs beside its socket. */
export function LooseCable() {
  return (
    <svg viewBox="0 0 220 96" width="220" height="96" fill="none" aria-hidden="true">
      {[30, 70, 110, 150, 190].map((x) => (
        <Socket key={x} at={{ x, y: 20 }} lit={x === 70} />
      ))}
      <path d="M70 20C70 92 142 96 143 58" className={classes.cable} data-tone="accent" />
      <rect x="138.5" y="38" width="9" height="20" rx="3" className={classes.body} />
      <path d="M143 38v-7" className={classes.tip} />
    </svg>
  );
}

/** A cable that is being plugged in. */
export function Connecting() {
  return (
    <svg viewBox="0 0 160 64" width="160" height="64" fill="none" aria-hidden="true">
      <Socket at={{ x: 20, y: 16 }} lit />
      <Socket at={{ x: 140, y: 16 }} />
      <path d="M20 16C20 70 140 70 140 16" className={`${classes.cable} ${classes.moving}`} data-tone="accent" />
    </svg>
  );
}

/** A pulled plug: something failed. */
export function PulledCable() {
  return (
    <svg viewBox="0 0 220 80" width="220" height="80" fill="none" aria-hidden="true">
      <Socket at={{ x: 40, y: 20 }} lit />
      <Socket at={{ x: 180, y: 20 }} />
      <path d="M40 20C40 66 82 70 92 60" className={classes.cable} data-tone="failed" />
      <rect x="92" y="49" width="20" height="9" rx="3" transform="rotate(-32 92 54)" className={classes.body} />
      <path d="m124 34 6-7M132 46h9M118 26v-9" className={classes.spark} />
    </svg>
  );
}
