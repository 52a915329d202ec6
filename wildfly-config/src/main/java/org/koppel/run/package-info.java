/**
 * Starts Koppel with everything around it, in one Java and for one person: PostgreSQL, a mail catcher, an FTP and an SFTP server,
 * and WildFly with the application. Used by {@code mvn -Prun}, by the journeys in {@code arquillian-tests} and by the
 * benchmarks; no part of the application.
 */
package org.koppel.run;
