package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.tenancy.BandwidthProfile;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/**
 * A meeting as it is kept.
 *
 * @param codeHash SHA-256 of the guest link's code, hexadecimal; the code is found by it
 * @param sealedCode the code, sealed, so that the host can copy the link again
 * @param video the bandwidth profile of cameras
 * @param sharing the bandwidth profile of shared screens
 * @param sealedPin what guests have to know besides the link, sealed
 * @param lobby who waits until a host lets them in
 * @param screens who may share a screen without being asked to
 */
public record StoredMeeting(
        String id,
        String title,
        String codeHash,
        String sealedCode,
        String host,
        String hostName,
        String video,
        String sharing,
        Optional<String> sealedPin,
        Lobby lobby,
        ScreenSharing screens,
        Instant started,
        Optional<Instant> ended) {

    /** A meeting as it is without a choice. */
    public StoredMeeting(
            String id,
            String title,
            String codeHash,
            String sealedCode,
            String host,
            String hostName,
            Instant started,
            Optional<Instant> ended) {
        this(
                id,
                title,
                codeHash,
                sealedCode,
                host,
                hostName,
                BandwidthProfile.STANDARD.id(),
                BandwidthProfile.STANDARD.id(),
                Optional.empty(),
                Lobby.OFF,
                ScreenSharing.EVERYBODY,
                started,
                ended);
    }
}
