/**
 * Documents people read: HTML and PDF by JasperReports. {@link org.koppel.codec.report.ReportContent} turns a record into
 * finished texts in the reader's language; the layouts in {@code src/main/jrxml}, compiled by the build, only place them.
 */
package org.koppel.codec.report;
