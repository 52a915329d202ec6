/** Invoices and credit notes: taken from the back office, completed by what the order said, and sent to who is charged. */
package org.koppel.invoice;
