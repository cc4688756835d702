package org.patchbay.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file from which the web server picks a certificate by the name that a browser asks for (SNI). The server looks at
 * the file every second and reads it anew, so nothing restarts. Thread-safe.
 */
@Component(service = ServedKeystore.class, configurationPid = "org.patchbay.certificates")
@Designate(ocd = CertificatesConfig.class)
public final class ServedKeystore {

    /** What the web server takes when no name fits; karaf-assembly's jetty.xml names it too. */
    static final String DEFAULT_ALIAS = "patchbay";

    // The file's mode protects it; PKCS12 wants a password all the same.
    static final char[] PASSWORD = "patchbay".toCharArray();

    private static final Logger log = LoggerFactory.getLogger(ServedKeystore.class);

    private final Path defaults;
    private final char[] defaultPassword;
    private final Path served;

    @Activate
    public ServedKeystore(CertificatesConfig config) {
        this(Path.of(config.defaultKeystore()), config.defaultPassword(), Path.of(config.servedKeystore()));
    }

    ServedKeystore(Path defaults, String defaultPassword, Path served) {
        this.defaults = defaults;
        this.defaultPassword = defaultPassword.toCharArray();
        this.served = served;
    }

    /** What is served to hosts that have no certificate of their own; the first is for those who name no host. */
    List<Identity> defaults() {
        try {
            return List.copyOf(Keystores.load(defaults, defaultPassword).values());
        } catch (IOException | GeneralSecurityException e) {
            log.warn("The certificates in {} cannot be read: {}", defaults, e.getMessage());
            return List.of();
        }
    }

    /** Serves those that are valid by then besides the default ones; writes nothing when it does already. */
    synchronized void serve(Map<String, Identity> uploaded, Instant now) {
        Map<String, Identity> wanted = new LinkedHashMap<>();
        for (Identity identity : defaults()) {
            wanted.put(wanted.isEmpty() ? DEFAULT_ALIAS : DEFAULT_ALIAS + "-" + wanted.size(), identity);
        }
        if (wanted.isEmpty()) {
            return;
        }
        wanted.putAll(needed(uploaded, now));
        try {
            if (!fingerprints(wanted).equals(present())) {
                Keystores.write(served, PASSWORD, wanted);
                log.info("Serving {} certificates", wanted.size());
            }
        } catch (IOException | GeneralSecurityException e) {
            log.error(
                    "The certificates cannot be written to {}, the web server goes on with those of before", served, e);
        }
    }

    /** Without those whose hosts others cover that last longer: the web server would pick either. */
    private static Map<String, Identity> needed(Map<String, Identity> uploaded, Instant now) {
        Map<String, Identity> needed = new LinkedHashMap<>();
        Set<String> covered = new LinkedHashSet<>();
        uploaded.entrySet().stream()
                .filter(entry -> entry.getValue().hasBegun(now))
                .sorted(Comparator.comparing((Map.Entry<String, Identity> entry) ->
                                entry.getValue().until())
                        .reversed())
                .filter(entry -> !covered.containsAll(entry.getValue().hosts()))
                .forEach(entry -> {
                    needed.put(entry.getKey(), entry.getValue());
                    covered.addAll(entry.getValue().hosts());
                });
        return needed;
    }

    private Map<String, String> present() {
        if (!Files.exists(served)) {
            return Map.of();
        }
        try {
            return fingerprints(Keystores.load(served, PASSWORD));
        } catch (IOException | GeneralSecurityException e) {
            return Map.of();
        }
    }

    private static Map<String, String> fingerprints(Map<String, Identity> identities) {
        return identities.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().fingerprint()
                                + entry.getValue().chain().size()));
    }
}
