package org.patchbay.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An outbound request of the server's own whose body, or whose reply's, may be of any size and is never whole in memory.
 *
 * @param method GET, HEAD, POST, PUT, PATCH or DELETE
 * @param uri http or https, absolute
 * @param timeout until something comes of the other side, each time; at most 60 s
 */
public record HttpTransfer(String method, URI uri, Map<String, String> headers, Optional<Body> body, Duration timeout) {

    public HttpTransfer {
        headers = Map.copyOf(headers);
    }

    /** What is sent. */
    public interface Body {

        /** How many bytes there are. */
        long length();

        /** Writes them all; the caller closes the stream. */
        void write(OutputStream out) throws IOException;
    }

    /** Takes the reply while it comes. */
    @FunctionalInterface
    public interface Taker<T> {

        /**
         * Takes it; what is left of the body is thrown away.
         *
         * @param headers names in lower case
         */
        T take(int status, Map<String, List<String>> headers, InputStream body) throws IOException;
    }
}
