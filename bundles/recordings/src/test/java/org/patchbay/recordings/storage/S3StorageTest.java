package org.patchbay.recordings.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.testing.crm.LoopbackHttp;
import org.patchbay.testing.s3.S3Stub;

class S3StorageTest implements RecordingStorageContract {

    private static final int PART = 50_000;

    private final S3Stub store;
    private final S3Storage storage;

    S3StorageTest() throws IOException {
        store = new S3Stub(PART);
        storage = storage(S3Stub.KEY, S3Stub.REGION, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private S3Storage storage(String key, String region, Clock clock) {
        return new S3Storage(
                new LoopbackHttp(),
                URI.create(store.address() + "/"),
                S3Stub.BUCKET,
                new AwsSignature(region, S3Stub.KEY_ID, key),
                PART,
                clock);
    }

    @Override
    public RecordingStorage storage() {
        return storage;
    }

    @Test
    void sendsWhatIsLargeInParts(@TempDir Path folder) throws IOException {
        byte[] content = new byte[3 * PART + 7];
        new Random(3).nextBytes(content);
        storage.put(KEY, "video/webm", Files.write(folder.resolve("large"), content));

        assertThat(store.objects()).containsOnlyKeys(KEY);
        assertThat(store.objects().get(KEY)).isEqualTo(content);
        assertThat(store.openUploads()).isZero();
        assertThat(store.refusals()).isEmpty();
    }

    @Test
    void whatCannotBeSentWholeLeavesNoParts(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[2 * PART]);
        // The store asks for larger parts than it is sent.
        try (var strict = new S3Stub(PART + 1)) {
            var sending = new S3Storage(
                    new LoopbackHttp(),
                    strict.address(),
                    S3Stub.BUCKET,
                    new AwsSignature(S3Stub.REGION, S3Stub.KEY_ID, S3Stub.KEY),
                    PART,
                    Clock.systemUTC());
            assertThatThrownBy(() -> sending.put(KEY, "video/webm", file)).hasMessageContaining("EntityTooSmall");
            assertThat(strict.openUploads()).isZero();
            assertThat(strict.objects()).isEmpty();
        }
    }

    @Test
    void aWrongKeyRegionOrClockIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("small"), new byte[] {1});
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

        for (S3Storage wrong : new S3Storage[] {
            storage("another key", S3Stub.REGION, Clock.systemUTC()),
            storage(S3Stub.KEY, "us-east-1", Clock.systemUTC()),
            storage(S3Stub.KEY, S3Stub.REGION, late)
        }) {
            assertThatThrownBy(() -> wrong.put(KEY, "video/webm", file)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> wrong.read(KEY, 0, 1, new ByteArrayOutputStream()))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> wrong.delete(KEY)).isInstanceOf(IOException.class);
        }
        assertThat(store.objects()).isEmpty();
        assertThat(store.refusals())
                .contains("SignatureDoesNotMatch", "AuthorizationHeaderMalformed", "RequestTimeTooSkewed");
    }

    /** Two examples of the service’s documentation: a lifecycle and a list. */
    @Test
    void signsTheSameEachTime() {
        var signature =
                new AwsSignature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        Instant then = Instant.parse("2013-05-24T00:00:00Z");
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        Map<String, String> lifecycle =
                signature.headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/?lifecycle="), empty, then);
        assertThat(lifecycle.get("Authorization"))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        Map<String, String> list = signature.headers(
                "GET", URI.create("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J"), empty, then);
        assertThat(list.get("Authorization"))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }
}
