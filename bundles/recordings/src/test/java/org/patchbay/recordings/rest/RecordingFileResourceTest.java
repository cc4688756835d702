package org.patchbay.recordings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.recordings.Recording;
import org.patchbay.recordings.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class RecordingFileResourceTest implements RestResourceContract {

    private World world;
    private RecordingFileResource files;
    private Recording film;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
        files = new RecordingFileResource(world.recordings);
        film = world.ready("0123456789");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Class<? extends RestResource> resource() {
        return RecordingFileResource.class;
    }

    private Response get(String method, boolean download, @Nullable String range, @Nullable String ifRange) {
        var request = (Request) Proxy.newProxyInstance(
                Request.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, called, arguments) -> method);
        return files.get(world.acme.value(), film.id().value(), 1, download, range, ifRange, request, world.user);
    }

    private static String body(Response answer) throws IOException {
        var out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isAnsweredWholeOrInPart() throws IOException {
        Response whole = get("GET", false, null, null);
        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(whole.getHeaderString("Content-Length")).isEqualTo("10");
        assertThat(whole.getHeaderString("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.getMediaType()).hasToString("video/webm");
        assertThat(whole.getHeaderString("Content-Disposition")).startsWith("inline");
        assertThat(body(whole)).isEqualTo("0123456789");

        Response part = get("GET", false, "bytes=3-5", null);
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getHeaderString("Content-Range")).isEqualTo("bytes 3-5/10");
        assertThat(part.getHeaderString("Content-Length")).isEqualTo("3");
        assertThat(body(part)).isEqualTo("345");
    }

    @Test
    void aRangeBeyondTheEndIsRefused() {
        Response refused = get("GET", false, "bytes=10-", null);
        assertThat(refused.getStatus()).isEqualTo(416);
        assertThat(refused.getHeaderString("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void aRangeOfAnotherFileIsTheWhole() throws IOException {
        String tag = get("GET", false, null, null).getHeaderString("ETag");
        assertThat(body(get("GET", false, "bytes=3-", tag))).isEqualTo("3456789");
        assertThat(body(get("GET", false, "bytes=3-", "\"other\""))).isEqualTo("0123456789");
    }

    @Test
    void headAnswersNothingButHeadersAndIsNobodysPlaying() throws IOException {
        Response head = get("HEAD", false, null, null);
        assertThat(body(head)).isEmpty();
        assertThat(head.getHeaderString("Content-Length")).isEqualTo("10");
        assertThat(world.recordings
                        .ledger(world.acme, film.id(), PageRequest.first(1), world.user)
                        .items())
                .isEmpty();
    }

    @Test
    void aDownloadIsSavedUnderTheTitle() {
        assertThat(get("GET", true, null, null).getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''Monday.webm");
    }

    @Test
    void isNotThereForStrangers() {
        assertThatThrownBy(() -> new RecordingResource(world.recordings)
                        .get(world.bolt.value(), film.id().value(), world.stranger))
                .isInstanceOf(PatchbayException.class);
    }
}
