/** UBL 2.1 and the Peppol BIS documents written in it: reading, writing, and the official rules. */
package org.koppel.codec.ubl;
