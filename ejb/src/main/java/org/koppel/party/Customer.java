package org.koppel.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;

/** A company that buys from the supplier; the tenant of everything that belongs to it. */
@Entity
@Immutable
@Table(name = "customer")
public class Customer {
    @Id
    private String id;

    private String name;
    private String language;
    private String currency;

    @Column(name = "vat_number")
    private String vatNumber;

    private String gln;
    private String street;

    @Column(name = "postal_code")
    private String postalCode;

    private String city;
    private String country;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_policy")
    private OrderPolicy orderPolicy;

    @Column(name = "tolerance_percent")
    private BigDecimal tolerancePercent;

    @Column(name = "tolerance_amount")
    private BigDecimal toleranceAmount;

    @Column(name = "back_office")
    private boolean backOffice;

    protected Customer() {} // for JPA

    public PartyId id() {
        return new PartyId(id);
    }

    public String name() {
        return name;
    }

    /** ISO 639-1, lower case. */
    public String language() {
        return language;
    }

    /** ISO 4217; the currency of the agreed prices. */
    public String currency() {
        return currency;
    }

    public String vatNumber() {
        return vatNumber;
    }

    public String gln() {
        return gln;
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

    public OrderPolicy orderPolicy() {
        return orderPolicy;
    }

    /**
     * Whether a price the buyer expects may stand for the agreed one: the difference is within the percentage or within the
     * amount. Prices per one unit; another currency never is.
     */
    public boolean tolerates(Money expected, Money agreed) {
        if (!expected.currency().equals(agreed.currency())) {
            return false;
        }
        BigDecimal difference = expected.amount().subtract(agreed.amount()).abs();
        BigDecimal share = agreed.amount().abs().multiply(tolerancePercent).movePointLeft(2);
        return difference.compareTo(share.max(toleranceAmount)) <= 0;
    }
}
