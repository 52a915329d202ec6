/**
 * Every document that travelled, in and out: the record as JSON, never changed, with how far it was worked on. Inbound fills
 * it, outbound renders from it, features link it to their aggregates.
 */
package org.koppel.archive;
