package org.koppel.document;

/** What the supplier says to a customer: on the way in, only the supplier's back office may bring it. */
public interface SuppliersDocument extends Document {}
