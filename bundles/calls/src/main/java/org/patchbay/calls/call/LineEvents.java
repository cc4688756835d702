package org.patchbay.calls.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.TransferRequest;

/** Tells what happens to a line to the call that it belongs to at that moment, on that call's thread. Thread-safe. */
final class LineEvents implements LegListener, PortListener {

    private static final int NOT_ACCEPTABLE = 488;

    private final Line line;

    LineEvents(Line line) {
        this.line = line;
    }

    private void tell(Consumer<LineOwner> what) {
        LineOwner now = line.owner();
        now.serial().execute(() -> say(now, what));
    }

    /** On the thread of signalling, which must not wait, where nothing has to. */
    private void tellHere(Consumer<LineOwner> what) {
        LineOwner now = line.owner();
        now.serial().executeHere(() -> say(now, what));
    }

    private void say(LineOwner owner, Consumer<LineOwner> what) {
        if (line.owner() == owner) {
            what.accept(owner);
        } else {
            tell(what);
        }
    }

    @Override
    public void progressed(int status, Optional<String> description) {
        tellHere(call -> {
            if (!line.isRinging()) {
                return;
            }
            if (description.isPresent() && line.read(description.get())) {
                call.sounds(line);
            } else if (status == 180 || status == 183) {
                call.rings(line);
            }
        });
    }

    @Override
    public void answered(String description) {
        tellHere(call -> {
            if (!line.isRinging()) {
                return;
            }
            if (!line.read(description) && !line.isDescribed()) {
                line.leg().end(LegEnd.refused(NOT_ACCEPTABLE, "The description cannot be read"));
                return;
            }
            line.tookIt();
            call.answered(line);
        });
    }

    @Override
    public void offered(String description) {
        tell(call -> {
            if (!line.isUp()) {
                return;
            }
            try {
                line.port().remoteOffer(description);
            } catch (PatchbayException e) {
                line.leg().refuseOffer();
                return;
            }
            line.leg().answerOffer(line.port().answer(Optional.empty()));
            if (line.port().held() != line.holds()) {
                line.holds(!line.holds());
                call.held(line, line.holds());
            }
        });
    }

    @Override
    public void offerAnswered(String description) {
        tell(call -> {
            if (line.isUp() && !line.read(description) && !line.isDescribed() && line.isDelayed()) {
                line.leg().end(LegEnd.refused(NOT_ACCEPTABLE, "The description cannot be read"));
            }
        });
    }

    @Override
    public void digit(char digit) {
        tell(call -> {
            if (!line.isOver()) {
                call.pressed(line, digit);
            }
        });
    }

    @Override
    public void transferAsked(TransferRequest request) {
        tell(call -> {
            if (line.isUp()) {
                call.transferAsked(line, request);
            }
        });
    }

    @Override
    public void redirected(String number) {
        tell(call -> {
            if (line.isRinging()) {
                line.elsewhere(number);
            }
        });
    }

    @Override
    public void ended(LegEnd end) {
        Consumer<LineOwner> gone = call -> {
            if (!line.isOver()) {
                line.isGone();
                call.over(line, end);
            }
        };
        if (line.isUp()) {
            tellHere(gone);
        } else {
            tell(gone); // Where the call goes now is a decision.
        }
    }

    @Override
    public void played() {
        tell(call -> {
            if (!line.isOver()) {
                call.played(line);
            }
        });
    }

    @Override
    public void recordingEnded() {
        tell(call -> {
            if (!line.isOver()) {
                call.recordingEnded(line);
            }
        });
    }

    /** A phone from which nothing comes any more has vanished: nobody else would end its call. */
    @Override
    public void silent() {
        tell(call -> {
            if (line.isUp() && !line.holds()) {
                line.end(new LegEnd(408, "Nothing came from the phone any more", false));
            }
        });
    }
}
