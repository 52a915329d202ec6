/** Deliveries as files on a partner's SFTP server (SSH File Transfer Protocol, version 3). */
package org.koppel.transport.sftp;
