package org.patchbay.sip;

import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.SipEvents.PhoneChange;
import org.patchbay.sip.SipEvents.TrunkChange;
import org.patchbay.sip.registrar.Binding;
import org.patchbay.spi.signalling.SipTrunk;

/** Has what the server tells written down and published. Thread-safe. */
final class News implements SipServer.Listener {

    private final BindingKeeper keeper;
    private final EventOutlet outlet;

    News(BindingKeeper keeper, EventOutlet outlet) {
        this.keeper = keeper;
        this.outlet = outlet;
    }

    @Override
    public void added(Binding binding) {
        keeper.added(binding);
        outlet.tell(binding.portal(), SipEvents.REGISTERED, binding.account(), change(binding));
    }

    @Override
    public void refreshed(Binding binding) {
        keeper.refreshed(binding);
    }

    @Override
    public void removed(Binding binding) {
        keeper.removed(binding);
        outlet.tell(binding.portal(), SipEvents.UNREGISTERED, binding.account(), change(binding));
    }

    private static PhoneChange change(Binding binding) {
        return new PhoneChange(
                binding.id(),
                binding.account(),
                binding.userAgent(),
                binding.flow().transport().name());
    }

    @Override
    public void changed(SipTrunk trunk, TrunkState state) {
        String type =
                switch (state) {
                    case UP -> SipEvents.TRUNK_UP;
                    case REFUSED -> SipEvents.TRUNK_REFUSED;
                    case DOWN, UNKNOWN, UNTRUSTED, OTHER_HOST, EXPIRED -> SipEvents.TRUNK_DOWN;
                };
        outlet.tell(trunk.portal(), type, trunk.id(), new TrunkChange(trunk.id()));
    }
}
