/** Documents people read: HTML and PDF by JasperReports. */
package org.koppel.codec.report;
