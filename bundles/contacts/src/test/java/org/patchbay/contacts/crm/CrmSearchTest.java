package org.patchbay.contacts.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.contacts.World;

class CrmSearchTest {

    private final World world = new World();
    private final FakeCrm crm = new FakeCrm();
    private final CrmSearch search = new CrmSearch(crm, world.regions);

    private List<CrmContact> find(String text) {
        return search.find(world.acme, ContactFilter.of(text));
    }

    @Test
    void marksFindsWithTheirSource() {
        assertThat(find("ada love"))
                .containsExactly(new CrmContact(
                        "crm-fake/1",
                        "crm-fake",
                        "Ada",
                        Optional.empty(),
                        Optional.of("ada@example.org"),
                        List.of("+4930"),
                        Optional.empty()));
    }

    @Test
    void asksInTheWayThatFits() {
        find("ada love");
        find("ada@example.org");
        find("030 901820");
        find("ada@exa");
        find(" a");
        find("");
        assertThat(crm.asked)
                .containsExactly(
                        new ContactQuery.ByText("ada love"),
                        new ContactQuery.ByEmail("ada@example.org"),
                        new ContactQuery.ByPhone("+4930901820"),
                        new ContactQuery.ByText("ada@exa"));
    }

    @Test
    void findsNothingWithoutACrmAndSaysWhenOneDoesNotAnswer() {
        crm.failing = Optional.of("crm.none");
        assertThat(find("ada")).isEmpty();
        crm.failing = Optional.of("crm.no-answer");
        assertThatThrownBy(() -> find("ada"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNAVAILABLE));
    }
}
