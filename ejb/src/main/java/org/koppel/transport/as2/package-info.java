/**
 * AS2 (RFC 4130), out and in: signed and encrypted documents over HTTP with a receipt. S/MIME and receipts are made by as2-lib and Bouncy Castle, never here.
 */
package org.koppel.transport.as2;
