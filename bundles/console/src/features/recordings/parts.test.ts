// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { RecordingPart } from '@/ui/server/types';
import { first, isPlayed, length, megabytes } from './parts';

const part = (number: number, kind: RecordingPart['kind']): RecordingPart => ({
  number,
  kind,
  mediaType: kind === 'MICROPHONE' || kind === 'SOUND' ? 'audio/webm' : 'video/webm',
  startMillis: 0,
  durationMillis: 1000,
  bytes: 10,
});

describe('the files of a recording', () => {
  it('are played film first, then sound, then whatever moves', () => {
    expect(first([part(1, 'CAMERA'), part(2, 'SOUND'), part(3, 'FILM')])?.number).toBe(3);
    expect(first([part(1, 'CAMERA'), part(2, 'SOUND')])?.number).toBe(2);
    expect(first([part(1, 'THUMBNAIL'), part(2, 'CAMERA')])?.number).toBe(2);
    expect(first([])).toBeUndefined();
    expect(isPlayed(part(1, 'THUMBNAIL'))).toBe(false);
  });

  it('say how long and how large they are', () => {
    expect(length(0)).toBe('0:00');
    expect(length(61_400)).toBe('1:01');
    expect(length(3_661_000)).toBe('1:01:01');
    expect(megabytes(1_540_000, 'en')).toBe('1.5');
    expect(megabytes(123_400_000, 'de')).toBe('123');
  });
});
