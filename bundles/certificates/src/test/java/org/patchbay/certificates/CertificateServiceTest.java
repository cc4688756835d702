package org.patchbay.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.kv.InMemoryKeyValues;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

class CertificateServiceTest {

    private final Path folder;
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryPortals portals = new InMemoryPortals();
    private final InMemorySecrets secrets = new InMemorySecrets();
    private final InMemoryKeyValues values = new InMemoryKeyValues();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final CertificateService certificates;

    CertificateServiceTest(@TempDir Path folder) {
        this.folder = folder;
        Keytool.pkcs12(folder.resolve("tls.p12"), "EC", 800, "localhost", "*.localhost");
        certificates = service("one", Clock.systemUTC());
    }

    private CertificateService service(String node, Clock clock) {
        return new CertificateService(
                new CertificateStore(values, secrets),
                new ServedKeystore(folder.resolve("tls.p12"), Keytool.PASSWORD, folder.resolve("served.p12")),
                portals,
                new InMemoryUnitOfWork(),
                new AuditTrail(audit),
                cluster.node(node),
                clock);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private Path file(String name, String algorithm, int days, String... hosts) {
        return Keytool.pkcs12(folder.resolve(name), algorithm, days, hosts);
    }

    private static CertificateDraft pem(Path file) {
        return new CertificateDraft(Optional.of(Pem.write(Keytool.identity(file))), Optional.empty(), Optional.empty());
    }

    private static CertificateDraft pkcs12(Path file, String password) throws Exception {
        String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        return new CertificateDraft(Optional.empty(), Optional.of(base64), Optional.of(password));
    }

    private Portal portal(String host) {
        return portals.create(new PortalDraft("P " + host, host, "en", "UTC", "#000000"), Callers.root());
    }

    @Test
    @Tag("S0.07")
    @Tag("S0.09")
    void everyHostShowsItsCertificateAndANewOneWithoutARestart() throws Exception {
        Path acme = file("acme.p12", "RSA", 90, "acme.example");
        Path bolt = file("bolt.p12", "EC", 90, "*.bolt.example");
        CertificateView first = certificates.add(pem(acme), Callers.root());
        certificates.add(pkcs12(bolt, Keytool.PASSWORD), Callers.root());

        try (var server = new TlsServer(folder.resolve("served.p12"))) {
            assertThat(server.certificateFor("acme.example"))
                    .isEqualTo(Keytool.identity(acme).leaf());
            assertThat(server.certificateFor("meet.bolt.example"))
                    .isEqualTo(Keytool.identity(bolt).leaf());
            var own = Keytool.identity(folder.resolve("tls.p12")).leaf();
            assertThat(server.certificateFor("elsewhere.example")).isEqualTo(own);
            assertThat(server.certificateFor("")).isEqualTo(own);

            Path renewed = file("acme2.p12", "RSA", 400, "acme.example");
            certificates.replace(first.id(), pem(renewed), Callers.root());
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(server.certificateFor("acme.example"))
                    .isEqualTo(Keytool.identity(renewed).leaf()));
        }
    }

    @Test
    void keysAreSealedAndTheServedFileIsTheOwnersAlone() throws Exception {
        String id = certificates
                .add(pem(file("acme.p12", "EC", 90, "acme.example")), Callers.root())
                .id();
        assertThat(values.get(PortalId.ROOT, "certificates", id).orElseThrow()).doesNotContain("PRIVATE KEY");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("served.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Tag("S0.09")
    @Tag("S0.10")
    void warnsWhereBrowsersWillComplain() {
        Portal local = portal("acme.localhost");
        Portal bare = portal("bare.example");
        Portal wild = portal("meet.bolt.example");
        Portal deep = portal("a.b.bolt.example");
        Portal address = portal("192.0.2.7");
        certificates.add(pem(file("bolt.p12", "EC", 10, "*.bolt.example")), Callers.root());

        assertThat(certificates.coverage(local.id()).warnings()).isEmpty();
        assertThat(certificates.coverage(bare.id()).warnings()).containsExactly("not-covered", "self-signed");
        assertThat(certificates.coverage(wild.id()).covered()).isTrue();
        assertThat(certificates.coverage(wild.id()).warnings()).containsExactly("self-signed", "expires-soon");
        assertThat(certificates.coverage(deep.id()).warnings()).contains("not-covered");
        assertThat(certificates.coverage(address.id()).warnings()).contains("not-covered");
        assertThat(certificates.coverage(PageRequest.first(10)).items()).hasSize(5);
    }

    @Test
    @Tag("S0.09")
    void oneForLaterIsServedFromItsDayOn() throws Exception {
        Portal acme = portal("acme.example");
        Path present = file("acme.p12", "EC", 90, "acme.example");
        Path later = Keytool.pkcs12(folder.resolve("later.p12"), "EC", 20, 400, "acme.example");
        String id = certificates.add(pem(present), Callers.root()).id();
        CertificateView waiting = certificates.add(pem(later), Callers.root());

        assertThat(waiting.warnings()).contains("not-yet-valid");
        assertThat(certificates.coverage(acme.id()).certificate().id()).isEqualTo(id);
        try (var server = new TlsServer(folder.resolve("served.p12"))) {
            assertThat(server.certificateFor("acme.example"))
                    .isEqualTo(Keytool.identity(present).leaf());
        }
        cluster.kill("one");
        var onThatDay = service("two", Clock.offset(Clock.systemUTC(), Duration.ofDays(30)));
        assertThat(onThatDay.coverage(acme.id()).certificate().id()).isEqualTo(waiting.id());
        try (var server = new TlsServer(folder.resolve("served.p12"))) {
            assertThat(server.certificateFor("acme.example"))
                    .isEqualTo(Keytool.identity(later).leaf());
        }
    }

    @Test
    void aCertificateGoes() {
        CertificateView view = certificates.add(pem(file("acme.p12", "EC", 90, "acme.example")), Callers.root());
        assertThat(view.hosts()).containsExactly("acme.example");
        assertThat(view.until()).isAfter(Instant.now());
        certificates.remove(view.id(), Callers.root());
        assertThat(certificates.list()).extracting(CertificateView::id).containsExactly("default");
        assertThat(audit.actions(PortalId.ROOT)).containsExactly("certificate.added", "certificate.removed");
        assertThatThrownBy(() -> certificates.remove(view.id(), Callers.root()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("certificate.unknown"));
    }

    @Test
    void takesABareRsaKeyToo() {
        Identity rsa = Keytool.identity(file("rsa.p12", "RSA", 90, "acme.example"));
        byte[] pkcs8 = rsa.key().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        String pem = Pem.write(rsa);
        String bare = pem.substring(0, pem.indexOf("-----BEGIN PRIVATE KEY"))
                + "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pkcs1)
                + "\n-----END RSA PRIVATE KEY-----\n";
        assertThat(Pem.read(bare, "/pem").key()).isEqualTo(rsa.key());
    }

    @Test
    void saysWhatIsWrongWithAnUpload() {
        String acme = Pem.write(Keytool.identity(file("acme.p12", "EC", 90, "acme.example")));
        String bolt = Pem.write(Keytool.identity(file("bolt.p12", "EC", 90, "bolt.example")));
        String certificate = acme.substring(0, acme.indexOf("-----BEGIN PRIVATE KEY"));
        String key = bolt.substring(bolt.indexOf("-----BEGIN PRIVATE KEY"));
        refuses("certificate.missing", "nothing");
        refuses("certificate.key-missing", certificate);
        refuses("certificate.key-mismatch", certificate + key);
        refuses("certificate.key-encrypted", certificate + key.replace("PRIVATE", "ENCRYPTED PRIVATE"));
        refuses("certificate.size", "x".repeat(50_000));
        assertThatThrownBy(() -> certificates.add(pkcs12(folder.resolve("acme.p12"), "wrong"), Callers.root()))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo("certificate.pkcs12"));
        assertThat(new CertificateDraft(Optional.of(acme), Optional.empty(), Optional.empty()).toString())
                .doesNotContain("KEY");
    }

    private void refuses(String code, String pem) {
        var draft = new CertificateDraft(Optional.of(pem), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> certificates.add(draft, Callers.root()))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo(code));
    }

    @Test
    void refusesBothFormsAtOnceOrNone() {
        for (Optional<String> form : List.of(Optional.<String>empty(), Optional.of("x"))) {
            assertThatThrownBy(
                            () -> certificates.add(new CertificateDraft(form, form, Optional.empty()), Callers.root()))
                    .hasMessageContaining("either");
        }
    }
}
