package org.koppel.operations.portal;

import java.math.BigDecimal;

/**
 * What was ordered and not delivered yet, for one {@code key} (an address id or a cost centre; empty where orders name none) in one
 * {@code currency}: how many orders and lines, and their amount without VAT.
 */
public record Commitment(String key, String currency, int orders, int lines, BigDecimal amount) {}
