package org.patchbay.contacts.crm;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.Crm;
import org.patchbay.spi.calls.NumberNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whom the portal's CRMs know under a number. Thread-safe. */
@Component
public final class CrmNames implements NumberNames {

    private static final Logger log = LoggerFactory.getLogger(CrmNames.class);

    private final Crm crm;

    @Activate
    public CrmNames(@Reference Crm crm) {
        this.crm = crm;
    }

    @Override
    public Optional<String> name(PortalId portal, String number) {
        return Optional.empty();
    }

    @Override
    public Optional<String> elsewhere(PortalId portal, String number) {
        try {
            return crm.find(portal, new ContactQuery.ByPhone(number)).stream()
                    .map(Contact::name)
                    .filter(name -> !name.isBlank())
                    .findFirst();
        } catch (PatchbayException e) {
            log.debug("A caller stays without the name of a CRM: {}", e.code());
            return Optional.empty();
        }
    }
}
