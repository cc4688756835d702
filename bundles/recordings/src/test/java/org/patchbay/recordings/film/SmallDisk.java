package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A disk with room for so many bytes, which takes a part of what does not fit, as disks do. */
final class SmallDisk {

    private final long room;

    SmallDisk(long room) {
        this.room = room;
    }

    SeekableByteChannel open(Path path) throws IOException {
        SeekableByteChannel file = TrackFile.Place.create(path);
        return new SeekableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                return file.read(target);
            }

            @Override
            public int write(ByteBuffer source) throws IOException {
                long left = room - file.position();
                if (left <= 0) {
                    throw new IOException("No space left on device");
                }
                int length = (int) Math.min(left, source.remaining());
                int written = file.write(source.slice().limit(length));
                source.position(source.position() + written);
                return written;
            }

            @Override
            public long position() throws IOException {
                return file.position();
            }

            @Override
            public SeekableByteChannel position(long position) throws IOException {
                file.position(position);
                return this;
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public SeekableByteChannel truncate(long size) throws IOException {
                file.truncate(size);
                return this;
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
