package org.patchbay.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keystore of HTTPS in the data folder: made at the first start, anew when a host is added or its time is over. */
final class Keystore {

    // The file's mode protects it; PKCS12 wants a password all the same.
    private static final char[] PASSWORD = "patchbay".toCharArray();
    private static final Duration LIFE = Duration.ofDays(800);
    private static final Duration RENEWAL = Duration.ofDays(30);

    private static final String ALIAS = "patchbay";

    private final Path file;
    private final Path served;

    Keystore(Path data) {
        this.file = data.resolve("keys/tls.p12");
        this.served = data.resolve("keys/served.p12");
    }

    /**
     * Makes the file that the web server reads, with the own keystore's key or else the self-signed one; the running server
     * adds the certificates of portals to it. A file that is there and opens stays.
     */
    void serve(Optional<Path> own, String ownPassword) {
        Path source = own.orElse(file);
        char[] password = own.isPresent() ? ownPassword.toCharArray() : PASSWORD;
        try {
            if (!opens()) {
                write(served, first(load(source, password), password));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw ExitCode.CERTIFICATE.because(
                    "The certificate file " + source
                            + " cannot be read; it must be PKCS12 with one private key, and PATCHBAY_TLS_PASSWORD its password.");
        }
    }

    private boolean opens() {
        try {
            return Files.exists(served) && load(served, PASSWORD).containsAlias(ALIAS);
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static KeyStore load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static KeyStore first(KeyStore from, char[] password) throws IOException, GeneralSecurityException {
        for (String alias : Collections.list(from.aliases())) {
            if (from.isKeyEntry(alias)) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry(ALIAS, from.getKey(alias, password), PASSWORD, from.getCertificateChain(alias));
                return store;
            }
        }
        throw new GeneralSecurityException("There is no private key");
    }

    void provide(List<String> rootHosts) {
        Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "*.localhost", "127.0.0.1", "::1"));
        hosts.addAll(rootHosts);
        try {
            String machine = InetAddress.getLocalHost().getHostName();
            if (machine.matches("[A-Za-z0-9.-]+")) {
                hosts.add(machine);
            }
        } catch (IOException e) {
            // A machine without a name has one host fewer.
        }
        try {
            if (!Files.exists(file) || !serves(hosts)) {
                write(List.copyOf(hosts));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw ExitCode.CERTIFICATE.because("The certificate file " + file
                    + " cannot be read or made; delete it, or set PATCHBAY_TLS_KEYSTORE and PATCHBAY_TLS_PASSWORD.");
        }
    }

    private boolean serves(Set<String> hosts) throws IOException, GeneralSecurityException {
        if (!(load(file, PASSWORD).getCertificate(ALIAS) instanceof X509Certificate certificate)) {
            return false;
        }
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        Set<String> named = names == null
                ? Set.of()
                : names.stream()
                        .map(name -> canonical(Objects.toString(name.get(1))))
                        .collect(Collectors.toSet());
        return named.containsAll(hosts.stream().map(Keystore::canonical).toList())
                && certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(RENEWAL));
    }

    private void write(List<String> hosts) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        Instant now = Instant.now();
        Certificate certificate = SelfSigned.certificate(keys, hosts, now.minus(Duration.ofDays(1)), now.plus(LIFE));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, keys.getPrivate(), PASSWORD, new Certificate[] {certificate});
        write(file, store);
    }

    private static void write(Path to, KeyStore store) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        Path fresh = ownerOnly(to.resolveSibling(to.getFileName() + ".new"));
        Files.write(fresh, bytes.toByteArray());
        Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path ownerOnly(Path path) throws IOException {
        Files.deleteIfExists(path);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createFile(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createFile(path);
    }

    private static String canonical(String host) {
        return host.equals("0:0:0:0:0:0:0:1") ? "::1" : host;
    }
}
