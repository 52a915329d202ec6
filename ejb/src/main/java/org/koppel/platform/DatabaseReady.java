package org.koppel.platform;

/**
 * The schema is in place and the demo, where wanted, may be filled in. Fired once per start, before any request or message is
 * taken, outside a transaction; observers run in the order of their {@code @Priority}: parties 100, catalogue 200.
 */
public record DatabaseReady(boolean demo) {}
