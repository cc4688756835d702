package org.patchbay.contacts.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.ContactQuery;

final class CrmNamesTest {

    private static final PortalId ACME = new PortalId(Ids.next());

    private final FakeCrm crm = new FakeCrm();
    private final CrmNames names = new CrmNames(crm);

    @Test
    void asksTheCrmsOnlyWhereNobodyWaits() {
        assertThat(names.name(ACME, "+4930901820")).isEmpty();
        assertThat(crm.asked).isEmpty();
        assertThat(names.elsewhere(ACME, "+4930901820")).contains("Ada");
        assertThat(crm.asked).containsExactly(new ContactQuery.ByPhone("+4930901820"));
    }

    @Test
    void knowsNobodyWhileNoCrmAnswers() {
        crm.failing = Optional.of("crm.no-answer");
        assertThat(names.elsewhere(ACME, "+4930901820")).isEmpty();
    }
}
