package org.patchbay.web.json;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.patchbay.api.Problem;
import org.patchbay.spi.web.DataDownload;

/** Bodies to objects and back. A text that a resource answers as JSON is JSON already. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final Set<Class<?>> RAW = Set.of(byte[].class, InputStream.class);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !RAW.contains(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = read(body);
        if (bytes.length == 0) {
            throw Problem.INVALID.at("", "body.missing", "is missing");
        }
        var mapper = WireJson.mapper();
        try {
            Object value = mapper.readValue(bytes, mapper.constructType(generic));
            if (value == null) {
                throw Problem.INVALID.at("", "body.missing", "must not be null");
            }
            return value;
        } catch (JacksonException e) {
            throw JsonFaults.of(e);
        }
    }

    /** Reads a body up to the limit. */
    public static byte[] read(InputStream body) throws IOException {
        var bytes = body.readNBytes(WireJson.MAX_BYTES + 1);
        if (bytes.length > WireJson.MAX_BYTES) {
            throw Problem.TOO_LARGE.because("body.too-large", "The body is larger than 1 MiB");
        }
        return bytes;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !RAW.contains(type) && !StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        if (value instanceof DataDownload download) {
            headers.putSingle("Content-Disposition", "attachment; filename=\"" + download.fileName() + '"');
            DataFile.write(download, out);
            return;
        }
        var bytes = bytes(value);
        headers.putSingle("Content-Length", bytes.length);
        out.write(bytes);
    }

    /** The JSON text of a value. */
    public static byte[] bytes(Object value) throws IOException {
        var text = value instanceof String json ? json : WireJson.mapper().writeValueAsString(value);
        return WholeText.escaped(text).getBytes(StandardCharsets.UTF_8);
    }
}
