package org.patchbay.identity.picture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Quotas;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.PictureStore;

/** Gives people pictures, and finds them by their hash. Thread-safe. */
@Component(service = PictureService.class)
public final class PictureService {

    private static final int UPLOAD_LIMIT = 5 << 20;
    private static final String KIND = "pictures";
    private static final String PICTURE = "picture";

    private final PersonStore people;
    private final PersonStatuses statuses;
    private final PictureStore store;
    private final Quotas quotas;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;

    /** Rendering takes memory and a processor; the others wait. */
    private final Semaphore renderers = new Semaphore(2);

    @Activate
    public PictureService(
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference PictureStore store,
            @Reference Quotas quotas,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.statuses = statuses;
        this.store = store;
        this.quotas = quotas;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** Makes a picture of the upload and gives it to the person, who must be one that the caller may change. */
    public Person put(PortalId portal, PersonId person, InputStream upload, Caller by) {
        StoredPicture picture = render(read(upload));
        return change(portal, person, Optional.of(picture), by);
    }

    /** Takes the picture away. */
    public Person remove(PortalId portal, PersonId person, Caller by) {
        return change(portal, person, Optional.empty(), by);
    }

    /** A picture of somebody in the portal. */
    public Optional<StoredPicture> find(PortalId portal, String hash) {
        return work.call(() -> store.find(portal, hash));
    }

    private Person change(PortalId portal, PersonId id, Optional<StoredPicture> picture, Caller by) {
        return work.call(() -> {
            Person present = people.lock(portal, id)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
            present.picture()
                    .flatMap(hash -> store.find(portal, hash))
                    .ifPresent(before -> quotas.release(portal, id, KIND, before.content().length));
            picture.ifPresent(next -> quotas.reserve(portal, id, KIND, next.content().length));
            store.put(portal, id, picture);
            people.setPicture(portal, id, picture.map(StoredPicture::hash));
            Person changed = people.find(portal, id).orElse(present);
            events.publish(portal, IdentityEvents.UPDATED, id.value(), PersonChange.of(changed));
            audit.record(portal, by, recorded(present, changed));
            return statuses.current(changed);
        });
    }

    private static AuditDraft recorded(Person before, Person after) {
        String action = after.picture().isPresent() ? "person.picture-set" : "person.picture-removed";
        return new AuditDraft(action, "person", after.id().value(), field(before), field(after))
                .personal(after.id(), PICTURE);
    }

    private static Map<String, String> field(Person person) {
        return person.picture().map(hash -> Map.of(PICTURE, hash)).orElse(Map.of());
    }

    private StoredPicture render(byte[] upload) {
        renderers.acquireUninterruptibly();
        try {
            return PictureRenderer.render(upload);
        } finally {
            renderers.release();
        }
    }

    private static byte[] read(InputStream upload) {
        try {
            byte[] bytes = upload.readNBytes(UPLOAD_LIMIT + 1);
            if (bytes.length > UPLOAD_LIMIT) {
                throw Problem.TOO_LARGE.because("picture.too-large", "The picture is larger than 5 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.INVALID.because("picture.broken-off", "The upload broke off");
        }
    }
}
