/** The journeys: the EAR that ships, on the server that ships, with a real database, mail, FTP and SFTP server around it. */
package org.koppel.journey;
