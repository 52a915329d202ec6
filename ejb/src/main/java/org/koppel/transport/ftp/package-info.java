/** Deliveries as files on a partner's FTP or FTPS server (RFC 959, RFC 4217). */
package org.koppel.transport.ftp;
