package org.patchbay.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.World;
import org.patchbay.identity.privacy.PersonDataDirectory;
import org.patchbay.identity.privacy.PersonPrivacy;
import org.patchbay.spi.web.Requires;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;

/** Every operation on a person, as somebody of another department: the person is not there. */
class PersonIsolationTest {

    private final World world = new World();
    private final DepartmentId sales = department("Sales");
    private final DepartmentId help = department("Help");
    private final Person bob = person("bob", help);
    private final PersonPrivacy privacy = new PersonPrivacy(
            world.people,
            world.management,
            new PersonDataDirectory(List.of(world.data)),
            world.files,
            new InMemoryPersonalSecrets(),
            world.audit,
            world.work);
    private final List<Object> resources = List.of(
            new PersonResource(world.people, world.management),
            new PersonSecurityResource(world.personSecurity),
            new PersonPictureResource(world.management, world.pictures),
            new StorageResource(world.management, world.quotas),
            new AttributesResource(world.management, world.attributes),
            new PersonDataResource(privacy),
            new PersonErasureResource(privacy));

    @AfterEach
    void close() {
        world.close();
    }

    private DepartmentId department(String name) {
        return world.departments
                .create(world.acme, DepartmentDraft.named(name), Callers.root())
                .id();
    }

    private Person person(String login, DepartmentId department) {
        PersonDraft draft = World.draft(login)
                .edit()
                .memberships(List.of(new Membership(department, "user")))
                .done();
        return world.people.create(world.acme, draft, Callers.root());
    }

    private Stream<Method> operations(Object resource) {
        return Stream.of(resource.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Requires.class))
                .filter(method -> path(method).contains("{id}"));
    }

    private static String path(Method method) {
        return Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .flatMap(path -> Optional.ofNullable(path).stream())
                .map(Path::value)
                .reduce("", String::concat);
    }

    private Optional<Problem> refusal(Object resource, Method method, Caller by) {
        Object[] arguments = Stream.of(method.getParameters())
                .map(parameter -> argument(parameter, by))
                .toArray();
        try {
            method.invoke(resource, arguments);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof PatchbayException refused
                    ? Optional.of(refused.problem())
                    : Optional.empty();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Object argument(Parameter parameter, Caller by) {
        PathParam named = parameter.getAnnotation(PathParam.class);
        if (named != null) {
            return named.value().equals("portal")
                    ? world.acme.value()
                    : named.value().equals("id") ? bob.id().value() : "x";
        }
        if (parameter.getType() == Caller.class) {
            return by;
        }
        if (parameter.getType() == PersonDraft.class) {
            return bob.draft();
        }
        if (parameter.getType() == InputStream.class) {
            return InputStream.nullInputStream();
        }
        if (parameter.getType() == PersonSecurityResource.SecondFactorRequirement.class) {
            return new PersonSecurityResource.SecondFactorRequirement(true);
        }
        if (parameter.getType() == PersonSecurityResource.PasswordSetting.class) {
            return new PersonSecurityResource.PasswordSetting("battery staple horse", false);
        }
        assertThat(parameter.getType()).isEqualTo(String.class);
        return "\"1\"";
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "receptionist", "group-administrator", "manager", "owner"})
    @Tag("S3.26")
    @Tag("S3.41")
    void whoIsOfAnotherDepartmentIsNotThere(String role) {
        Caller by = Callers.holder(world.acme, sales, role);
        for (Object resource : resources) {
            operations(resource).forEach(method -> assertThat(refusal(resource, method, by))
                    .as("%s %s as %s", method.getName(), path(method), role)
                    .contains(Problem.NOT_FOUND));
        }
        assertThat(world.people.find(world.acme, bob.id())).contains(bob);
    }

    /** Or the test above would pass whatever the department. */
    @Test
    @Tag("S3.41")
    void whoIsOfTheSameDepartmentIsThere() {
        Caller by = Callers.holder(world.acme, help, "manager");
        for (Object resource : resources) {
            assertThat(operations(resource)).isNotEmpty();
            operations(resource)
                    .filter(method -> method.getName().startsWith("get"))
                    .forEach(method -> assertThat(refusal(resource, method, by))
                            .as(path(method))
                            .isEmpty());
        }
    }
}
