package org.patchbay.store.persistence;

import java.util.EnumSet;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.patchbay.store.transaction.Transactions;

/** Joins the thread's unit of work with the unit's entity manager, or opens one for the single call. */
record UnitTemplate(Transactions transactions, EntityManagerFactory factory) implements JpaTemplate {

    private static final Set<TransactionType> JOINING =
            EnumSet.of(TransactionType.Required, TransactionType.Supports, TransactionType.Mandatory);

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        if (!JOINING.contains(type)) {
            throw new IllegalArgumentException("A store joins the unit of work; " + type + " is not supported");
        }
        return transactions.call(() -> code.apply(transactions.entityManager(factory)));
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, manager -> {
            code.accept(manager);
            return Boolean.TRUE;
        });
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
