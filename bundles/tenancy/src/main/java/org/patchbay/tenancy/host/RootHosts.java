package org.patchbay.tenancy.host;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.tenancy.TenancyConfig;

/** The hosts on which root's portal answers: {@code localhost}, the loopback addresses and the configured ones. */
@Component(service = RootHosts.class, configurationPid = "org.patchbay.tenancy")
@Designate(ocd = TenancyConfig.class)
public final class RootHosts {

    private final Set<HostName> configured;

    @Activate
    public RootHosts(TenancyConfig config) {
        this.configured = Arrays.stream(config.rootHosts().split(","))
                .filter(host -> !host.isBlank())
                .map(RootHosts::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether root's portal answers there. */
    public boolean contains(HostName host) {
        return host.isLoopback() || configured.contains(host);
    }

    /** A configured host that is a name, to which others may be pointed. */
    public Optional<HostName> name() {
        return configured.stream().filter(host -> !host.isAddress()).min(Comparator.comparing(HostName::value));
    }

    private static HostName parse(String host) {
        return HostName.of(host)
                .orElseThrow(() -> new IllegalArgumentException(
                        "PATCHBAY_ROOT_HOSTS: \"" + host.strip() + "\" is not a host name or IP address"));
    }
}
