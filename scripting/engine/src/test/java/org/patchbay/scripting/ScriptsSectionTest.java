package org.patchbay.scripting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.scripting.ScriptsSection.ScriptText;
import org.patchbay.scripting.ScriptsSection.ScriptsText;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

class ScriptsSectionTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("scripting");

    private static final Stack STACK = new Stack(DATABASE, Map.of(), new TestEvents());

    private final PortalId acme = new PortalId(Ids.next());
    private final Caller by = Callers.administrator(acme);
    private final ScriptsSection section = new ScriptsSection(STACK.scripts());

    @AfterAll
    static void stop() throws Exception {
        STACK.close();
    }

    @Test
    void appliesScriptsAndHostsOnceAndRemovesOthers() {
        var two = new ScriptsText(
                List.of("api.example.com", "*.example.org"),
                List.of(
                        new ScriptText("Count", false, "let n = 0;\nconsole.log(n);\n"),
                        new ScriptText("Later", true, "console.log('later');\n")));
        section.apply(acme, two, by);
        int entries = STACK.audit().actions(acme).size();
        ScriptsText read = section.read(acme);
        section.apply(acme, two, by);
        section.apply(acme, read, by);
        section.prune(acme, read, by);

        assertThat(read.scripts()).isEqualTo(two.scripts());
        assertThat(read.allowedHosts()).containsExactly("*.example.org", "api.example.com");
        assertThat(STACK.audit().actions(acme)).hasSize(entries);

        section.prune(acme, new ScriptsText(List.of(), two.scripts().subList(0, 1)), by);
        assertThat(section.read(acme).scripts()).isEqualTo(two.scripts().subList(0, 1));
    }

    @Test
    void aSyntaxErrorHasItsPlace() {
        var broken = new ScriptsText(List.of(), List.of(new ScriptText("Broken", false, "const = 1;\n")));

        assertThatThrownBy(() -> section.apply(acme, broken, by))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        refused -> assertThat(refused.errors().get(0).pointer()).isEqualTo("/scripts/0/source"));
    }
}
