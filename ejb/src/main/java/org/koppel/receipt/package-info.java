/** Receipts that partners send for what we delivered: each marks its delivery. */
package org.koppel.receipt;
