package org.koppel.punchout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.koppel.platform.Json;

/** The row of a visit as it begins. What changes later, and how it is found again, is the repository's. */
@Entity
@Table(name = "punchout_visit")
class StoredVisit {
    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    private String customer;
    private String login;
    private String buyer;
    private String known;
    private String mechanism;
    private String language;

    @Column(name = "return_url")
    private String returnUrl;

    @Column(name = "return_fields")
    private String returnFields;

    private String target;
    private String charset;
    private String parameters;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "ship_to")
    private String site;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected StoredVisit() {} // for JPA

    StoredVisit(Arrival arrival, byte[] tokenHash, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash.clone();
        this.customer = arrival.customer().value();
        this.login = arrival.login();
        this.buyer = arrival.buyer();
        this.known = arrival.known();
        this.mechanism = arrival.mechanism();
        this.language = arrival.language();
        this.returnUrl = arrival.returnAddress().url();
        this.returnFields = Json.write(arrival.returnAddress().fields());
        this.target = arrival.returnAddress().target();
        this.charset = arrival.returnAddress().charset();
        this.parameters = Json.write(arrival.parameters());
        this.purpose = arrival.purpose();
        this.site = arrival.site();
        this.createdAt = now;
        this.seenAt = now;
        this.expiresAt = expiresAt;
    }
}
