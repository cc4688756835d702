import { Button, Group, Modal, Slider, Stack, Text } from '@mantine/core';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { cut, middle, moved, type Square } from './crop';
import classes from './CropDialog.module.css';

interface CropDialogProps {
  image: ImageBitmap;
  type: string;
  close: () => void;
  take: (picture: Blob) => Promise<unknown>;
}

const SHOWN = 280;

/** Lets somebody choose the square of a picture: by dragging, by the slider, or with the arrow keys. */
export function CropDialog({ image, type, close, take }: CropDialogProps) {
  const { t } = useTranslation('identity');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [square, setSquare] = useState<Square>(() => middle(image.width, image.height));
  const [zoom, setZoom] = useState(1);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  const whole = Math.min(image.width, image.height);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) {
      context.clearRect(0, 0, SHOWN * 2, SHOWN * 2);
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, square.left, square.top, square.side, square.side, 0, 0, SHOWN * 2, SHOWN * 2);
    }
  }, [image, square]);

  const move = (x: number, y: number) =>
    setSquare((now) => {
      const scale = now.side / SHOWN;
      return moved(now, { x: -x * scale, y: -y * scale }, now.side, image.width, image.height);
    });

  function drag(event: PointerEvent) {
    if (last.current) {
      move(event.clientX - last.current.x, event.clientY - last.current.y);
      last.current = { x: event.clientX, y: event.clientY };
    }
  }

  async function save() {
    setBusy(true);
    setProblem(undefined);
    try {
      await take(await cut(image, square, type));
      close();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={close} title={t('picture.crop')} size="sm" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <ProblemNote problem={problem} />
        <canvas
          ref={canvas}
          className={classes.canvas}
          width={SHOWN * 2}
          height={SHOWN * 2}
          tabIndex={0}
          role="application"
          aria-label={t('picture.crop.area')}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            last.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={drag}
          onPointerUp={() => (last.current = undefined)}
          onPointerCancel={() => (last.current = undefined)}
          onKeyDown={(event) => {
            const step = { ArrowLeft: [8, 0], ArrowRight: [-8, 0], ArrowUp: [0, 8], ArrowDown: [0, -8] }[event.key];
            if (step) {
              event.preventDefault();
              move(step[0]!, step[1]!);
            }
          }}
        />
        <Text size="xs" c="dimmed" ta="center">
          {t('picture.crop.help')}
        </Text>
        <Slider
          min={1}
          max={4}
          step={0.05}
          value={zoom}
          label={null}
          thumbLabel={t('picture.crop.zoom')}
          onChange={(value) => {
            setZoom(value);
            setSquare((now) => moved(now, { x: 0, y: 0 }, whole / value, image.width, image.height));
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button onClick={() => void save()} loading={busy}>
            {t('picture.use')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
