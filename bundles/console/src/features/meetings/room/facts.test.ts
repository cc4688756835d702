// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Participant } from '@/ui/server/types';
import { dealt } from './BreakoutsPanel';
import { type ChatLine, faded, lived, NO_LIFE } from './facts';
import { figuresOf } from './figures';
import { facesOf, mayShare } from './people';
import type { RoomState } from './Room';
import { arranged, pageOf, strip } from './views';

const person = (id: string, more: Partial<Participant> = {}): Participant => ({
  id,
  name: id,
  host: false,
  audioMuted: false,
  videoMuted: false,
  phone: false,
  joined: '2026-01-01T00:00:00Z',
  ...more,
});
const facts = NO_LIFE.facts;
const state = (participants: Participant[], more: Partial<typeof facts> = {}, rest: Partial<RoomState> = {}) =>
  ({ me: 'me', participants, mapping: {}, streams: {}, life: { ...NO_LIFE, facts: { ...facts, ...more } }, ...rest }) as RoomState;

describe('what goes on in a room', () => {
  it('keeps the newest lines of the chat', () => {
    const line = (id: number): ChatLine => ({ id: String(id), at: '', name: 'Ann', text: 'x', own: false });
    let life = lived(NO_LIFE, { chat: { all: Array.from({ length: 499 }, (_, i) => line(i)) } });
    life = lived(life, { chat: { add: [line(499)] } });
    life = lived(life, { chat: { add: [line(500)] } });
    expect(life.chat).toHaveLength(500);
    expect(life.chat.at(-1)?.id).toBe('500');
  });

  it('shows signs until they fade', () => {
    const life = lived(NO_LIFE, { reaction: { participant: 'ann', reaction: 'CLAP' } });
    expect(life.reactions).toMatchObject([{ participant: 'ann', reaction: 'CLAP' }]);
    expect(faded(life, life.reactions[0]!.id).reactions).toEqual([]);
  });

  it('say how the meeting is recorded, and forget it when it ends', () => {
    const asked = lived(NO_LIFE, { recording: { possible: true, since: '2026-05-04T12:00:00Z', recorded: ['ann'] } });
    expect(asked.recording).toMatchObject({ possible: true, recorded: ['ann'] });
    expect(asked.recording.agreed).toBeUndefined();
    expect(lived(asked, { recording: { possible: true, recorded: [], why: 'quota' } }).recording).toEqual({ possible: true, recorded: [], why: 'quota' });
  });

  it('replaces what is not said to the end yet', () => {
    const say = (life: typeof NO_LIFE, text: string, finished: boolean) => lived(life, { caption: { participant: 'ann', text, finished } });
    const life = say(say(say(NO_LIFE, 'Good', false), 'Good morning', true), 'Now', false);
    expect(life.captions.map((one) => one.text)).toEqual(['Good morning', 'Now']);
  });

  it('knows who may share a screen', () => {
    const all = [person('me'), person('ann', { person: 'p' }), person('host', { host: true })];
    const may = (more: Partial<typeof facts>) => all.map((one) => mayShare(state(all, more), one.id));
    expect(may({ screens: 'EVERYBODY' })).toEqual([true, true, true]);
    expect(may({ screens: 'MEMBERS' })).toEqual([false, true, true]);
    expect(may({ screens: 'HOSTS' })).toEqual([false, false, true]);
    expect(may({ screens: 'HOSTS', allowed: ['me'] })).toEqual([true, false, true]);
  });

  it('has a place for a screen of whoever shares one here, be it that it is still to come', () => {
    const all = [person('me'), ...Array.from({ length: 20 }, (_, i) => person(`p${i}`))];
    const shared = { sharers: ['me', 'p18', 'p19'], places: { p18: 'b1' } };
    const before = facesOf(state(all, shared));
    expect(before).toHaveLength(20);
    expect(before[0]).toMatchObject({ key: 'p19-screen', screen: true, stream: undefined });
    const screen = { mapping: { v0: { participant: 'p19', source: 'screen' as const } }, streams: { v0: {} as MediaStream } };
    expect(facesOf(state(all, shared, screen))[0]).toMatchObject({ key: 'p19-screen', stream: {} });
  });

  it('shows only who is in the same room', () => {
    const all = [person('me'), person('ann'), person('ben')];
    const seen = (places: Record<string, string>) => facesOf(state(all, { places })).map((face) => face.key);
    expect(seen({})).toEqual(['ann', 'ben']);
    expect(seen({ ann: 'b1' })).toEqual(['ben']);
    expect(seen({ ann: 'b1', me: 'b1' })).toEqual(['ann']);
  });

  it('deals people out evenly and leaves hosts where they are', () => {
    expect(dealt([person('host', { host: true }), person('a'), person('b'), person('c')], 2)).toEqual({ a: 0, b: 1, c: 0 });
  });
});

describe('the arrangement', () => {
  const face = (key: string, more: object = {}) => ({ key, participant: person(key), screen: false, stream: undefined, speaking: false, ...more });
  const [ann, ben] = [face('ann'), face('ben')];
  const screen = face('ben-screen', { screen: true });

  it('makes a shared screen large, and whoever is pinned larger still', () => {
    expect(arranged([ann, ben], 'auto', undefined, undefined).main).toBeUndefined();
    expect(arranged([screen, ann, ben], 'auto', undefined, undefined).main).toBe(screen);
    expect(arranged([screen, ann, ben], 'auto', 'ann', undefined)).toEqual({ main: ann, rest: [screen, ben] });
    expect(arranged([screen, ann, ben], 'grid', undefined, undefined).main).toBeUndefined();
  });

  it('follows who speaks in speaker view, and stays with who spoke last', () => {
    expect(arranged([ann, { ...ben, speaking: true }], 'speaker', undefined, 'ann').main?.key).toBe('ben');
    expect(arranged([ann, ben], 'speaker', undefined, 'ben').main).toBe(ben);
    expect(arranged([ann, ben], 'speaker', undefined, undefined).main).toBe(ann);
  });

  it('keeps who speaks in the strip', () => {
    const speaks = { ...ben, speaking: true };
    expect(strip([ann, face('cyd'), speaks], 2)).toEqual([ann, speaks]);
    expect(strip([ann, ben], 2)).toEqual([ann, ben]);
    expect(strip([screen, ann, speaks], 1)).toEqual([screen]);
    expect(strip([screen, ann, speaks], 2)).toEqual([screen, speaks]);
    expect(strip([ann, speaks], 0)).toEqual([]);
  });

  it('parts many into pages, each of them on one, who spoke last on the first', () => {
    const many = Array.from({ length: 7 }, (_, i) => face(`p${i}`));
    const keys = (page: number, last?: string) => pageOf(many, page, 3, last).map((one) => one.key);
    expect([keys(0), keys(1), keys(2)]).toEqual([['p0', 'p1', 'p2'], ['p3', 'p4', 'p5'], ['p6']]);
    expect([keys(0, 'p6'), keys(1, 'p6'), keys(2, 'p6')]).toEqual([['p0', 'p1', 'p6'], ['p3', 'p4', 'p5'], ['p2']]);
    expect(keys(0, 'p1')).toEqual(['p0', 'p1', 'p2']);
    expect(pageOf([screen, ann, ben], 0, 1, 'ben')).toEqual([screen]);
  });
});

describe('figures', () => {
  it('say the way, the rates and the pictures', () => {
    const stats = (bytes: number, timestamp: number): [string, { id: string; type: string; timestamp: number }][] =>
      [
        { id: 'p', type: 'candidate-pair', timestamp, nominated: true, state: 'succeeded', currentRoundTripTime: 0.02, localCandidateId: 'l', remoteCandidateId: 'r' },
        { id: 'l', type: 'local-candidate', timestamp, candidateType: 'relay', relayProtocol: 'tls' },
        { id: 'r', type: 'remote-candidate', timestamp, candidateType: 'host' },
        { id: 'i', type: 'inbound-rtp', timestamp, kind: 'video', bytesReceived: bytes, packetsReceived: 99, packetsLost: 1, frameWidth: 640, frameHeight: 360, framesPerSecond: 25 },
      ].map((stat) => [stat.id, stat]);
    const figures = figuresOf(stats(126_000, 2000), new Map(stats(1000, 1000)));
    const value = (name: string) => figures.find((figure) => figure.name === name)?.value;
    expect(value('path')).toBe('relay → host (tls)');
    expect(value('rtt')).toBe('20 ms');
    expect(value('in')).toBe('1000 kbit/s');
    expect(value('lost')).toBe('1 (1.0 %)');
    expect(value('received')).toBe('640×360, 25 fps');
  });
});
