package org.patchbay.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/** Answers in one line what never gets to a slice, such as a request that is none. Thread-safe. */
public final class PlainErrors extends ErrorHandler {

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields fields) {
        PlainHeaders.on((name, value) -> fields.put(name, value));
        fields.put("Content-Type", "text/plain;charset=utf-8");
        return ByteBuffer.wrap(text(status));
    }

    @Override
    protected void generateAcceptableResponse(
            Request request,
            HttpServletRequest http,
            HttpServletResponse response,
            int code,
            @Nullable String message,
            String contentType)
            throws IOException {
        PlainHeaders.on(response::setHeader);
        byte[] text = text(code);
        request.setHandled(true);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private static byte[] text(int status) {
        return (HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
