package org.patchbay.phonemedia.sdp;

import java.util.List;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/**
 * A description that was read. Immutable.
 *
 * @param bundle the mids that go together (RFC 9143); empty for none
 */
public record SessionDescription(List<String> bundle, List<MediaDescription> media) {

    static PatchbayException wrong(String sentence) {
        return Problem.INVALID.at("/description", "invalid", "The description " + sentence);
    }

    /** Where the sound is: the first m-line that we can take. */
    int soundAt() {
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).isSound()) {
                return i;
            }
        }
        throw wrong("has no sound on a transport that is known here");
    }
}
