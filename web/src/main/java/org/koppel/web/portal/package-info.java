/** The customer's own pages: orders, commitments, buyers, sites and settings of one customer, for its administrators. */
package org.koppel.web.portal;
