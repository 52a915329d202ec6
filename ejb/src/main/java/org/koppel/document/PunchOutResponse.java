package org.koppel.document;

import java.time.OffsetDateTime;
import org.koppel.shared.DocumentNumber;

/**
 * The answer to a {@link PunchOutRequest}: the absolute address that the buyer's browser opens ({@code startPage}), or, where
 * that is null, why not: a cXML status {@code code} and {@code detail}, which says what to do.
 */
public record PunchOutResponse(
        DocumentNumber number, OffsetDateTime issuedAt, String startPage, int code, String detail)
        implements Document {}
