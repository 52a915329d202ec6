/** The REST interface below {@code /api}: for the supplier's back office and, within their own data, for customers' systems. */
package org.koppel.web.api;
