package org.patchbay.meetings.room;

import java.util.List;
import org.patchbay.api.Problem;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;

/** What browsers say that they send, in the words of bridges. */
final class SentSources {

    private SentSources() {}

    /** INVALID for what cannot be sent at all, forwarded or not. */
    static void check(List<RoomCommand.SentTrack> tracks) {
        of(new EndpointId("0"), tracks);
    }

    /** The sources of the tracks. */
    static List<Source> of(EndpointId owner, List<RoomCommand.SentTrack> tracks) {
        return tracks.stream().map(track -> source(owner, track)).toList();
    }

    private static Source source(EndpointId owner, RoomCommand.SentTrack track) {
        for (SourceKind kind : SourceKind.values()) {
            if (kind.mid().equals(track.mid()) && RoomMedia.kindName(kind).equals(track.kind())) {
                return switch (kind) {
                    case AUDIO -> Source.audio(owner, track.ssrc());
                    case CAMERA -> camera(owner, track);
                    case DESKTOP -> Source.desktop(owner, track.ssrc(), rtx(track));
                    case DESKTOP_AUDIO -> Source.desktopAudio(owner, track.ssrc());
                };
            }
        }
        throw Problem.INVALID.at("/sources/mid", "mid.unknown", "is not a line to send this on");
    }

    private static Source camera(EndpointId owner, RoomCommand.SentTrack track) {
        List<SsrcGroup> layers = track.layers().orElse(List.of()).stream()
                .map(layer -> SsrcGroup.fid(layer.ssrc(), layer.rtxSsrc()))
                .toList();
        return layers.size() > 1 ? Source.simulcast(owner, layers) : Source.camera(owner, track.ssrc(), rtx(track));
    }

    private static long rtx(RoomCommand.SentTrack track) {
        return track.rtxSsrc()
                .orElseThrow(() -> Problem.INVALID.at("/sources/rtxSsrc", "missing", "is needed for video"));
    }
}
