package org.patchbay.store;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.patchbay.store.database.Database;
import org.patchbay.store.migration.Migrations;
import org.patchbay.store.persistence.PersistenceUnit;
import org.patchbay.store.persistence.UnitDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open units of one bundle and the templates published for them. */
final class SliceUnits implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SliceUnits.class);

    private final List<PersistenceUnit> units = new ArrayList<>();
    private final List<ServiceRegistration<?>> services = new ArrayList<>();

    /** Opens what the bundle has; a unit that fails is logged, and whoever needs it waits in vain. */
    static SliceUnits open(SliceBundle slice, Database database, Migrations migrations, BundleContext context) {
        SliceUnits opened = new SliceUnits();
        try {
            for (UnitDescriptor unit : slice.units()) {
                opened.add(unit.name(), slice.open(unit, database, migrations), context);
            }
        } catch (Exception e) {
            log.error(
                    "{} does not start: its tables cannot be opened",
                    slice.bundle().getSymbolicName(),
                    e);
        }
        return opened;
    }

    private void add(String name, PersistenceUnit unit, BundleContext context) {
        units.add(unit);
        Dictionary<String, ?> properties = FrameworkUtil.asDictionary(Map.of("osgi.unit.name", name));
        services.add(context.registerService(JpaTemplate.class, unit.template(), properties));
    }

    @Override
    public void close() {
        services.forEach(ServiceRegistration::unregister);
        units.forEach(PersistenceUnit::close);
    }
}
