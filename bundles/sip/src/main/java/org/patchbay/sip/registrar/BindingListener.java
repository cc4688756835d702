package org.patchbay.sip.registrar;

/** Hears of bindings. Must return at once; called by any thread. */
public interface BindingListener {

    /** There is one that was not there. */
    void added(Binding binding);

    /** One came again, perhaps from elsewhere. */
    void refreshed(Binding binding);

    /** One is gone. */
    void removed(Binding binding);
}
