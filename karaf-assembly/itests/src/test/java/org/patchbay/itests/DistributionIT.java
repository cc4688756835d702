package org.patchbay.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.patchbay.api.tenancy.Portals;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DistributionIT {

    private static final String PLUGIN = "patchbay-plugin-crm-hubspot";
    private static final int WAIT_SECONDS = 180;

    @Inject
    private BundleContext context;

    @Inject
    @Filter(timeout = 180_000)
    private Portals portals;

    @Configuration
    public Option[] karaf() {
        return PatchbayKaraf.distribution();
    }

    @Test
    public void theRootPortalIsThere() {
        assertTrue(portals.onHost("localhost").isPresent());
    }

    @Test
    public void everyBundleIsActive() {
        List<String> idle = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            boolean lazy = bundle.getState() == Bundle.STARTING
                    && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            if (!fragment && !lazy && bundle.getState() != Bundle.ACTIVE) {
                idle.add(bundle + " is in state " + bundle.getState());
            }
        }
        assertEquals(List.of(), idle);
    }

    @Test
    public void aPluginComesAndGoesWithoutRefreshingAnythingElse() throws Exception {
        Path jar = Path.of(System.getProperty("patchbay.plugin"));
        Path deploy = Files.createDirectories(Path.of(System.getProperty("karaf.data"), "deploy"));
        List<String> touched = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        SynchronousBundleListener listener = event -> {
            boolean plugin = PLUGIN.equals(event.getBundle().getSymbolicName());
            if (plugin && event.getType() == BundleEvent.STARTED) {
                started.countDown();
            } else if (plugin && event.getType() == BundleEvent.UNINSTALLED) {
                gone.countDown();
            } else if (!plugin) {
                touched.add(event.getBundle() + " had event " + event.getType());
            }
        };
        context.addBundleListener(listener);
        try {
            Path fresh = Files.copy(jar, deploy.resolve("plugin.tmp"), StandardCopyOption.REPLACE_EXISTING);
            Path dropped = Files.move(fresh, deploy.resolve("plugin.jar"), StandardCopyOption.ATOMIC_MOVE);
            assertTrue("the plugin starts", started.await(WAIT_SECONDS, TimeUnit.SECONDS));
            Files.delete(dropped);
            assertTrue("the plugin goes", gone.await(WAIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(List.of(), touched);
        } finally {
            context.removeBundleListener(listener);
        }
    }
}
