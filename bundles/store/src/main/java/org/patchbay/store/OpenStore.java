package org.patchbay.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.web.HealthCheck;
import org.patchbay.store.database.Database;
import org.patchbay.store.migration.Migrations;

/** The open database, its services, and the units of the slices that run. Used by one thread at a time. */
final class OpenStore implements AutoCloseable {

    private final BundleContext context;
    private final Database database;
    private final Migrations migrations;
    private final List<ServiceRegistration<?>> services;
    private final Map<Bundle, SliceUnits> slices = new LinkedHashMap<>();

    OpenStore(BundleContext context, Database database) {
        this.context = context;
        this.database = database;
        this.migrations = new Migrations(database);
        this.services = List.of(
                context.registerService(HealthCheck.class, new DatabaseHealth(database), null),
                context.registerService(UnitOfWork.class, database.transactions(), null));
    }

    void open(SliceBundle slice) {
        slices.computeIfAbsent(slice.bundle(), bundle -> SliceUnits.open(slice, database, migrations, context));
    }

    void close(SliceBundle slice) {
        SliceUnits units = slices.remove(slice.bundle());
        if (units != null) {
            units.close();
        }
    }

    @Override
    public void close() {
        slices.values().forEach(SliceUnits::close);
        services.forEach(ServiceRegistration::unregister);
        database.close();
    }
}
