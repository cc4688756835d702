package org.patchbay.web.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.NullUnmarked;

/** A request whose body must come at a certain pace, and which tells once that it waits for no more of it. */
@NullUnmarked // the wrapper's contract
final class PacedRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private final Pace pace;
    private final Runnable onRead;
    private final AtomicBoolean read = new AtomicBoolean();
    private ServletInputStream body;

    PacedRequest(HttpServletRequest request, Pace pace, Runnable onRead) {
        super(request);
        this.pace = pace;
        this.onRead = onRead;
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new PacedBody(super.getInputStream(), pace, this::close);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var charset = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset)));
    }

    /** The body is read, or nobody will read it. */
    @Override
    public void close() {
        if (read.compareAndSet(false, true)) {
            onRead.run();
        }
    }
}
