package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

/** Every cell of seven roles and all rights, against the table as it was agreed. */
@Tag("S3.34")
class RoleMatrixTest {

    private static final List<String> ROLES = List.of(
            "user", "receptionist", "group-administrator", "manager", "owner", "system-administrator", "system-owner");

    /** Columns: user, receptionist, group administrator, manager, owner, system administrator, system owner. */
    private static final String TABLE =
            """
            ANYONE                  x x x x x x x
            OWN_ACCOUNT             x x x x x x x
            OWN_SIGN_IN             x x x x x x x
            TAKE_PART               x x x x x x x
            HOST_MEETINGS           x x x x x x x
            SEE_MEETINGS            x x x x x x x
            SHOW_PRESENCE           x x x x x x x
            SEE_PEOPLE              x x x x x x x
            SEE_CALLS               - x - x x x x
            OPERATE_CALLS           - x - x x x x
            PARK                    - x - x x x x
            INTERCOM                - x - x x x x
            OVERRIDE_OFFICE_HOURS   - x x x x x x
            CHANGE_PRESENCE         - - - x x x x
            ASSIGN_OPERATIONS       - - - x x x x
            LISTEN_IN               - - - x x - x
            BARGE_IN                - - - x x - x
            WHISPER                 - - - - x - x
            SEE_RECORDINGS          - - - x x - x
            SEE_REPORTS             - - - x x - x
            MANAGE_CONTACTS         - - - x x x x
            MANAGE_PEOPLE           - - - x x x x
            ELEVATE_ROLES           - - - x x x x
            CONFIGURE_CALL_HANDLING - - x - x x x
            CONFIGURE_TRUNKS        - - x - x x x
            CONFIGURE_CHANNELS      - - x - x x x
            MANAGE_DEPARTMENTS      - - x - x x x
            MANAGE_ROLES            - - - - - - x
            MANAGE_PORTAL           - - - - - x x
            MANAGE_SCRIPTS          - - - - - x x
            MANAGE_PLUGINS          - - - - - x x
            SEE_EVENTS              - - - - - x x
            SEE_AUDIT               - - - - - x x
            SEE_MAIL                - - - - - x x
            SEE_MAIL_BODY           - - - - - - -
            MANAGE_PORTALS          - - - - - - -
            """;

    /** Rights that need no role and so hold everywhere. */
    private static final Set<Right> OF_EVERYBODY = EnumSet.of(Right.ANYONE, Right.OWN_ACCOUNT, Right.OWN_SIGN_IN);

    private static Map<String, List<String>> table() {
        return TABLE.lines()
                .map(line -> List.of(line.split(" +")))
                .collect(Collectors.toMap(row -> row.get(0), Function.identity()));
    }

    static Stream<Arguments> cells() {
        return table().values().stream().flatMap(row -> ROLES.stream()
                .map(role -> Arguments.of(
                        role,
                        Right.valueOf(row.get(0)),
                        row.get(ROLES.indexOf(role) + 1).equals("x"))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cells")
    @Tag("S3.04")
    @Tag("S3.05")
    @Tag("S3.26")
    @Tag("S3.27")
    @Tag("S3.28")
    @Tag("S3.29")
    @Tag("S3.32")
    @Tag("S3.33")
    @Tag("S3.41")
    @Tag("S3.43")
    void cell(String role, Right right, boolean allowed) {
        try (World world = new World()) {
            var sales = new DepartmentId("sales");
            Caller holder = role.startsWith("system")
                    ? Callers.member(world.acme, role)
                    : Callers.holder(world.acme, sales, role);
            Scope expected = Scope.NOWHERE;
            if (allowed) {
                expected = role.startsWith("system") || OF_EVERYBODY.contains(right)
                        ? Scope.EVERYWHERE
                        : Scope.of(Set.of(sales));
            }

            assertThat(world.access.scope(holder, world.acme, right)).isEqualTo(expected);
            assertThat(world.access.scope(holder, world.acme, right).includes(new DepartmentId("help")))
                    .as("in a department where the role is not held")
                    .isEqualTo(expected.everywhere());
            assertThat(world.access.rights(holder, world.acme).contains(right)).isEqualTo(allowed);
            assertThat(world.access.scope(holder, world.bolt, right)).isEqualTo(Scope.NOWHERE);
        }
    }

    /** A right that is new must be put into the table. */
    @Test
    void theTableNamesEveryRight() {
        Set<String> known = new LinkedHashSet<>(table().keySet());
        assertThat(Arrays.stream(Right.values()).map(Right::name)).hasSameElementsAs(known);
    }
}
