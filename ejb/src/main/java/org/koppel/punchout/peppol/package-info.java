/**
 * Peppol Punch Out 3 (BIS 18, transaction T77): the cart goes home as a UBL Catalogue that has passed the official rules. How
 * the buyer arrives is left open by that specification; here it is a call like that of OCI.
 */
package org.koppel.punchout.peppol;
