/**
 * Documents as tables: one row for each line, with the head repeated. CSV, XLSX and DBF share one list of columns for each type
 * of document, so that a partner finds the same data under the same name in all three.
 */
package org.koppel.codec.table;
