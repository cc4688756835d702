package org.patchbay.recordings.film.rtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.matroska.TrackFormat;

/**
 * What a codec made of the packets of one frame.
 *
 * @param format said by key frames, null for others
 */
record CodedPicture(ByteBuffer data, @Nullable TrackFormat format) {}
