package org.patchbay.voicemail;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.voicemail.box.Greeting;

/** Which extensions have the greeting of their assistant, in memory on every server. Thread-safe. */
@Component(service = AssistantGreetings.class)
public final class AssistantGreetings {

    private static final String TOPIC = "voicemail-assistant-greetings";
    private static final int MOST_KEPT = 100_000;

    private final VoiceFiles files;
    private final Cluster cluster;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Registration topic;

    @Activate
    public AssistantGreetings(@Reference VoiceFiles files, @Reference Cluster cluster) {
        this.files = files;
        this.cluster = cluster;
        this.topic = cluster.subscribe(TOPIC, message -> known.remove(new String(message, StandardCharsets.UTF_8)));
    }

    @Deactivate
    public void close() {
        topic.close();
    }

    private static String key(PortalId portal, String extension) {
        return portal.value() + '/' + extension;
    }

    /** Whether there is one; looks at the disk the first time alone. */
    public boolean has(PortalId portal, String extension) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(
                key(portal, extension),
                none -> files.greeting(portal, extension, Greeting.ASSISTANT).isPresent());
    }

    /** A greeting may have come or gone. */
    public void changed(PortalId portal, String extension) {
        String key = key(portal, extension);
        known.remove(key);
        cluster.publish(TOPIC, key.getBytes(StandardCharsets.UTF_8));
    }
}
