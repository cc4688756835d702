package org.patchbay.contacts.crm;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.Crm;
import org.patchbay.contacts.phone.PhoneText;
import org.patchbay.contacts.phone.ZoneRegions;

/** Asks the portal's CRMs for what was typed into the search; they have as long as {@link Crm} gives them. */
@Component(service = CrmSearch.class)
public final class CrmSearch {

    private static final int SHORTEST = 3;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9()/.\\s-]{5,}");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S{2,}");

    private final Crm crm;
    private final ZoneRegions regions;

    @Activate
    public CrmSearch(@Reference Crm crm, @Reference ZoneRegions regions) {
        this.crm = crm;
        this.regions = regions;
    }

    /**
     * The contacts that the CRMs find; none without a CRM.
     *
     * @throws PatchbayException UNAVAILABLE when no CRM answers
     */
    public List<CrmContact> find(PortalId portal, ContactFilter filter) {
        return filter.text()
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST)
                .map(text -> ask(portal, query(portal, text)))
                .orElse(List.of());
    }

    private ContactQuery query(PortalId portal, String text) {
        if (ADDRESS.matcher(text).matches()) {
            return new ContactQuery.ByEmail(text);
        }
        Optional<ContactQuery> byNumber = Optional.of(text)
                .filter(number -> NUMBER.matcher(number).matches())
                .flatMap(number -> PhoneText.e164(number, regions.of(portal)))
                .map(ContactQuery.ByPhone::new);
        return byNumber.orElseGet(() -> new ContactQuery.ByText(text));
    }

    private List<CrmContact> ask(PortalId portal, ContactQuery query) {
        try {
            return crm.find(portal, query).stream().map(CrmSearch::known).toList();
        } catch (PatchbayException e) {
            if (e.code().equals("crm.none")) {
                return List.of();
            }
            throw e;
        }
    }

    private static CrmContact known(Contact contact) {
        return new CrmContact(
                contact.id(),
                contact.plugin(),
                contact.name(),
                contact.company(),
                contact.email(),
                contact.phones(),
                contact.url());
    }
}
