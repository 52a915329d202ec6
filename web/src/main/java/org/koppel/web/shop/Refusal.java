package org.koppel.web.shop;

import java.math.BigDecimal;
import java.util.List;
import org.koppel.catalogue.Offer;

/**
 * Why a quantity was not taken, with what was typed and what can be ordered instead. {@code offer} is null when the quantity
 * could not even be read; {@code change} tells a change of a line from an addition.
 */
public record Refusal(
        String article, String typed, String message, Offer offer, List<BigDecimal> proposals, boolean change) {}
