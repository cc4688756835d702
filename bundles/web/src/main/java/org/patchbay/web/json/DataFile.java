package org.patchbay.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.patchbay.spi.web.DataDownload;

/** Writes a download while it is read; what fails in the middle is left open, so that nobody takes it for the whole. */
final class DataFile {

    private DataFile() {}

    static void write(DataDownload download, OutputStream out) throws IOException {
        try (JsonGenerator json = WireJson.mapper()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)) {
            json.writeStartObject();
            for (var part : download.parts()) {
                json.writeArrayFieldStart(part.name());
                part.content().accept((kind, thing) -> item(json, kind, thing));
                json.writeEndArray();
            }
            json.writeBooleanField("complete", true);
            json.writeEndObject();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void item(JsonGenerator json, String kind, Object thing) {
        try {
            json.writeStartObject();
            json.writeStringField("kind", kind);
            json.writeObjectField("data", thing);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
