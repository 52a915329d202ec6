package org.koppel.transport;

/** One thing a transport must be told: its name, whether it is needed, and whether it is secret (hidden, encrypted at rest). */
public record Setting(String name, boolean required, boolean secret) {}
