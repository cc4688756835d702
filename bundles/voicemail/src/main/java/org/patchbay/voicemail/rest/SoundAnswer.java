package org.patchbay.voicemail.rest;

import java.nio.file.Path;
import java.util.Optional;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.patchbay.spi.web.FilePart;

/**
 * Answers requests for a sound file, whole or in part.
 *
 * @param name as which it is downloaded
 * @param range as the header {@code Range} came
 * @param ifRange as the header {@code If-Range} came: with another file than that, the range means nothing
 */
record SoundAnswer(String name, boolean download, Optional<String> range, Optional<String> ifRange) {

    /** Whether it is asked for from its beginning, and not on in the middle. */
    static boolean isFirst(Optional<String> range) {
        return range.isEmpty() || range.get().strip().startsWith("bytes=0-");
    }

    Response of(Path file) {
        FilePart part = FilePart.of(file, "audio/wav", name, new FilePart.Asked(download, range, ifRange));
        Response.ResponseBuilder answer = Response.status(part.status());
        part.headers().forEach(answer::header);
        return part.length() == 0
                ? answer.build()
                : answer.entity((StreamingOutput) part::write).build();
    }
}
