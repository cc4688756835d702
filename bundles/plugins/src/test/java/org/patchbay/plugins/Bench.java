package org.patchbay.plugins;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.identity.Caller;
import org.patchbay.plugins.jars.PluginJars;
import org.patchbay.plugins.jars.PluginStarts;
import org.patchbay.plugins.jars.UnreadableJars;
import org.patchbay.plugins.store.InMemorySettingsStore;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/** The slice with everything around it in memory. */
final class Bench {

    static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    static final PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    final PluginDirectory directory = new PluginDirectory();
    static final Caller BY = Callers.administrator(ACME);

    final InMemoryAudit audit = new InMemoryAudit();
    final RecordedEvents events = new RecordedEvents();
    final InMemorySecrets secrets = new InMemorySecrets();
    final InMemorySettingsStore store = new InMemorySettingsStore();
    final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    final UnreadableJars unreadable = new UnreadableJars();
    final Cluster cluster = new InMemoryCluster().node("a");
    final Set<String> guarded = new HashSet<>();
    final InstalledPlugins installed;
    final PluginService plugins;

    Bench() {
        Bundle bundle = mock(Bundle.class);
        when(bundle.getVersion()).thenReturn(new Version(1, 2, 3));
        BundleContext context = mock(BundleContext.class);
        when(context.getBundle(0)).thenReturn(mock(Bundle.class));
        when(context.getBundle(7)).thenReturn(bundle);
        when(context.getBundles()).thenReturn(new Bundle[0]);
        PluginJars jars = new PluginJars(context, mock(ServiceComponentRuntime.class), new PluginStarts(context));
        installed = new InstalledPlugins(directory, jars, unreadable);
        plugins = new PluginService(
                installed,
                store,
                secrets,
                events,
                audit,
                unit,
                cluster,
                new SettingsGuardDirectory(List.of(this::requireChange)));
    }

    private void requireChange(PortalId portal, String plugin, Caller by) {
        if (guarded.contains(plugin)) {
            throw Problem.FORBIDDEN.because("directory.beyond", by + " may not, in " + portal);
        }
    }

    void add(Plugin plugin) {
        directory.add(plugin, Map.of(Constants.SERVICE_BUNDLEID, 7L));
        await().until(() -> directory.plugins().stream().anyMatch(offered -> offered.plugin() == plugin));
    }
}
