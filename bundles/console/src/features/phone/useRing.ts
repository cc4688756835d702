import { useEffect } from 'react';
import { chosen, type DeviceRole } from './devices';

interface Ring {
  frequencies: number[];
  on: number;
  every: number;
  volume: number;
  heard: DeviceRole;
}

/** A bell of two tones that beat; for who is called. */
export const BELL: Ring = { frequencies: [520, 545], on: 1.2, every: 3_500, volume: 0.1, heard: 'ringer' };

/** What who calls hears while it rings there (ITU-T E.180). */
export const RINGBACK: Ring = { frequencies: [425], on: 1, every: 5_000, volume: 0.05, heard: 'speaker' };

/** What who talks hears while somebody else calls, quietly (ITU-T E.180, call waiting tone). */
export const KNOCK: Ring = { frequencies: [425], on: 0.2, every: 4_000, volume: 0.03, heard: 'speaker' };

/** Sounds while it is given. */
export function useRing(ring: Ring | undefined): void {
  useEffect(() => {
    if (!ring || typeof AudioContext === 'undefined') {
      return undefined;
    }
    const audio = new AudioContext();
    const device = chosen(ring.heard);
    if (device && 'setSinkId' in audio) {
      void (audio as unknown as { setSinkId: (id: string) => Promise<void> }).setSinkId(device).catch(() => undefined);
    }
    const sound = () => {
      // A browser keeps a page silent on which nobody has pressed anything yet.
      if (audio.state === 'running') {
        ring.frequencies.forEach((frequency) => tone(audio, frequency, ring));
      }
    };
    sound();
    const timer = setInterval(sound, ring.every);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, [ring]);
}

function tone(audio: AudioContext, frequency: number, { on, volume }: Ring): void {
  const start = audio.currentTime;
  const source = audio.createOscillator();
  const gain = audio.createGain();
  source.frequency.value = frequency;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.03);
  gain.gain.setValueAtTime(volume, start + on - 0.05);
  gain.gain.linearRampToValueAtTime(0, start + on);
  source.connect(gain).connect(audio.destination);
  source.start(start);
  source.stop(start + on);
}

/** Says once that somebody speaks now. */
export function beep(): void {
  if (typeof AudioContext === 'undefined') {
    return;
  }
  const audio = new AudioContext();
  tone(audio, 880, { frequencies: [880], on: 0.4, every: 0, volume: 0.1, heard: 'speaker' });
  setTimeout(() => void audio.close(), 1_000);
}
