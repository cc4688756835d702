package org.patchbay.phonemedia.ports;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.patchbay.phonemedia.prompts.PromptLibrary;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.phonemedia.srtp.DtlsServer;

/**
 * What all ports share. Immutable.
 *
 * @param workers for Opus
 * @param events where listeners are told
 * @param wiring held while ports are connected and let go
 * @param silentNanos after which a port that hears nothing is told to be silent
 */
public record PortContext(
        Clock clock,
        Executor workers,
        Executor events,
        OpusPool opus,
        DtlsServer dtls,
        PromptLibrary prompts,
        Recorder recorder,
        Counters counters,
        Object wiring,
        long silentNanos) {}
