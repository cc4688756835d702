import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PreJoin.module.css';

/** How loud the microphone is: whoever speaks sees that it works. */
export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation('room');
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (typeof AudioContext === 'undefined') {
      return undefined;
    }
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      // From -60 dB to 0 dB.
      const share = Math.max(0, Math.min(1, 1 + Math.log10(loudness || 1e-6) / 3));
      bar.current?.style.setProperty('--level', String(share));
      bar.current?.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return (
    <div>
      <Text size="sm" mb={4} id="level">
        {t('level')}
      </Text>
      <div ref={bar} className={classes.level} role="meter" aria-labelledby="level" aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} />
    </div>
  );
}
