package org.koppel.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.koppel.document.Classification;
import org.koppel.shared.UnitCode;

/**
 * An article as a customer's price list carries it. {@code names} are short texts by ISO 639-1; {@code scales} net prices,
 * smallest quantity first and never empty; {@code minimum} and {@code step} count in {@code unit}; {@code buyersId},
 * {@code manufacturer}, {@code manufacturersId} and {@code gtin} may be null.
 */
public record Listing(
        String article,
        Map<String, String> names,
        UnitCode unit,
        BigDecimal minimum,
        BigDecimal step,
        List<ArticleDetail.Scale> scales,
        BigDecimal taxPercent,
        int leadTimeDays,
        String buyersId,
        String manufacturer,
        String manufacturersId,
        String gtin,
        List<Classification> classifications,
        Instant changedAt) {}
