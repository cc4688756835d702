package org.patchbay.meetings.server;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.cluster.MovableClock;

/** The people of root's portal: one who runs the server and one who does not. */
final class RootPeople {

    private RootPeople() {}

    static People of(MovableClock clock) {
        var people = List.of(person("rita", "root", clock), person("ulf", "user", clock));
        return (People) Proxy.newProxyInstance(
                RootPeople.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list") && PortalId.ROOT.equals(arguments[0])) {
                        return Page.of(people);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Person person(String login, String role, MovableClock clock) {
        var draft = new PersonDraft(
                login,
                login,
                Optional.of(login + "@example.org"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(role),
                Optional.of("de"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                java.util.OptionalInt.empty(),
                Optional.empty(),
                true);
        return Person.of(
                new PersonId("018f0000-0000-7000-8000-0000000000" + (login.equals("rita") ? "01" : "02")),
                PortalId.ROOT,
                draft,
                clock.instant(),
                1);
    }
}
