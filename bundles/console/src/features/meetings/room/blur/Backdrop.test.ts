// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { Backdrop, type BlurState } from './Backdrop';
import type { BlurEvents } from './blurredCamera';

/** As much of a camera as the backdrop touches. */
class Camera {
  enabled = true;
  stopped = false;
  settings: { backgroundBlur?: boolean } = {};
  refuses = false;
  constructor(private readonly own?: boolean[]) {}
  getCapabilities = () => ({ ...(this.own ? { backgroundBlur: this.own } : {}) });
  getSettings = () => this.settings;
  applyConstraints = async (wanted: { backgroundBlur: boolean }) => {
    if (this.refuses) {
      throw new Error('refused');
    }
    this.settings = wanted;
  };
  stop = () => {
    this.stopped = true;
  };
  get track() {
    return this as unknown as MediaStreamTrack;
  }
}

let states: BlurState[];
let failures: number;
let made: { track: MediaStreamTrack; events: BlurEvents; stopped: boolean }[];
let broken: boolean;
let backdrop: Backdrop;

beforeEach(() => {
  states = [];
  failures = 0;
  made = [];
  broken = false;
  backdrop = new Backdrop(
    { state: (state) => states.push(state), failed: () => failures++ },
    (camera, events) => {
      if (broken) {
        throw new Error('no worker');
      }
      camera.enabled = false;
      const one = { track: { id: `made-${made.length}` } as MediaStreamTrack, events, stopped: false };
      made.push(one);
      return {
        track: one.track,
        stop: () => {
          one.stopped = true;
          camera.enabled = true;
        },
      };
    },
    () => true,
  );
});

describe('a backdrop', () => {
  it('shows a camera as it is', async () => {
    const camera = new Camera();
    expect(await backdrop.take(camera.track, false)).toBe(camera.track);
    expect(made).toHaveLength(0);
    expect(states).toEqual(['off']);
  });

  it('has a camera that is to be blurred dark before anybody gets a track of it', async () => {
    const camera = new Camera();
    const shown = backdrop.take(camera.track, true);
    expect(camera.enabled).toBe(false);
    expect(await shown).toBe(made[0]!.track);
    expect(states).toEqual(['starting']);
    made[0]!.events.ready();
    expect(states).toEqual(['starting', 'on']);
  });

  it('gives the camera back and frees all when it is switched off, and makes it anew when on again', async () => {
    const camera = new Camera();
    await backdrop.take(camera.track, true);
    expect(await backdrop.blur(false)).toBe(camera.track);
    expect(made[0]!.stopped).toBe(true);
    expect([camera.enabled, camera.stopped]).toEqual([true, false]);
    expect(await backdrop.blur(true)).toBe(made[1]!.track);
    expect(await backdrop.blur(true)).toBe(made[1]!.track);
    expect(made).toHaveLength(2);
  });

  it('ends the one camera when it takes another', async () => {
    const [first, second] = [new Camera(), new Camera()];
    await backdrop.take(first.track, true);
    expect(await backdrop.take(second.track, true)).toBe(made[1]!.track);
    expect([first.stopped, made[0]!.stopped, second.stopped]).toEqual([true, true, false]);
    made[0]!.events.failed();
    expect(failures).toBe(0);
    backdrop.end();
    expect([second.stopped, made[1]!.stopped]).toEqual([true, true]);
  });

  it('stops the camera when the blur breaks, and says so once', async () => {
    const camera = new Camera();
    await backdrop.take(camera.track, true);
    made[0]!.events.failed();
    made[0]!.events.failed();
    made[0]!.events.ready();
    expect(camera.stopped).toBe(true);
    expect(states).toEqual(['starting', 'failed']);
    expect(failures).toBe(1);
  });

  it('shows nothing where a blur cannot even begin', async () => {
    broken = true;
    const camera = new Camera();
    expect(await backdrop.take(camera.track, true)).toBeUndefined();
    expect([camera.stopped, failures]).toEqual([true, 1]);
    expect(states).toEqual(['failed']);
  });

  it('leaves it to a camera that can', async () => {
    const camera = new Camera([false, true]);
    expect(await backdrop.take(camera.track, true)).toBe(camera.track);
    expect(camera.settings.backgroundBlur).toBe(true);
    expect(await backdrop.blur(false)).toBe(camera.track);
    expect(camera.settings.backgroundBlur).toBe(false);
    expect(made).toHaveLength(0);
    expect(states).toEqual(['on', 'off']);
  });

  it('blurs here what such a camera refuses, and says what the system has chosen', async () => {
    const camera = new Camera([false, true]);
    camera.refuses = true;
    expect(await backdrop.take(camera.track, true)).toBe(made[0]!.track);
    expect(await backdrop.blur(false)).toBe(camera.track);
    camera.settings = { backgroundBlur: true };
    expect(await backdrop.blur(false)).toBe(camera.track);
    expect(states).toEqual(['starting', 'off', 'on']);
  });

  it('gives nothing of a camera that went while it was asked', async () => {
    const camera = new Camera([false, true]);
    const shown = backdrop.take(camera.track, true);
    backdrop.end();
    expect(await shown).toBeUndefined();
    expect(await backdrop.blur(true)).toBeUndefined();
  });
});
