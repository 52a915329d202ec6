package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The names customers punch out with, for the console's simulator; never a secret. */
@ApplicationScoped
@Transactional
public class OciAccounts {
    @PersistenceContext
    EntityManager em;

    /** A customer and one of its OCI user names. */
    public record Account(String customer, String customerName, String username) {}

    public List<Account> all() {
        return new Select("select c.id, c.name, k.identity from credential k join customer c on c.id = k.customer"
                        + " where k.kind = 'OCI'")
                .then("order by c.name, k.identity")
                .rows(em, r -> new Account(r.text(), r.text(), r.text()));
    }
}
