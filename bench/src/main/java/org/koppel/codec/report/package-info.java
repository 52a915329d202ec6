/** The peer of the PDF writer; in the writer's package so that both are given the very same data. */
package org.koppel.codec.report;
