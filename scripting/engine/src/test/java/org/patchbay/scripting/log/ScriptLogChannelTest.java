package org.patchbay.scripting.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.store.Author;
import org.patchbay.scripting.store.JpaLineStore;
import org.patchbay.scripting.store.JpaScriptStore;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

class ScriptLogChannelTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("scripting");

    private static final PortalId ACME = new PortalId("acme");
    private static final PortalId GLOBEX = new PortalId("globex");

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final JpaScriptStore scripts = new JpaScriptStore(DATABASE.jpa());
    private final LogBook here = new LogBook(new JpaLineStore(DATABASE.jpa()), cluster.node("a"));
    private final ScriptLogChannel there = new ScriptLogChannel(scripts, cluster.node("b"));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final LiveSink sink = new LiveSink() {
        @Override
        public void send(String message) {
            heard.add(message);
        }

        @Override
        public void close(String reason) {
            throw new UnsupportedOperationException(reason);
        }
    };

    @AfterEach
    void stop() {
        here.close();
        there.stop();
        cluster.close();
    }

    private ScriptKey script(PortalId portal, String id) {
        scripts.add(portal, id, new ScriptDraft(id, "", true), new Author("Ada", Optional.empty()), Instant.EPOCH);
        return new ScriptKey(portal, id);
    }

    @Test
    void sendsTheLinesOfTheScriptUntilClosed() {
        var key = script(ACME, "one");
        var other = script(ACME, "two");
        var open = there.open(Callers.administrator(ACME), ACME, "{\"script\":\"one\"}", sink);
        here.add(other, LogLine.Level.INFO, "not this");
        here.add(key, LogLine.Level.WARN, "this");
        await().untilAsserted(() -> assertThat(heard).singleElement().satisfies(line -> assertThat(line)
                .matches("\\{\"sequence\":1,\"time\":\"[^\"]+Z\",\"level\":\"WARN\",\"text\":\"this\"\\}")));
        open.close();
        here.add(key, LogLine.Level.INFO, "after");
        assertThat(here.last(key)).extracting(LogLine::text).containsExactly("this", "after");
        assertThat(heard).hasSize(1);
    }

    @Test
    void knowsNoScriptOfAnotherPortal() {
        script(ACME, "one");
        assertThat(there.right()).isEqualTo(Right.MANAGE_SCRIPTS);
        assertThatThrownBy(() -> there.open(Callers.administrator(GLOBEX), GLOBEX, "{\"script\":\"one\"}", sink))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> there.open(Callers.administrator(ACME), ACME, "{\"scripts\":1}", sink))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> there.open(Callers.administrator(ACME), ACME, "null", sink))
                .isInstanceOf(PatchbayException.class);
    }
}
