package org.koppel.party;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** A place a customer has goods delivered to. {@link #addressId} is the customer's own code, such as {@code YARD}. */
@Entity
@Immutable
@Table(name = "site")
public class Site {
    @EmbeddedId
    private Key key;

    private String gln;
    private String name;
    private String street;

    @Column(name = "postal_code")
    private String postalCode;

    private String city;
    private String country;
    private boolean active;

    protected Site() {} // for JPA

    public String addressId() {
        return key.addressId;
    }

    public String gln() {
        return gln;
    }

    public String name() {
        return name;
    }

    public String street() {
        return street;
    }

    public String postalCode() {
        return postalCode;
    }

    public String city() {
        return city;
    }

    public String country() {
        return country;
    }

    /** Whether goods may be ordered to it; its customer switches it off instead of deleting it. */
    public boolean active() {
        return active;
    }

    /** Customer and the customer's code of the place. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private String customer;

        @Column(name = "address_id")
        private String addressId;

        protected Key() {} // for JPA

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.customer.equals(customer) && key.addressId.equals(addressId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(customer, addressId);
        }
    }
}
