package org.patchbay.recordings.film.rtp;

import java.nio.ByteBuffer;
import org.patchbay.recordings.film.matroska.TrackFormat;

/**
 * A whole frame as a file has it.
 *
 * @param timestamp of its RTP packets
 * @param arrivalNanos of its first packet
 */
public record Frame(TrackFormat format, ByteBuffer data, long timestamp, boolean key, long arrivalNanos) {}
