/** Notices to people about their carts, as HTML for a mail. */
package org.koppel.codec.notice;
