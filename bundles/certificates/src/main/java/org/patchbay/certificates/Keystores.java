package org.patchbay.certificates;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.api.Problem;

/** PKCS12 files (RFC 7292): those that people send, and the one that the web server reads. */
final class Keystores {

    private Keystores() {}

    /** The one identity of an upload; INVALID when it does not open or has none. */
    static Identity read(byte[] pkcs12, String password, String pointer) {
        Map<String, Identity> identities;
        try {
            identities = load(new ByteArrayInputStream(pkcs12), password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw Problem.INVALID.at(
                    pointer, "certificate.pkcs12", "is no PKCS12 file, or the password is another one");
        }
        if (identities.size() != 1) {
            throw Problem.INVALID.at(pointer, "certificate.key-missing", "needs exactly one private key");
        }
        Identity only = identities.values().iterator().next();
        return Chain.order(only.chain(), leaf -> only.key(), pointer);
    }

    /** The identities of a file by alias. */
    static Map<String, Identity> load(Path file, char[] password) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return load(in, password);
        }
    }

    private static Map<String, Identity> load(InputStream in, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, password);
        Map<String, Identity> identities = new LinkedHashMap<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                identities.put(alias, new Identity(chain, key));
            }
        }
        return identities;
    }

    /** Writes the file so that whoever reads it sees the old or the new one, and nobody but the owner sees either. */
    static void write(Path file, char[] password, Map<String, Identity> identities)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Map.Entry<String, Identity> entry : identities.entrySet()) {
            Certificate[] chain = entry.getValue().chain().toArray(Certificate[]::new);
            store.setKeyEntry(entry.getKey(), entry.getValue().key(), password, chain);
        }
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        Path fresh = ownerOnly(file.resolveSibling(file.getFileName() + ".new"));
        Files.write(fresh, bytes.toByteArray());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path ownerOnly(Path path) throws IOException {
        Files.deleteIfExists(path);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createFile(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createFile(path);
    }
}
