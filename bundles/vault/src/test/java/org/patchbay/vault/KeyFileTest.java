package org.patchbay.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PortalId;

class KeyFileTest {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");

    private final Path folder;

    KeyFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesTheFileForItsOwnerAloneAndUsesItAgain() throws IOException {
        Path file = folder.resolve("keys/secrets.key");
        String sealed = new SecretService(SecretService.keys(Optional.empty(), file)).seal(ACME, "f", "token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        SecretService again = new SecretService(SecretService.keys(Optional.empty(), file));
        assertThat(again.open(ACME, "f", sealed)).isEqualTo("token");
    }

    @Test
    void closesAFileThatOthersCanRead() throws IOException {
        Path file = folder.resolve("secrets.key");
        Files.writeString(file, SecretServiceTest.key(3) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        SecretService.keys(Optional.empty(), file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void prefersTheEnvironmentAndThenTouchesNoFile() {
        Path file = folder.resolve("secrets.key");
        KeyRing keys = SecretService.keys(Optional.of(SecretServiceTest.key(4)), file);

        assertThat(keys.presentId())
                .isEqualTo(KeyRing.parse("test", SecretServiceTest.key(4)).presentId());
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.parse("PATCHBAY_KEY", "AAAA"))
                .withMessage("PATCHBAY_KEY must hold keys of 32 bytes, not 3");
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.parse("PATCHBAY_KEY", "not-base64!"))
                .withMessage("PATCHBAY_KEY is not base64");
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.parse("PATCHBAY_KEY", ("," + SecretServiceTest.key(1)).repeat(17)))
                .withMessageContaining("more than 16 keys");
    }
}
