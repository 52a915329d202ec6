package org.koppel.catalogue;

/** How many articles of an answer are of a brand. */
public record BrandCount(String brand, int count) {}
