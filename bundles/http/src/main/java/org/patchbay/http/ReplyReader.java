package org.patchbay.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpReply;

/** Reads a reply up to the limit, counted after decompression. */
final class ReplyReader {

    static final int MAX_BODY = 4 << 20;

    private ReplyReader() {}

    static HttpReply read(ClassicHttpResponse response) throws IOException {
        return new HttpReply(response.getCode(), headers(response), body(response.getEntity()));
    }

    /** The headers, names in lower case. */
    static Map<String, List<String>> headers(ClassicHttpResponse response) {
        var headers = new TreeMap<String, List<String>>();
        for (var header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    private static String body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        var stream = entity.getContent();
        var bytes = stream == null ? new byte[0] : stream.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw Problem.TOO_LARGE.because("http.reply", "The reply is larger than 4 MiB");
        }
        return new String(bytes, charset(entity.getContentType()));
    }

    private static Charset charset(@Nullable String contentType) {
        try {
            var type = contentType == null ? null : ContentType.parseLenient(contentType);
            var charset = type == null ? null : type.getCharset();
            return charset == null ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
