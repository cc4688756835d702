package org.patchbay.web.files;

import java.net.URL;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Finds the files of the bundle that says, by the header {@code Patchbay-Console}, in which of its folders they are. */
@Component(service = ConsoleTracker.class)
public final class ConsoleTracker implements FileSource, BundleTrackerCustomizer<FileSource> {

    private static final String HEADER = "Patchbay-Console";

    private final BundleTracker<FileSource> tracker;

    @Activate
    public ConsoleTracker(BundleContext context) {
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    public void close() {
        tracker.close();
    }

    @Override
    public Optional<URL> find(String path) {
        return tracker.getTracked().values().stream()
                .flatMap(source -> source.find(path).stream())
                .findFirst();
    }

    @Override
    public @Nullable FileSource addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        var folder = bundle.getHeaders().get(HEADER);
        if (folder == null) {
            return null;
        }
        return path -> Optional.ofNullable(bundle.getEntry(folder + "/" + path));
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, FileSource source) {}

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, FileSource source) {}
}
