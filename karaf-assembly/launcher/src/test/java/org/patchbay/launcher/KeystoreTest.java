package org.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {

    private final Path data;

    KeystoreTest(@TempDir Path data) {
        this.data = data;
    }

    @BeforeEach
    void folder() throws Exception {
        Files.createDirectories(data.resolve("keys"));
    }

    @Test
    void makesACertificateForEveryHost() throws Exception {
        new Keystore(data).provide(List.of("pbx.example", "192.0.2.7"));
        X509Certificate certificate = certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> Objects.toString(name.get(1)))
                .contains("localhost", "*.localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "pbx.example", "192.0.2.7");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void theWebServerReadsAFileOfItsOwn() throws Exception {
        var keystore = new Keystore(data);
        keystore.provide(List.of());
        keystore.serve(Optional.empty(), "");
        Path served = data.resolve("keys/served.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(served)))
                .isEqualTo("rw-------");
        byte[] before = Files.readAllBytes(served);
        keystore.serve(Optional.empty(), "");
        assertThat(Files.readAllBytes(served)).isEqualTo(before);

        Files.write(served, new byte[] {1});
        keystore.serve(Optional.of(data.resolve("keys/tls.p12")), "patchbay");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(served)) {
            store.load(in, "patchbay".toCharArray());
        }
        assertThat(store.isKeyEntry("patchbay")).isTrue();
    }

    @Test
    void anOwnKeystoreThatDoesNotOpenStopsTheStart() throws Exception {
        new Keystore(data).provide(List.of());
        assertThatThrownBy(() -> new Keystore(data).serve(Optional.of(data.resolve("keys/tls.p12")), "wrong"))
                .hasMessageContaining("PATCHBAY_TLS_PASSWORD");
    }

    @Test
    void letsNobodyElseReadIt() throws Exception {
        new Keystore(data).provide(List.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/tls.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsACertificateThatServes() throws Exception {
        new Keystore(data).provide(List.of("pbx.example"));
        X509Certificate first = certificate();
        new Keystore(data).provide(List.of("pbx.example"));
        assertThat(certificate()).isEqualTo(first);
    }

    @Test
    void makesANewOneForANewHost() throws Exception {
        new Keystore(data).provide(List.of());
        X509Certificate first = certificate();
        new Keystore(data).provide(List.of("pbx.example"));
        assertThat(certificate()).isNotEqualTo(first);
    }

    @Test
    void saysWhatToDoAboutABrokenFile() throws Exception {
        Files.writeString(data.resolve("keys/tls.p12"), "not a keystore");
        assertThatThrownBy(() -> new Keystore(data).provide(List.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("tls.p12")
                .hasMessageContaining("PATCHBAY_TLS_KEYSTORE");
    }

    private X509Certificate certificate() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(data.resolve("keys/tls.p12"))) {
            store.load(in, "patchbay".toCharArray());
        }
        return (X509Certificate) store.getCertificate("patchbay");
    }
}
