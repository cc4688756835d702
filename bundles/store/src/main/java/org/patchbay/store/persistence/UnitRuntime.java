package org.patchbay.store.persistence;

import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.apache.openjpa.ee.ManagedRuntime;
import org.jspecify.annotations.Nullable;

/** Leads OpenJPA to the transaction manager. */
record UnitRuntime(TransactionManager manager) implements ManagedRuntime {

    @Override
    public TransactionManager getTransactionManager() {
        return manager;
    }

    @Override
    public void setRollbackOnly(Throwable cause) throws SystemException {
        manager.setRollbackOnly();
    }

    @Override
    public @Nullable Throwable getRollbackCause() {
        return null;
    }

    @Override
    public Object getTransactionKey() throws SystemException {
        return manager.getTransaction();
    }

    @Override
    public void doNonTransactionalWork(Runnable work) {
        throw new UnsupportedOperationException("Ids come from the application or from identity columns");
    }
}
